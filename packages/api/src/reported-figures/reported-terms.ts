/** How exactly a figure was published. */
export const qualifiers = ['EXACT', 'NEARLY', 'OVER', 'ABOUT'] as const;
export type Qualifier = (typeof qualifiers)[number];

/** How long what a figure was published of lasts. */
export const periodLengths = ['DAY', 'MONTH', 'QUARTER', 'YEAR'] as const;
export type PeriodLength = (typeof periodLengths)[number];
