import { sql } from 'kysely';
import { anyOf, idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { ProgrammeType } from '../programmes/programme.type.ts';
import { type ProgrammeRow, programmeOf, selectProgrammes } from '../programmes/programme-rows.ts';
import { globalId } from '../schema/global-id.ts';
import type { ProgrammeOfferType } from './programme-offer.type.ts';

function selectOffers(desk: Desk) {
  return desk.db
    .selectFrom('programme_offer')
    .select(['id', 'district_code', 'kind', 'name', 'about', 'takers', 'one_session', 'first_day', 'last_day'])
    .select(['age_from', 'age_to', 'cost_per_head', 'recorded_at', 'withdrawn_at', 'withdrawn_because']);
}

function offerOf(
  row: Awaited<ReturnType<ReturnType<typeof selectOffers>['executeTakeFirstOrThrow']>>,
): ProgrammeOfferType {
  return {
    id: globalId('ProgrammeOffer', 0, row.id),
    ...{ uuid: row.id, districtCode: row.district_code, kind: row.kind, name: row.name, about: row.about },
    ...{ takers: row.takers, oneSession: row.one_session, firstDay: row.first_day, lastDay: row.last_day },
    ...{ ageFrom: row.age_from, ageTo: row.age_to, costPerHead: row.cost_per_head, recordedAt: row.recorded_at },
    ...{ withdrawnAt: row.withdrawn_at, withdrawnBecause: row.withdrawn_because },
  };
}

/** Batch of offers by id. One statement. */
export async function offersById(desk: Desk, ids: readonly string[]): Promise<(ProgrammeOfferType | undefined)[]> {
  const rows = await selectOffers(desk).where('id', '=', anyOf(ids)).execute();
  const found = new Map(rows.map((row) => [row.id, offerOf(row)]));
  return ids.map((id) => found.get(id));
}

/** Batch of the offers of districts, the latest first day first. One statement. */
export async function offersOfDistricts(desk: Desk, codes: readonly string[]): Promise<ProgrammeOfferType[][]> {
  const rows = await selectOffers(desk)
    .where('district_code', 'in', [...new Set(codes)])
    .orderBy('first_day', 'desc')
    .orderBy('id')
    .execute();
  const offers = rows.map(offerOf);
  return codes.map((code) => offers.filter(({ districtCode }) => districtCode === code));
}

/** Batch of the programmes by which towns take part in offers, by the offer. One statement. */
export async function joinedProgrammes(desk: Desk, keys: readonly TownKey[]): Promise<(ProgrammeType | undefined)[]> {
  const rows = await selectProgrammes(desk)
    .where('p.town_id', 'in', townsOf(keys))
    .where('p.offer_id', '=', anyOf(idsOf(keys)))
    .where('p.state', '<>', 'CANCELLED')
    .execute();
  const joined = rows.flatMap((row) => (row.offer_id === null ? [] : [{ ...row, offer_id: row.offer_id }]));
  return paired(keys, joined, 'offer_id', (row: ProgrammeRow) => programmeOf(row));
}

/** How many take part in a town in what its district offers. */
export interface TakingPart {
  townId: number;
  enrolled: number;
  waiting: number;
  came: number;
}

/** Batch of the towns of the desk's that take part in offers, with how many do there. One statement. */
export async function takingPartIn(desk: Desk, offers: readonly string[]): Promise<TakingPart[][]> {
  const { rows } = await sql<TakingPart & { offer: string }>`
    select p.offer_id as offer, p.town_id as "townId",
      (count(*) filter (where e.state = 'ENROLLED') + (
        select count(*) from contest_team t where t.town_id = p.town_id and t.programme_id = p.id and t.withdrawn_at is null))::int as enrolled,
      count(*) filter (where e.state = 'WAITING')::int as waiting,
      count(*) filter (where e.state = 'ENROLLED' and exists (
        select from programme_attendance a where a.town_id = e.town_id and a.enrolment_id = e.id
          and a.attended and a.superseded_at is null))::int as came
    from programme p left join programme_enrolment e on e.town_id = p.town_id and e.programme_id = p.id
    where p.offer_id = ${anyOf(offers)} and p.state <> 'CANCELLED'
    group by p.offer_id, p.town_id, p.id`.execute(desk.db);
  return offers.map((offer) => rows.filter((row) => row.offer === offer).map(({ offer: _, ...taking }) => taking));
}
