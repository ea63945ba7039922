import { type RawBuilder, sql } from 'kysely';
import { requirePurpose } from '../audit/personal.ts';
import type { HouseholdCategoryType } from '../categories/category.type.ts';
import { categoriesOfTowns } from '../categories/find-category.ts';
import { categoriesOfHouseholds, householdsInCategories } from '../categories/household-categories.ts';
import type { Context } from '../context.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { placedOn } from '../households/placed-on.ts';
import { heldBy, withinReach } from '../households/within-reach.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { orderedPageTogether } from '../schema/pages-together.ts';
import { dayOf } from '../today.ts';
import { placeWith, unitsStanding, unitsUnder } from '../units/standing-under.ts';
import type { CandidatesArgs } from './enrolment.input.ts';
import type { ProgrammeCandidateType } from './enrolment.type.ts';
import type { ProgrammeType } from './programme.type.ts';
import { categoriesOfProgrammes, unitsOfProgrammes } from './programme-parts.ts';
import { programmesOfSeries } from './programme-rows.ts';

/** For whom a programme is: its ages, categories and units. */
export type ForWhom = Pick<ProgrammeType, 'townId' | 'uuid' | 'takers' | 'ageFrom' | 'ageTo' | 'firstDay'>;

/** Who may take part: a household, or a resident of it, which of the two, and the block that holds it today. */
export interface Candidate {
  taker: string;
  household: string;
  resident: string | null;
  block: string;
}

/** In SQL, of a candidate: who takes part. */
const taker = sql`coalesce(s.resident_id, placed.household_id)`;

/** Whether who takes part in a programme tells of their health or a disability: it is for those in a sensitive category. */
export async function isSensitive(desk: Desk, programme: Pick<ProgrammeType, 'townId' | 'uuid'>): Promise<boolean> {
  const categories = await desk.load(categoriesOfProgrammes, { townId: programme.townId, uuid: programme.uuid });
  if (categories.length === 0) return false;
  const all = await desk.load(categoriesOfTowns, programme.townId);
  return all.some(({ uuid, sensitive }) => sensitive && categories.includes(uuid));
}

/** Refuses to list people of a programme by whom it tells of health or a disability, where no purpose is named, and notes the reading. */
export async function notePeopleOf(desk: Desk, ctx: Context, programme: ProgrammeType, field: string): Promise<void> {
  if (!(await isSensitive(desk, programme))) return;
  requirePurpose(ctx, field);
  ctx.personalReadings.add(desk.town, 'ProgrammeEnrolment.programme', []);
}

/**
 * A page of those for whom a programme is and whom somebody may see, block by block.
 * Errors: NOT_FOUND on filter.unit; BAD_INPUT on candidates for one of a sensitive category without a purpose, on first, last, after or before.
 */
export async function listCandidates(
  desk: Desk,
  ctx: Context,
  programme: ProgrammeType,
  args: CandidatesArgs,
): Promise<Connection<ProgrammeCandidateType>> {
  await notePeopleOf(desk, ctx, programme, 'candidates');
  const { unit, enrolled, tookPartBefore } = args.filter ?? {};
  const where = [await withinReach(desk, ctx.signedIn, 'enrolment:read', sql`placed.household_id`)];
  if (unit != null) where.push(heldBy(desk, sql`placed.household_id`, await unitsUnder(desk, unit, 'filter.unit')));
  if (enrolled != null) where.push(enrolled ? takesPart(programme) : sql`not ${takesPart(programme)}`);
  if (tookPartBefore != null) {
    const had = hadPlaceIn(desk, await earlierThan(desk, ctx, programme));
    where.push(tookPartBefore ? had : sql`not ${had}`);
  }
  where.push(await categoryCondition(desk, programme));
  const rows = desk.db.selectFrom((await candidatesFor(desk, programme, where)).as('c'));
  const page = await orderedPageTogether(
    desk,
    ['pages of candidates', args],
    args,
    {
      ...{ by: 'c.block', type: 'uuid', id: 'c.taker', latestFirst: false },
      keyOf: ({ block, taker: uuid }: Candidate) => ({ by: block, uuid }),
    },
    { rows: rows.selectAll(), counted: rows.select(({ fn }) => fn.countAll<number>().as('total')) },
  );
  const { townId, uuid: programmeUuid } = programme;
  return fillPage(page, async ({ household, resident }) => ({
    ...{ townId, programmeUuid, householdUuid: household, residentUuid: resident },
  }));
}

/** In SQL, of a candidate: that they take part in a programme or wait. */
function takesPart({ townId, uuid }: Pick<ProgrammeType, 'townId' | 'uuid'>): RawBuilder<boolean> {
  return sql`exists (select from programme_enrolment e where e.town_id = ${townId} and e.programme_id = ${uuid}
    and coalesce(e.resident_id, e.household_id) = ${taker} and e.state <> 'WITHDRAWN')`;
}

/** The programmes that one repeats. Who took part in one for those of a sensitive category is told for a purpose alone, here too. */
async function earlierThan(desk: Desk, ctx: Context, programme: ProgrammeType): Promise<ProgrammeType[]> {
  const { townId, seriesUuid, firstDay } = programme;
  const series = await desk.load(programmesOfSeries, { townId, uuid: seriesUuid });
  const earlier = series.filter((each) => each.firstDay < firstDay);
  await Promise.all(earlier.map((each) => notePeopleOf(desk, ctx, each, 'candidates')));
  return earlier;
}

/** In SQL, of a candidate: that they had a place in one of these programmes. */
function hadPlaceIn(desk: Desk, programmes: readonly ProgrammeType[]): RawBuilder<boolean> {
  return sql`exists (select from programme_enrolment e where e.town_id = ${desk.town}
    and e.programme_id = ${anyOf(programmes.map(({ uuid }) => uuid))}
    and coalesce(e.resident_id, e.household_id) = ${taker} and e.state = 'ENROLLED')`;
}

/** Those of some residents or households for whom a programme is. The categories of their households alone are looked at. */
export async function candidatesAmong(desk: Desk, programme: ForWhom, takers: readonly string[]): Promise<Candidate[]> {
  const all = await candidatesFor(desk, programme, [sql`${taker} = ${anyOf(takers)}`]);
  const found = await desk.db.selectFrom(all.as('c')).selectAll().execute();
  const [{ townId, uuid }, today] = [programme, dayOf(desk.now)];
  const categories = await desk.load(categoriesOfProgrammes, { townId, uuid });
  if (categories.length === 0) return found;
  const held = await Promise.all(
    found.map(({ household }) => desk.load(categoriesOfHouseholds, { townId, uuid: household })),
  );
  return found.filter(({ resident }, index) =>
    held[index]?.some(
      (each) =>
        categories.includes(each.categoryUuid) &&
        isHeld(each, today) &&
        (countsForAll(each, programme.takers) || each.residentUuid === resident),
    ),
  );
}

/**
 * Those for whom a programme is as their households stand today, whatever categories they are in, and for whom all conditions hold, in SQL.
 */
async function candidatesFor(
  desk: Desk,
  programme: ForWhom,
  conditions: readonly RawBuilder<unknown>[],
): Promise<RawBuilder<Candidate>> {
  const today = dayOf(desk.now);
  const holds = sql`s.valid_from <= ${today} and (s.valid_to is null or s.valid_to > ${today})`;
  const byHousehold = programme.takers === 'HOUSEHOLD';
  // In a contest between teams nobody takes part by themselves.
  const isForPeople = programme.takers !== 'TEAM';
  const members = byHousehold
    ? sql`cross join (select null::uuid as resident_id) s`
    : sql`join resident_stay s on s.town_id = placed.town_id and s.household_id = placed.household_id and ${holds}`;
  const where = [
    placedOn(desk.town, today),
    ageCondition(programme, byHousehold ? holds : undefined),
    await unitCondition(desk, programme),
    sql`${isForPeople}::boolean`,
    ...conditions,
  ];
  return sql<Candidate>`(
    select ${taker} as taker, placed.household_id as household, s.resident_id as resident, placed.block_id as block
    from household_block placed ${members} where ${sql.join(where, sql` and `)})`;
}

/** By the calendar years of birth and of the programme's first day. Of a household it holds where it does of a member. */
function ageCondition(
  { ageFrom, ageTo, firstDay }: ForWhom,
  stays: RawBuilder<unknown> | undefined,
): RawBuilder<unknown> {
  if (ageFrom === null && ageTo === null) return sql`true`;
  const year = Number(firstDay.slice(0, 4));
  const [eldest, youngest] = [ageTo === null ? 0 : year - ageTo, ageFrom === null ? year : year - ageFrom];
  // Told to the planner, who otherwise takes them for half a percent of all and looks each up by itself.
  const born = sql`r.birth_year between ${sql.lit(eldest)} and ${sql.lit(youngest)}`;
  if (!stays) {
    return sql`exists (select from resident r where r.town_id = placed.town_id and r.id = s.resident_id and ${born})`;
  }
  return sql`exists (select from resident_stay s join resident r on r.town_id = s.town_id and r.id = s.resident_id
    where s.town_id = placed.town_id and s.household_id = placed.household_id and ${stays} and ${born})`;
}

async function unitCondition(desk: Desk, { townId, uuid }: ForWhom): Promise<RawBuilder<unknown>> {
  const named = await desk.load(unitsOfProgrammes, { townId, uuid });
  if (named.length === 0) return sql`true`;
  const places = await Promise.all(named.map((unit) => placeWith(desk, townId, unit)));
  const standing = new Set(places.flatMap(({ units }) => units[0] ?? []));
  const blocks = await unitsStanding(desk, (place) => place.units.some((unit) => standing.has(unit)));
  return sql`placed.block_id = ${anyOf(blocks)}`;
}

/** Which categories a household is in is sealed where they are sensitive, so that it is looked up beside the database. */
async function categoryCondition(desk: Desk, { townId, uuid, takers }: ForWhom): Promise<RawBuilder<boolean>> {
  const named = await desk.load(categoriesOfProgrammes, { townId, uuid });
  if (named.length === 0) return sql<boolean>`true`;
  const today = dayOf(desk.now);
  const all = (await desk.load(categoriesOfTowns, townId)).filter((category) => named.includes(category.uuid));
  const held = await Promise.all(
    all.map(({ uuid, sensitive }) => desk.load(householdsInCategories, { townId, uuid, sensitive })),
  );
  const now = held.flat().filter((each) => isHeld(each, today));
  const whole = now.filter((each) => countsForAll(each, takers)).map(({ householdUuid }) => householdUuid);
  const residents = now.flatMap(({ residentUuid }) => residentUuid ?? []);
  return sql<boolean>`(placed.household_id = ${anyOf(whole)} or s.resident_id = ${anyOf(residents)})`;
}

function isHeld({ validFrom: from, validTo: to }: HouseholdCategoryType, day: string): boolean {
  return holdsOn({ from, to }, day);
}

/** Whether a category that a household is in, or one of its members, is that of all who take part out of it. */
function countsForAll({ residentUuid }: HouseholdCategoryType, takers: ForWhom['takers']): boolean {
  return takers === 'HOUSEHOLD' || residentUuid === null;
}
