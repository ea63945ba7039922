import { idsOf, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { keptByTree } from '../db/kept.ts';
import { onDays, spanOf } from '../db/on-days.ts';
import { globalId } from '../schema/global-id.ts';
import { byPinyin } from '../schema/pinyin.ts';
import type { TreeKey } from '../units/town-tree.ts';
import type { TeamType, TeamVersionType } from './team.type.ts';

/** Batch of all teams of towns on days, by name. One statement. */
export const teamsOfTowns = keptByTree(readTeams, {
  townOf: ({ townId }: TreeKey) => townId,
  rowsOf: (teams) => teams.length,
});

async function readTeams(desk: Desk, keys: readonly TreeKey[]): Promise<TeamType[][]> {
  const { first, last } = spanOf(keys);
  const rows = await selectTeams(desk)
    .where('v.town_id', 'in', townsOf(keys))
    .where('v.superseded_at', 'is', null)
    .where('v.valid_from', '<=', last)
    .where((or) => or.or([or('v.valid_to', 'is', null), or('v.valid_to', '>', first)]))
    .execute();
  const byDay = onDays(keys, rows, ({ versionFrom, versionTo }) => ({ from: versionFrom, to: versionTo }));
  return keys.map(({ townId, asOf }) =>
    (byDay.get(asOf) ?? [])
      .filter((row) => row.town_id === townId)
      .map((row) => teamOf(row, asOf))
      .sort((a, b) => byPinyin(a.name, b.name) || (a.uuid < b.uuid ? -1 : 1)),
  );
}

/** Batch of teams by id and day: after their life as they were last, before it as they will be first. One statement. */
export async function teamsById(
  desk: Desk,
  keys: readonly { townId: number; asOf: string; uuid: string }[],
): Promise<(TeamType | undefined)[]> {
  const rows = await selectTeams(desk)
    .where('v.town_id', 'in', townsOf(keys))
    .where('v.team_id', 'in', idsOf(keys))
    // Superseded rows come first, so that the last of a day is the one that holds, if any does.
    .orderBy('v.superseded_at', (order) => order.asc().nullsLast())
    .orderBy('v.valid_from')
    .execute();
  return keys.map(({ townId, asOf, uuid }) => {
    const versions = rows.filter((each) => each.town_id === townId && each.id === uuid);
    const row = versions.findLast((version) => version.versionFrom <= asOf) ?? versions[0];
    return row && teamOf(row, asOf);
  });
}

/** Batch of the versions that hold for teams, oldest first. */
export async function versionsOfTeams(desk: Desk, keys: readonly TownKey[]): Promise<TeamVersionType[][]> {
  const rows = await desk.db
    .selectFrom('team_version')
    .select(['town_id', 'team_id', 'block_id', 'name', 'valid_from', 'valid_to'])
    .where('town_id', 'in', townsOf(keys))
    .where('team_id', 'in', idsOf(keys))
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .execute();
  return keys.map((key) =>
    rows
      .filter((row) => row.town_id === key.townId && row.team_id === key.uuid)
      .map((row) => ({
        townId: row.town_id,
        blockUuid: row.block_id,
        name: row.name,
        validFrom: row.valid_from,
        validTo: row.valid_to,
      })),
  );
}

function selectTeams(desk: Desk) {
  return desk.db
    .selectFrom('team_version as v')
    .innerJoin('team as t', (join) => join.onRef('t.town_id', '=', 'v.town_id').onRef('t.id', '=', 'v.team_id'))
    .select(['t.town_id', 't.id', 't.valid_from', 't.valid_to', 't.version'])
    .select(['v.name', 'v.block_id', 'v.valid_from as versionFrom', 'v.valid_to as versionTo']);
}

type TeamRow = Awaited<ReturnType<ReturnType<typeof selectTeams>['execute']>>[number];

function teamOf(row: TeamRow, asOf: string): TeamType {
  return {
    typename: 'Team',
    id: globalId('Team', row.town_id, row.id),
    townId: row.town_id,
    uuid: row.id,
    blockUuid: row.block_id,
    asOf,
    name: row.name,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    version: row.version,
  };
}
