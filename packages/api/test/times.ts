/** How many times as much properties try as in `npm test`: ten in `npm run properties`. */
export const times = Number(process.env.PROPERTY_TIMES ?? 1);
