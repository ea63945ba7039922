import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { placedOn } from '../households/placed-on.ts';
import { withinReach } from '../households/within-reach.ts';
import { suppressedBelow } from '../indicators/suppressed.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { rateOf } from '../schema/rate.ts';
import { unitsOfBlocks } from '../units/units-of-blocks.ts';
import { type CalledFor, householdsCalledFor } from './called-for.ts';
import { pairingKindsOf } from './kind-rows.ts';
import { lastsOn } from './pairing-rows.ts';
import type { PairingGroup, PairingSumType } from './pairing-sums.type.ts';

/** What sums are asked for: on which day and of contacts in which period, told apart by what, within one unit alone where one is told. */
export interface PairingSumsQuestion {
  by: PairingGroup;
  on: string;
  period: { first: string; last: string };
  /** A unit by its id in the town. */
  unit: string | null;
}

/** What is counted in a block of a kind. */
interface Counted {
  block: string;
  kind: string;
  running: number;
  contacts: number;
}

/** Whether sums were told by sensitive kinds of few households, or would have been: together, unless each is named. */
interface SensitiveSums {
  groups: PairingSumType[];
  ofFew: boolean;
}

/**
 * Pairings of the households that somebody may see, by group; none where there is nothing to count. Sensitive kinds of few households are told together, in a group without
 * a kind, unless `namesFew`. Five statements at the most beside what tells of the tree and the kinds. Errors: BAD_INPUT on period.last.
 */
export async function pairingSums(
  desk: Desk,
  actor: Actor,
  question: PairingSumsQuestion,
  namesFew: boolean,
): Promise<SensitiveSums> {
  const { by, on, period, unit } = question;
  requirePeriod(period, 'period');
  const unitOf = new Map((await unitsOfBlocks(desk, desk.town, unit)).map((each) => [each.block, each.unit]));
  const seen = await householdsSeen(desk, actor);
  const called = (await desk.load(householdsCalledFor, { townId: desk.town, on })).filter(
    ({ household, block }) => unitOf.has(block) && (seen === null || seen.has(household)),
  );
  const counted = (await countedBy(desk, actor, on, period)).filter(({ block }) => unitOf.has(block));
  if (called.length === 0 && counted.length === 0) return { groups: [], ofFew: false };
  if (by === 'ALL') return { groups: [sumOf(desk.town, {}, called, counted)], ofFew: false };
  if (by === 'UNIT') return { groups: byUnit(desk.town, unitOf, called, counted), ofFew: false };
  return byKind(desk, called, counted, namesFew);
}

/** The sum of a group: of the households that ought to have a pairing, and of what is counted. */
function sumOf(
  townId: number,
  of: Partial<Pick<PairingSumType, 'kindUuid' | 'unitUuid'>>,
  households: readonly CalledFor[],
  counts: readonly Counted[],
): PairingSumType {
  return {
    ...{ townId, kindUuid: null, unitUuid: null, ...of },
    paired: rateOf(households.filter(({ paired }) => paired.size > 0).length, households.length),
    running: counts.reduce((total, { running }) => total + running, 0),
    contacts: counts.reduce((total, { contacts }) => total + contacts, 0),
  };
}

/** A sum for each unit, the one with the most households first. */
function byUnit(
  townId: number,
  unitOf: ReadonlyMap<string, string | null>,
  called: readonly CalledFor[],
  counted: readonly Counted[],
): PairingSumType[] {
  const above = ({ block }: { block: string }) => unitOf.get(block) ?? null;
  const [households, counts] = [Map.groupBy(called, above), Map.groupBy(counted, above)];
  return [...new Set([...households.keys(), ...counts.keys()])]
    .map((unitUuid) => sumOf(townId, { unitUuid }, households.get(unitUuid) ?? [], counts.get(unitUuid) ?? []))
    .sort((a, b) => b.paired.denominator - a.paired.denominator);
}

/** A sum for each kind, in the town's order; of sensitive ones with few households one together, unless each is named. */
async function byKind(
  desk: Desk,
  called: readonly CalledFor[],
  counted: readonly Counted[],
  namesFew: boolean,
): Promise<SensitiveSums> {
  const countsOf = Map.groupBy(counted, ({ kind }) => kind);
  const kinds = (await desk.load(pairingKindsOf, desk.town))
    .map(({ uuid, sensitive }) => ({
      ...{ uuid, sensitive, households: ofKinds(called, [uuid]), counts: countsOf.get(uuid) ?? [] },
    }))
    .filter(({ households, counts }) => households.length > 0 || counts.length > 0);
  const few = kinds.filter(({ sensitive, households }) => sensitive && households.length < suppressedBelow);
  const together = namesFew ? [] : few;
  const groups = kinds
    .filter((kind) => !together.includes(kind))
    .map(({ uuid, households, counts }) => sumOf(desk.town, { kindUuid: uuid }, households, counts));
  const rest = ofKinds(
    called,
    together.map(({ uuid }) => uuid),
  );
  const counts = together.flatMap((kind) => kind.counts);
  if (together.length > 0) groups.push(sumOf(desk.town, {}, rest, counts));
  return { groups, ofFew: few.length > 0 };
}

/** The households that ought to have a pairing of one of these kinds, with which of these they have. */
function ofKinds(called: readonly CalledFor[], kinds: readonly string[]): CalledFor[] {
  return called.flatMap((each) =>
    kinds.some((kind) => each.kinds.has(kind))
      ? [{ ...each, paired: new Set(kinds.filter((kind) => each.paired.has(kind))) }]
      : [],
  );
}

/** The households whose pairings somebody may see; null for all of the town. */
async function householdsSeen(desk: Desk, actor: Actor): Promise<ReadonlySet<string> | null> {
  if (reachesTown(actor, 'pairing:read', desk.town)) return null;
  const within = await withinReach(desk, actor, 'pairing:read', sql`own.id`);
  const { rows } = await sql<{ id: string }>`
    select own.id from household own where own.town_id = ${desk.town} and ${within}`.execute(desk.db);
  return new Set(rows.map(({ id }) => id));
}

/** How many pairings run on a day and how many contacts were made in a period, by block and kind. */
async function countedBy(
  desk: Desk,
  actor: Actor,
  on: string,
  { first, last }: PairingSumsQuestion['period'],
): Promise<Counted[]> {
  const within = await withinReach(desk, actor, 'pairing:read', sql`p.household_id`);
  const { rows } = await sql<Counted>`
    select block, kind, sum(running)::int as running, sum(contacts)::int as contacts from (
      select placed.block_id as block, p.kind_id as kind, 1 as running, 0 as contacts
      from pairing p join household_block placed on placed.town_id = p.town_id and placed.household_id = p.household_id
      where p.town_id = ${desk.town} and ${lastsOn(on)} and ${placedOn(desk.town, on)} and ${within}
      union all
      select c.block_id, p.kind_id, 0, 1
      from pairing_contact c join pairing p on p.town_id = c.town_id and p.id = c.pairing_id
      where c.town_id = ${desk.town} and c.withdrawn_at is null and c.contacted_on between ${first} and ${last} and ${within}
    ) as each group by block, kind`.execute(desk.db);
  return rows;
}
