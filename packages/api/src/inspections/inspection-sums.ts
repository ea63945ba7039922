import { sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { Days } from '../indicators/indicator.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { dayOf } from '../today.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { unitsUnder } from '../units/standing-under.ts';
import { timelineOf } from '../units/timeline.ts';
import { checkConditions } from './inspection-filter.ts';
import type {
  InspectionGroup,
  InspectionScope,
  InspectionSumsType,
  InspectionSumType,
} from './inspection-list.type.ts';
import { placeKinds } from './inspection-terms.ts';
import type { InspectionPlaceType } from './place.type.ts';
import { placeOf, selectPlaces, thereIn } from './place-rows.ts';

/** What is added up: the checks of one place by one squad in one month. */
interface Counts {
  squad: string;
  place: string;
  month: string;
  checks: number;
  people: number;
  nothing: number;
  findings: number;
  mended: number;
}

/** What is asked: inspections of which scope in which period. */
interface Question {
  by: InspectionGroup;
  period: Days;
  filter: InspectionScope | null;
}

/**
 * What inspections the desk's town had in a period, in all and by group, those withdrawn left out. A number of statements that does not
 * grow with squads, places or checks. Errors: BAD_INPUT on period.last; those of checkConditions.
 */
export async function inspectionSums(desk: Desk, { by, period, filter }: Question): Promise<InspectionSumsType> {
  requirePeriod(period, 'period');
  const [counts, places, timeline, links] = await Promise.all([
    countsOf(desk, period, filter),
    placesIn(desk, period, filter),
    desk.load(timelineOf, desk.town),
    desk.load(lineageOfTowns, desk.town),
  ]);
  const byId = new Map(places.map((place) => [place.uuid, place]));
  const today = dayOf(desk.now);
  const keyOfPlace = (place: InspectionPlaceType) => {
    if (by === 'PLACE') return place.uuid;
    return by === 'KIND' ? place.kind : (standsIn(timeline, links, place.unitUuid, today) ?? place.unitUuid);
  };
  const keyOf = (each: Counts) => {
    if (by === 'SQUAD') return each.squad;
    const place = byId.get(each.place);
    return by === 'MONTH' || !place ? each.month : keyOfPlace(place);
  };
  const ofSquad = by === 'SQUAD' || filter?.squad != null;
  const groups = Map.groupBy(counts, keyOf);
  if (!ofSquad && by !== 'MONTH')
    for (const place of places) groups.set(keyOfPlace(place), groups.get(keyOfPlace(place)) ?? []);
  const sums = [...groups].map(([key, own]) => {
    const there = by === 'MONTH' ? places.filter((place) => wasThere(place, daysOf(key, period))) : places;
    const of = ofSquad
      ? new Set(own.map(({ place }) => place)).size
      : there.filter((place) => by === 'MONTH' || keyOfPlace(place) === key).length;
    return sumOf(desk.town, by, key, own, of);
  });
  sums.sort((a, b) => (by === 'MONTH' ? (a.month ?? '').localeCompare(b.month ?? '') : b.checks - a.checks));
  const all = filter?.squad != null ? new Set(counts.map(({ place }) => place)).size : places.length;
  return { total: sumOf(desk.town, null, null, counts, all), groups: sums };
}

async function countsOf(desk: Desk, period: Days, filter: InspectionScope | null): Promise<Counts[]> {
  const conditions = await checkConditions(desk, { ...filter, period });
  const { rows } = await sql<Counts>`
    select r.squad_id as squad, c.place_id as place, to_char(c.inspected_on, 'YYYY-MM') as month, count(*)::int as checks,
      sum(took.people)::int as people, count(*) filter (where found.findings = 0)::int as nothing,
      sum(found.findings)::int as findings, sum(found.mended)::int as mended
    from inspection_check c join inspection_round r on r.town_id = c.town_id and r.id = c.round_id
    join inspection_place p on p.town_id = c.town_id and p.id = c.place_id
    cross join lateral (select count(*) as people from inspection_attendance a
      where a.town_id = c.town_id and a.check_id = c.id and a.counted) took
    cross join lateral (select count(*) as findings, count(*) filter (where f.mended) as mended from inspection_finding f
      where f.town_id = c.town_id and f.check_id = c.id) found
    where not c.withdrawn and ${sql.join(conditions, sql` and `)}
    group by squad, place, month order by squad, place, month`.execute(desk.db);
  return rows;
}

/** The places of a scope that were there on a day of a period. */
async function placesIn(desk: Desk, period: Days, filter: InspectionScope | null): Promise<InspectionPlaceType[]> {
  const { place, kind, unit } = filter ?? {};
  const conditions = [sql<boolean>`p.town_id = ${desk.town}`, thereIn(period)];
  if (kind != null) conditions.push(sql`p.kind = ${kind}`);
  if (unit != null) conditions.push(sql`p.unit_id = ${anyOf(await unitsUnder(desk, unit, 'filter.unit'))}`);
  const rows = await selectPlaces(desk)
    .where(sql<boolean>`${sql.join(conditions, sql` and `)}`)
    .orderBy('p.id')
    .execute();
  return rows.map(placeOf).filter(({ id }) => place == null || id === place);
}

function wasThere({ validFrom, validTo }: InspectionPlaceType, { first, last }: Days): boolean {
  return validFrom <= last && (validTo === null || validTo > first);
}

/** The days of a month in a period. */
function daysOf(month: string, { first, last }: Days): Days {
  const [from, to] = [`${month}-01`, `${month}-31`];
  return { first: from < first ? first : from, last: to > last ? last : to };
}

function sumOf(
  townId: number,
  by: InspectionGroup | null,
  key: string | null,
  counts: readonly Counts[],
  places: number,
): InspectionSumType {
  const total = (what: 'checks' | 'people' | 'nothing' | 'findings' | 'mended') =>
    counts.reduce((sum, each) => sum + each[what], 0);
  const [checks, personTimes] = [total('checks'), total('people')];
  return {
    townId,
    squadUuid: by === 'SQUAD' ? key : null,
    placeUuid: by === 'PLACE' ? key : null,
    unitUuid: by === 'UNIT' ? key : null,
    kind: by === 'KIND' ? (placeKinds.find((kind) => kind === key) ?? null) : null,
    month: by === 'MONTH' ? key : null,
    ...{ checks, personTimes, places, placesChecked: new Set(counts.map(({ place }) => place)).size },
    checksPerPlace: quotient(checks, places),
    peoplePerCheck: quotient(personTimes, checks),
    ...{ nothingFound: total('nothing'), findings: total('findings'), mended: total('mended') },
  };
}

/** To two digits, a half rounded up; null of none. */
function quotient(of: number, by: number): number | null {
  return by === 0 ? null : Math.floor((200 * of + by) / (2 * by)) / 100;
}
