import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { dayOfDeed } from '../schema/day.ts';
import { uuidPattern } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { readFindings, recordFindings } from './record-found.ts';
import type { RecordInspectionRoundInput } from './round.input.ts';
import type { InspectionRoundType } from './round.type.ts';
import {
  readNote,
  readPeople,
  readPlaces,
  readSome,
  requireInspectable,
  requireOfSquad,
  writeChecks,
  writeRoundVersion,
} from './round-account.ts';
import { roundNow } from './round-rows.ts';
import { hashOfRound, roundSentBefore } from './round-sent-before.ts';
import { getSquadIn } from './squad-rows.ts';

/**
 * Records a round of a squad, with the places that it checked and what was found. One whose `clientId` is recorded already is left as it
 * stands, also where it has left the actor's reach since (`roundSentBefore`). As many statements for one place as for thirty. Returns the
 * round.
 * Errors: NOT_FOUND on input.squad, input.people.N, input.checks.N.place or .people.N; BAD_INPUT or CONFLICT on the field at fault,
 * input.clientId among them.
 */
export async function recordInspectionRound(
  desk: Desk,
  actor: Actor,
  input: RecordInspectionRoundInput,
): Promise<InspectionRoundType> {
  const id = input.clientId ?? newId();
  if (!uuidPattern.test(id)) throw badInput('input.clientId', 'clientId');
  const sent_hash = hashOfRound(input);
  const recorded = input.clientId == null ? undefined : await roundSentBefore(desk, actor, id, sent_hash);
  if (recorded !== undefined) return recorded;
  await holdTree(desk);
  const on = dayOfDeed(input.on, dayOf(desk.now), 'input.on');
  const squad = await getSquadIn(desk, input.squad, 'input.squad');
  const people = await readPeople(desk, input.people);
  const places = await readPlaces(desk, input.checks);
  const blocks = await requireInspectable(desk, actor, { squad, on, squadField: 'input.squad' }, places);
  await requireOfSquad(desk, squad, on, people, 'input.people');
  const note = readNote(input.note);
  const checks = input.checks.map((each, index) => ({
    id: newId(),
    place: places[index]?.uuid ?? '',
    block: blocks[index] ?? '',
    position: index + 1,
    people: readSome(desk, each.people, people, `input.checks.${index}.people`) ?? people,
    found: readFindings(each, `input.checks.${index}`),
    known: 0,
  }));
  const row = {
    ...{ town_id: desk.town, id, squad_id: squad.uuid, inspected_on: on },
    ...{ recorded_at: desk.now, recorded_by: actor.accountId, sent_hash, version: 1 },
    ...{ withdrawn_at: null, withdrawn_by: null, withdrawn_reason: null },
  };
  const written = await desk.db
    .insertInto('inspection_round')
    .values(row)
    .onConflict((known) => known.columns(['town_id', 'id']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) {
    // Another request with the same round was quicker.
    const quicker = await roundSentBefore(desk, actor, id, sent_hash);
    if (quicker === undefined) throw new Error(`Round ${id} is neither written nor there`);
    return quicker;
  }
  await writeChecks(desk, id, on, checks);
  await writeRoundVersion(desk, actor.accountId, id, { number: 1, on, note, reason: null }, checks);
  await recordFindings(desk, actor, on, checks);
  return roundNow(desk, id);
}
