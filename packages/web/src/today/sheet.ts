import type { VisitWay } from '../generated/graphql.ts';

/** Why a household is on the list of those to contact. */
export interface DueBecause {
  name: string | null;
  dueOn: string;
  note: string | null;
}

/** A household on a visit list that is printed. */
export interface SheetRow {
  id: string;
  code: string | null;
  label: string | null;
  address: string | null;
  block: string | null;
  categories: readonly string[];
  because: readonly DueBecause[];
  lastVisit: { visitedOn: string; way: VisitWay } | null;
  /** What to bring from the last visit. */
  bring: readonly string[];
  openRequests: readonly { number: string; subject: string }[];
}
