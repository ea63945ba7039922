/** The shape of a dictionary, whatever its language: English must have exactly the keys that Chinese has. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
