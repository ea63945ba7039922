import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { insertion } from '../db/insertion.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, forbidden, notFound } from '../errors.ts';
import { indicators } from '../figures/indicators.ts';
import type { Days } from '../indicators/indicator.ts';
import { periodOf } from '../reported-figures/reported-period.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import type { ClosePeriodInput, ReopenPeriodInput } from './figure-snapshot.input.ts';
import { scopesOf } from './scopes-of.ts';

const longestReason = 200;

/**
 * Closes a period of the desk's town: keeps every figure of it as the records give it now. Returns the id of the snapshot.
 * Errors: BAD_INPUT on input.day where the period is not over, or before 1949-10-01; CONFLICT there where it is closed.
 */
export async function closePeriod(desk: Desk, actor: Actor, input: ClosePeriodInput): Promise<string> {
  if (!reachesTown(actor, 'figure:close', desk.town)) throw forbidden(['figure:close'], { town: desk.town });
  // Whatever is counted is recorded by those that hold the tree: none of them is under way while this counts.
  await lockSettings(desk);
  const period = periodOf(input.length, input.day);
  if (period.last >= dayOf(desk.now)) throw badInput('input.day', 'periodNotOver', { date: period.last });
  dayOfChange(input.day, dayOf(desk.now), 'input.day');
  const number = await nextNumber(desk, period);
  const id = newId();
  const definitions = Object.fromEntries(indicators.map(({ code, versions }) => [code, versions[0].since]));
  const days = { first_day: period.first, last_day: period.last };
  const closed = { closed_at: desk.now, closed_by: actor.accountId };
  const row = { town_id: desk.town, id, length: input.length, ...days, number, definitions, ...closed };
  await desk.db.insertInto('figure_snapshot').values(row).execute();
  const scopes = await scopesOf(desk, period);
  const rows = scopes.map((scope, position) => ({
    ...{ town_id: desk.town, id: newId(), snapshot_id: id, position },
    unit_id: scope.unit,
    kind_id: scope.kind,
    name: scope.name,
    unit_kind: scope.unitKind,
    figures: scope.figures,
  }));
  await insertion('figure_snapshot_scope', rows).execute(desk.db);
  return id;
}

/** Which closing of a period the next one is. Errors: CONFLICT on input.day where the last one stands. */
async function nextNumber(desk: Desk, { first, last }: Days): Promise<number> {
  const latest = await desk.db
    .selectFrom('figure_snapshot as s')
    .leftJoin('figure_reopening as r', (join) =>
      join.onRef('r.town_id', '=', 's.town_id').onRef('r.snapshot_id', '=', 's.id'),
    )
    .select(['s.number', 'r.id as reopened'])
    .where('s.town_id', '=', desk.town)
    .where('s.first_day', '=', first)
    .where('s.last_day', '=', last)
    .orderBy('s.number', 'desc')
    .executeTakeFirst();
  if (latest && latest.reopened === null) throw conflict('periodClosed', 'input.day');
  return (latest?.number ?? 0) + 1;
}

/**
 * Opens a closed period again. What was kept answers on under its id; the next closing keeps what the records give then. Returns
 * the id of the snapshot.
 * Errors: NOT_FOUND on input.snapshot; CONFLICT there where it was opened again before; BAD_INPUT on input.because.
 */
export async function reopenPeriod(desk: Desk, actor: Actor, input: ReopenPeriodInput): Promise<string> {
  const field = 'input.snapshot';
  if (!reachesTown(actor, 'figure:close', desk.town)) throw notFound(field);
  await lockSettings(desk);
  const id = requireIdIn(desk.town, input.snapshot, 'FigureSnapshot', field);
  const because = oneLine(input.because, 'input.because', longestReason);
  const found = await desk.db
    .selectFrom('figure_snapshot as s')
    .leftJoin('figure_reopening as r', (join) =>
      join.onRef('r.town_id', '=', 's.town_id').onRef('r.snapshot_id', '=', 's.id'),
    )
    .select('r.id as reopened')
    .where('s.town_id', '=', desk.town)
    .where('s.id', '=', id)
    .executeTakeFirst();
  if (!found) throw notFound(field);
  if (found.reopened !== null) throw conflict('periodReopened', field);
  const by = { reopened_at: desk.now, reopened_by: actor.accountId };
  const row = { town_id: desk.town, id: newId(), snapshot_id: id, because, ...by };
  await desk.db.insertInto('figure_reopening').values(row).execute();
  return id;
}
