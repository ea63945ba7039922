/** How long the periods are that can be closed. */
export const closedLengths = ['MONTH', 'QUARTER', 'YEAR'] as const;
export type ClosedLength = (typeof closedLengths)[number];
