/** The three rates of coverage, each with what a standing says of it. None contains another (ADR 14). */
export const columns = {
  ESTABLISHMENT: 'established',
  ORGANIZATION_COVERAGE: 'covered',
  WORK_COVERAGE: 'worked',
} as const;
export type CoverageRate = keyof typeof columns;

export const coverageRates = [
  'ESTABLISHMENT',
  'ORGANIZATION_COVERAGE',
  'WORK_COVERAGE',
] as const satisfies CoverageRate[];
