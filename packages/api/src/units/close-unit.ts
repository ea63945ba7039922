import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { beginRevision, endLife } from '../db/revise.ts';
import { conflict } from '../errors.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getUnitFor } from './find-unit.ts';
import { replaceVersion } from './revise-unit.ts';
import type { CloseUnitInput } from './unit.input.ts';

/**
 * Closes a unit: `on` is the first day without it. Closed on the day it began, it was never there.
 * Errors: NOT_FOUND on input.unit; BAD_INPUT on input.on; CONFLICT where it is closed already, changed later or by
 * somebody else, or where units, teams, posts or accounts still hang on it.
 */
export async function closeUnit(
  desk: Desk,
  actor: Actor,
  uuid: string,
  input: CloseUnitInput,
  on: string,
): Promise<void> {
  await lockTree(desk);
  const key = { townId: desk.town, asOf: on, uuid };
  const unit = await getUnitFor(desk, actor, 'unit:close', key, 'input.unit');
  await beginRevision(desk, 'unit', unit, on, input.expectedVersion, 'input.on');
  await refuseWhatHangsOn(desk, uuid, on);
  await replaceVersion(desk, uuid, on, null);
  await endLife(desk, 'unit', uuid, on);
}

async function refuseWhatHangsOn(desk: Desk, uuid: string, on: string): Promise<void> {
  const { units, teams, posts, accounts } = await desk.db
    .selectNoFrom((of) => {
      const lasting = (table: 'post' | 'assignment') =>
        of
          .selectFrom(table)
          .select((rows) => rows.fn.countAll<number>().as('count'))
          .where('town_id', '=', desk.town)
          .where('unit_id', '=', uuid)
          // A period that was taken back on the day it began is empty.
          .whereRef('valid_from', 'is distinct from', 'valid_to')
          .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', on)]));
      return [
        of
          .selectFrom('unit_version')
          .select((rows) => rows.fn.countAll<number>().as('count'))
          .where('town_id', '=', desk.town)
          .where('parent_id', '=', uuid)
          .where('superseded_at', 'is', null)
          .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', on)]))
          .as('units'),
        of
          .selectFrom('team_version')
          .select((rows) => rows.fn.countAll<number>().as('count'))
          .where('town_id', '=', desk.town)
          .where('block_id', '=', uuid)
          .where('superseded_at', 'is', null)
          .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', on)]))
          .as('teams'),
        lasting('post').as('posts'),
        lasting('assignment').as('accounts'),
      ];
    })
    .executeTakeFirstOrThrow();
  const under = (units ?? 0) + (teams ?? 0);
  if (under > 0) throw conflict('unitHasChildren', 'input.unit', { count: under });
  if (posts) throw conflict('unitHasPosts', 'input.unit', { count: posts });
  if (accounts) throw conflict('unitHasAccounts', 'input.unit', { count: accounts });
}
