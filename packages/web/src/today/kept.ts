import type { RequestState, VisitListQuery, VisitWay } from '../generated/graphql.ts';
import type { DueBecause, SheetRow } from './sheet.ts';

interface Named {
  id: string;
  name: string;
}

/** A household as it is taken along: who, where, why, and what to bring. */
export interface KeptHousehold {
  id: string;
  code: string | null;
  label: string | null;
  address: string | null;
  block: Named | null;
  /** Those who are in the teams of its block. */
  team: readonly Named[];
  categories: readonly string[];
  because: readonly DueBecause[];
  lastVisit: {
    visitedOn: string;
    way: VisitWay;
    visitors: string[];
    demand: string | null;
    outcome: string | null;
  } | null;
  /** Whether requests may be raised for it at the visit. */
  mayAsk: boolean;
  openRequests: readonly { number: string; subject: string; state: RequestState; raisedOn: string }[];
}

/** A day's list of households, with what the form of a visit offers. */
export interface VisitList {
  townName: string;
  households: readonly KeptHousehold[];
  subjects: readonly Named[];
  /** As whom whoever takes it along acts in the town. */
  self: Named | null;
}

type Town = NonNullable<VisitListQuery['town']>;
type Household = NonNullable<NonNullable<Town['households']>[number]>;

/** What is kept of a household that was read. */
export function keptOf(household: Household): KeptHousehold {
  const { id, code, label, address, viewerCan, block, categories, lastVisit, requests } = household;
  const members = (block?.teams ?? []).flatMap(({ members }) => (members ?? []).flatMap(({ person }) => person ?? []));
  const team = members.filter((each, index) => members.findIndex((other) => other.id === each.id) === index);
  return {
    ...{ id, code, label, address },
    block: block && named(block),
    team: team.map(named),
    categories: (categories ?? []).map(({ name }) => name),
    because: [],
    mayAsk: viewerCan.includes('REQUEST_RAISE'),
    lastVisit: lastVisit && {
      ...{ visitedOn: lastVisit.visitedOn, way: lastVisit.way, demand: lastVisit.demand, outcome: lastVisit.outcome },
      visitors: lastVisit.visitors.map(({ name }) => name),
    },
    openRequests: (requests ?? [])
      .filter(({ state }) => state !== 'CLOSED' && state !== 'WITHDRAWN')
      .map(({ number, subject, state, raisedOn }) => ({ number, subject: subject.name, state, raisedOn })),
  };
}

/** The id and the name of something alone. */
export function named({ id, name }: Named): Named {
  return { id, name };
}

/** A household of a list as it is printed. */
export function sheetRowOf({ block, lastVisit, ...row }: KeptHousehold): SheetRow {
  const bring = [lastVisit?.demand, lastVisit?.outcome].filter((each) => each != null);
  return { ...row, block: block?.name ?? null, lastVisit, bring };
}
