import type { ReportedQualifier, ReportedRowFragment } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

// What a line shows of a reported figure, for the documents below and the page of figures.
graphql(`
  fragment ReportedRow on ReportedFigure {
    id
    version
    indicator { code name englishName time isRate perHundred }
    length
    period { first last }
    unit { id name }
    organizationKind { id name }
    rounded
    qualifier
    document
    page
    publishedOn
    derived { numerator denominator rounded }
    difference
    holds
    definitionChanged
    definition { since }
    withdrawnBecause
    versions { number rounded because }
  }
`);

export const REPORTED = graphql(`
  query Reported($code: RegisterCode!, $filter: ReportedFigureFilter!, $after: String) {
    town(code: $code) {
      id
      reportedFigures(filter: $filter, first: 30, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...ReportedRow }
      }
    }
  }
`);

/** What was published of a figure, what its closed period keeps, and what closings have kept that were opened again. */
export const BESIDE_FIGURE = graphql(`
  query BesideFigure($code: RegisterCode!, $indicator: String!, $unit: ID, $period: PeriodInput, $on: Date) {
    town(code: $code) {
      id
      figure(indicator: $indicator, unit: $unit, period: $period, on: $on) {
        reported { ...ReportedRow }
        closed { snapshot numerator denominator rounded changed today { numerator denominator rounded } }
      }
      figureSnapshots(stands: false, first: 100) {
        nodes {
          id
          length
          period { first last }
          number
          closedAt
          reopenedAt
          figure(indicator: $indicator, unit: $unit) { numerator denominator rounded }
        }
      }
    }
  }
`);

export type ReportedRow = ReportedRowFragment;

export const qualifiers = ['EXACT', 'NEARLY', 'OVER', 'ABOUT'] as const satisfies readonly ReportedQualifier[];

/** How many characters tell the document and the place in it, and why, as the platform takes them. */
export const most = { document: 100, page: 30, reason: 200 } as const;

/** How an indicator is written: a count, or in per cent or to a hundred. */
interface Written {
  isRate: boolean;
}

/** What is typed, a rate in per cent or to a hundred, as the contract takes it: 81.2 as 0.812. What is no number stays. */
export function sentValue(typed: string, { isRate }: Written): string {
  const plain = typed.replace(/[,，\s%％]/g, '');
  const [, whole = '', places = ''] = /^(\d+)(?:\.(\d+))?$/.exec(plain) ?? [];
  if (!isRate || whole === '') return plain;
  const digits = whole.padStart(3, '0');
  return `${digits.slice(0, -2).replace(/^0+(?=\d)/, '')}.${digits.slice(-2)}${places}`;
}

/** What is typed for a value of the contract: 81.2 for 0.812. */
export function typedOf(rounded: string): string {
  return rounded.replace(' %', '');
}

/** A difference as people write it, with its sign: of a rate in percentage points, or to a hundred. */
export function differenceText(difference: string, { isRate }: Written, language: string): string {
  const size = Number(difference) * (isRate ? 100 : 1);
  const digits = isRate ? 1 : 0;
  return size.toLocaleString(language, {
    signDisplay: 'exceptZero',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
