import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { reachesHousehold } from '../households/find-household.ts';
import { globalId } from '../schema/global-id.ts';
import { reachesUnit } from './deliberation-reach.ts';
import type { DeliberationVoterType, DeliberationVoteType } from './vote.type.ts';

/** Voters; the caller narrows it to what it needs. */
export function selectVoters(desk: Desk) {
  return desk.db
    .selectFrom('deliberation_voter as e')
    .leftJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'e.town_id').onRef('h.id', '=', 'e.household_id'),
    )
    .select(['e.town_id', 'e.id', 'e.deliberation_id', 'e.household_id', 'e.person_id'])
    .select(({ fn }) => fn.coalesce('h.audit_key', 'e.audit_key').as('audit_key'))
    .select(
      sql<boolean>`exists (select from deliberation_vote v where v.town_id = e.town_id and v.voter_id = e.id
        and v.withdrawn_at is null)`.as('voted'),
    );
}

export type VoterRow = Awaited<ReturnType<ReturnType<typeof selectVoters>['executeTakeFirstOrThrow']>>;

/** A voter's row as GraphQL shows it; how they voted is read by itself. */
export function voterOf(row: VoterRow): DeliberationVoterType {
  const { town_id: townId, id: uuid } = row;
  return {
    ...{ id: globalId('DeliberationVoter', townId, uuid), townId, uuid, deliberationUuid: row.deliberation_id },
    ...{ householdUuid: row.household_id, personUuid: row.person_id, auditKey: row.audit_key, voted: row.voted },
  };
}

/** Batch of voters by id. One statement. */
export async function votersById(desk: Desk, keys: readonly TownKey[]): Promise<(DeliberationVoterType | undefined)[]> {
  const rows = await selectVoters(desk)
    .where('e.town_id', 'in', townsOf(keys))
    .where('e.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', voterOf);
}

/** Whether somebody records the votes of a voter: of a household where that stands today, of a person where the unit does that deliberates. */
export async function reachesVoter(
  desk: Desk,
  actor: Actor,
  { townId, householdUuid }: Pick<DeliberationVoterType, 'townId' | 'householdUuid'>,
  unit: string,
): Promise<boolean> {
  return householdUuid === null
    ? reachesUnit(desk, actor, 'deliberation:record', townId, unit)
    : reachesHousehold(desk, actor, 'deliberation:record', { townId, uuid: householdUuid });
}

/** Batch of the votes of voters, the first one first, those withdrawn among them. One statement. */
export async function votesOfVoters(desk: Desk, keys: readonly TownKey[]): Promise<DeliberationVoteType[][]> {
  const rows = await desk.db
    .selectFrom('deliberation_vote')
    .select(['town_id', 'voter_id', 'choice', 'recorded_at', 'recorded_by', 'withdrawn_at', 'withdrawn_because'])
    .where('town_id', 'in', townsOf(keys))
    .where('voter_id', 'in', idsOf(keys))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return parted(keys, rows, 'voter_id', (row) => ({
    ...{ townId: row.town_id, recordedById: row.recorded_by, choice: row.choice, recordedAt: row.recorded_at },
    ...{ withdrawnAt: row.withdrawn_at, withdrawnBecause: row.withdrawn_because },
  }));
}
