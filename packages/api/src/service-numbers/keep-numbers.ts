import type { Actor } from '../access/actor.ts';
import { reaches } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, notFound } from '../errors.ts';
import { serviceNumber } from '../residents/telephone.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { nextPosition, readPosition } from '../schema/position.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { placeWith, unitToDeal } from '../units/standing-under.ts';
import type { AddServiceNumberInput, ServiceNumberType } from './service-number.type.ts';
import { numbersById, numbersOf } from './service-number-rows.ts';

/** How many numbers a unit, or the whole town, has at a time: what a card has room for. */
const most = 12;

/**
 * Adds a number for a unit or the whole town. Returns all of the same.
 * Errors: NOT_FOUND on input.unit out of reach, or on input.town where the whole town is; those of unitToDeal; BAD_INPUT on input.label,
 * input.telephone or input.position, or on input.label where there are as many as there may be.
 */
export async function addNumber(desk: Desk, actor: Actor, input: AddServiceNumberInput): Promise<ServiceNumberType[]> {
  await lockSettings(desk);
  const needs = { actor, permission: 'board:publish' } as const;
  const field = input.unit == null ? 'input.town' : 'input.unit';
  const unit = await unitToDeal(desk, input.unit, dayOf(desk.now), field, needs);
  const key = { townId: desk.town, unit };
  const known = await desk.load(numbersOf, key);
  if (known.length >= most) throw badInput('input.label', 'tooMany', { most });
  await desk.db
    .insertInto('service_number')
    .values({
      ...{ town_id: desk.town, id: newId(), unit_id: unit, label: oneLine(input.label, 'input.label', 20) },
      ...{
        telephone: serviceNumber(input.telephone, 'input.telephone'),
        position: readPosition(input.position) ?? nextPosition(known),
      },
      ...{ recorded_at: desk.now, recorded_by: actor.accountId, ended_at: null, ended_by: null },
    })
    .execute();
  desk.forget();
  return desk.load(numbersOf, key);
}

/** Takes a number off. Returns all that are left of the same unit or town. Errors: NOT_FOUND on input.number. */
export async function endNumber(desk: Desk, actor: Actor, input: { number: string }): Promise<ServiceNumberType[]> {
  await lockSettings(desk);
  const field = 'input.number';
  const uuid = requireIdIn(desk.town, input.number, 'ServiceNumber', field);
  const number = await desk.load(numbersById, { townId: desk.town, uuid });
  const place = number && (await placeWith(desk, desk.town, number.unitUuid));
  if (!place || !reaches(actor, 'board:publish', place)) throw notFound(field);
  await desk.db
    .updateTable('service_number')
    .set({ ended_at: desk.now, ended_by: actor.accountId })
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
  desk.forget();
  return desk.load(numbersOf, { townId: desk.town, unit: number.unitUuid });
}
