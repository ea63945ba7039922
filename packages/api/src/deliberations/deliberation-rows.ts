import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { DeliberationType } from './deliberation.type.ts';
import { stateAt } from './deliberation-states.ts';

/** Deliberations; the caller narrows it to what it needs. */
export function selectDeliberations(desk: Desk) {
  return desk.db
    .selectFrom('deliberation as d')
    .select(['d.town_id', 'd.id', 'd.question', 'd.description', 'd.block_id', 'd.electorate', 'd.rule_id'])
    .select(['d.rule_version_id', 'd.state', 'd.proposed_on', 'd.opened_at', 'd.closes_at', 'd.decided_on', 'd.passed'])
    .select(['d.recorded_at', 'd.recorded_by', 'd.version']);
}

export type DeliberationRow = Awaited<ReturnType<ReturnType<typeof selectDeliberations>['executeTakeFirstOrThrow']>>;

/** A deliberation's row as GraphQL shows it at a moment. */
export function deliberationOf(row: DeliberationRow, now: Date): DeliberationType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'Deliberation',
    id: globalId('Deliberation', townId, uuid),
    ...{ townId, uuid, question: row.question, description: row.description, unitUuid: row.block_id },
    ...{ electorate: row.electorate, ruleUuid: row.rule_id, ruleVersionUuid: row.rule_version_id },
    ...{ state: stateAt(row, now), proposedOn: row.proposed_on, openedAt: row.opened_at, closesAt: row.closes_at },
    ...{ decidedOn: row.decided_on, passed: row.passed, recordedAt: row.recorded_at },
    ...{ recordedById: row.recorded_by, version: row.version },
  };
}

/** Batch of deliberations by id. One statement. */
export async function deliberationsById(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(DeliberationType | undefined)[]> {
  const rows = await selectDeliberations(desk)
    .where('d.town_id', 'in', townsOf(keys))
    .where('d.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', (row) => deliberationOf(row, desk.now));
}
