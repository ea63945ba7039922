import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { serviceNumber } from '../residents/telephone.ts';
import { dayOfChange } from '../schema/day.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { unitToDeal } from '../units/standing-under.ts';
import { timelineOf } from '../units/timeline.ts';
import type { EndHotlineInput, OpenHotlineInput, ReviseHotlineInput } from './hotline.input.ts';
import { getHotlineFor, holdHotline, hotlinesOfTowns } from './hotline-rows.ts';

/** Numbers that one hotline may have. */
const mostNumbers = 20;

/**
 * Opens a hotline of a unit or of the desk's town. Returns its id in the town.
 * Errors: NOT_FOUND on input.unit out of the actor's reach; BAD_INPUT or CONFLICT on the field at fault.
 */
export async function openHotline(desk: Desk, actor: Actor, input: OpenHotlineInput): Promise<string> {
  await lockSettings(desk);
  const from = dayOfChange(input.from, dayOf(desk.now), 'input.from');
  const needs = { actor, permission: 'hotline:keep' } as const;
  const unit_id = await unitToDeal(desk, input.unit, from, 'input.unit', needs, 'input.from');
  const kind = unit_id === null ? null : (await desk.load(timelineOf, desk.town)).stateOn(unit_id, from)?.kind;
  // Calls count for blocks by who calls, not by whom they call.
  if (kind === 'BLOCK' || kind === 'BUILDING') throw badInput('input.unit', 'hotlineOfBlock');
  const id = newId();
  await desk.db
    .insertInto('hotline')
    .values({
      ...{ town_id: desk.town, id, unit_id, name: await freeName(desk, input.name) },
      ...{ telephones: readNumbers(input.telephones), ...readHours(input) },
      ...{ valid_from: from, valid_to: null, version: 1 },
    })
    .execute();
  return id;
}

/**
 * Describes a hotline anew. Returns its id in the town.
 * Errors: NOT_FOUND on input.hotline; CONFLICT on input.expectedVersion; BAD_INPUT or CONFLICT on the field at fault.
 */
export async function reviseHotline(desk: Desk, actor: Actor, input: ReviseHotlineInput): Promise<string> {
  await lockSettings(desk);
  const { uuid } = await getHotlineFor(desk, actor, 'hotline:keep', input.hotline);
  const row = await holdHotline(desk, uuid);
  requireVersion(row, input.expectedVersion);
  const hours = { opensAt: input.opensAt ?? row.opens_at, closesAt: input.closesAt ?? row.closes_at };
  await desk.db
    .updateTable('hotline')
    .set({
      ...{ name: input.name == null ? row.name : await freeName(desk, input.name, uuid) },
      ...{ telephones: input.telephones == null ? row.telephones : readNumbers(input.telephones) },
      ...{ ...readHours(hours), version: row.version + 1 },
    })
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
  return uuid;
}

/**
 * Ends a hotline; its calls and its roster stay. Returns its id in the town.
 * Errors: NOT_FOUND on input.hotline, CONFLICT there where it ended already; BAD_INPUT on input.on before it began.
 */
export async function endHotline(desk: Desk, actor: Actor, input: EndHotlineInput): Promise<string> {
  const { uuid } = await getHotlineFor(desk, actor, 'hotline:keep', input.hotline);
  const row = await holdHotline(desk, uuid);
  if (row.valid_to !== null) throw conflict('hotlineEnded', 'input.hotline', { date: row.valid_to });
  const on = dayOfChange(input.on, dayOf(desk.now), 'input.on');
  if (on < row.valid_from) throw badInput('input.on', 'dateBeforeBeginning', { date: row.valid_from });
  await desk.db
    .updateTable('hotline')
    .set({ valid_to: on, version: row.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
  return uuid;
}

async function freeName(desk: Desk, given: string, own?: string): Promise<string> {
  const name = oneLine(given, 'input.name');
  const others = (await desk.load(hotlinesOfTowns, desk.town)).filter(({ uuid }) => uuid !== own);
  if (others.some((each) => each.validTo === null && each.name === name)) throw conflict('nameTaken', 'input.name');
  return name;
}

/** Numbers as digits, each once; short ones such as 12345 too. Errors: BAD_INPUT on input.telephones or one of them. */
function readNumbers(given: readonly string[]): string[] {
  if (given.length === 0) throw badInput('input.telephones', 'required');
  if (given.length > mostNumbers) throw badInput('input.telephones', 'tooMany', { most: mostNumbers });
  return [...new Set(given.map((number, index) => serviceNumber(number, `input.telephones.${index}`)))];
}

function readHours({ opensAt, closesAt }: { opensAt: number; closesAt: number }) {
  if (opensAt < 0 || opensAt > 23) throw badInput('input.opensAt', 'hotlineHours');
  if (closesAt > 24 || closesAt <= opensAt) throw badInput('input.closesAt', 'hotlineHours');
  return { opens_at: opensAt, closes_at: closesAt };
}
