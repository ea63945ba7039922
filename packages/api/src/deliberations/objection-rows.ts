import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { DeliberationAnswerType, DeliberationObjectionType } from './vote.type.ts';

/** Objections with who objects; the caller narrows it to what it needs. */
export function selectObjections(desk: Desk) {
  return desk.db
    .selectFrom('deliberation_objection as o')
    .innerJoin('deliberation_vote as v', (join) =>
      join.onRef('v.town_id', '=', 'o.town_id').onRef('v.id', '=', 'o.vote_id'),
    )
    .innerJoin('deliberation_voter as e', (join) =>
      join.onRef('e.town_id', '=', 'v.town_id').onRef('e.id', '=', 'v.voter_id'),
    )
    .leftJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'e.town_id').onRef('h.id', '=', 'e.household_id'),
    )
    .select(['o.town_id', 'o.id', 'o.text', 'o.raised_on', 'o.answered', 'o.withdrawn', 'v.voter_id', 'o.recorded_at'])
    .select(({ fn }) => fn.coalesce('h.audit_key', 'e.audit_key').as('audit_key'));
}

export type ObjectionRow = Awaited<ReturnType<ReturnType<typeof selectObjections>['executeTakeFirstOrThrow']>>;

/** An objection's row as GraphQL shows it; its text is read by itself. */
export function objectionOf(row: ObjectionRow): DeliberationObjectionType {
  const { town_id: townId, id: uuid } = row;
  return {
    ...{ id: globalId('DeliberationObjection', townId, uuid), townId, uuid, voterUuid: row.voter_id },
    ...{ textInFull: row.text, auditKey: row.audit_key, raisedOn: row.raised_on, answered: row.answered },
  };
}

/** Batch of objections that hold, by id. One statement. */
export async function objectionsById(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(DeliberationObjectionType | undefined)[]> {
  const rows = await selectObjections(desk)
    .where('o.town_id', 'in', townsOf(keys))
    .where('o.id', 'in', idsOf(keys))
    .where('o.withdrawn', '=', false)
    .execute();
  return paired(keys, rows, 'id', objectionOf);
}

/** An answer by its key in the town, without whose objection it answers. */
type AnswerRow = Omit<DeliberationAnswerType, 'auditKey'> & { uuid: string };

/** Batch of the answers to objections, the first one first. One statement. */
export async function answersOf(desk: Desk, keys: readonly TownKey[]): Promise<AnswerRow[][]> {
  const rows = await desk.db
    .selectFrom('deliberation_answer')
    .select(['town_id', 'id', 'objection_id', 'text', 'person_id', 'way', 'answered_on', 'reply'])
    .select(['replied_on'])
    .where('town_id', 'in', townsOf(keys))
    .where('objection_id', 'in', idsOf(keys))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return parted(keys, rows, 'objection_id', (row) => ({
    ...{ townId: row.town_id, uuid: row.id, personUuid: row.person_id, textInFull: row.text },
    ...{ way: row.way, answeredOn: row.answered_on, reply: row.reply, repliedOn: row.replied_on },
  }));
}
