import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import { dayOfDeed } from '../schema/day.ts';
import { paragraphs } from '../schema/text.ts';
import { dayAfter, dayOf } from '../today.ts';
import { requireVersion } from '../units/find-unit.ts';
import { readAgreement, writeAgreement } from './agreement.ts';
import type { EndPairingInput, RevisePairingInput } from './pairing.input.ts';
import { holdPairing } from './pairing-reach.ts';
import { type PairingRow, versionsOfPairings } from './pairing-rows.ts';

/**
 * Says what is agreed from a day on; what was agreed before stays to be read. Returns the pairing's id in the town.
 * Errors: those of holdRunning; BAD_INPUT on input.service, input.contactEveryDays, input.telephone, or input.from ahead or before the last change.
 */
export async function revisePairing(desk: Desk, actor: Actor, input: RevisePairingInput): Promise<string> {
  const { row, changedOn } = await holdRunning(desk, actor, input);
  const agreed = readAgreement(input);
  const from = dayOfDeed(input.from, dayOf(desk.now), 'input.from');
  if (from < changedOn) throw badInput('input.from', 'dateBeforeChange', { date: changedOn });
  await desk.db
    .updateTable('pairing_version')
    .set({ valid_to: from })
    .where('town_id', '=', desk.town)
    .where('pairing_id', '=', row.id)
    .where('valid_to', 'is', null)
    .execute();
  await writeAgreement(desk, actor, row.id, agreed, from);
  await write(desk, row, {});
  return row.id;
}

/**
 * Ends a pairing on a day, the first without it. Returns its id in the town.
 * Errors: those of holdRunning; BAD_INPUT on input.note, also where it is asked for, or input.on ahead, before the last change or not after
 * the last contact.
 */
export async function endPairing(desk: Desk, actor: Actor, input: EndPairingInput): Promise<string> {
  const { row, changedOn } = await holdRunning(desk, actor, input);
  const end_note = input.note == null ? null : paragraphs(input.note, 'input.note');
  if (input.reason === 'OTHER' && end_note === null) throw badInput('input.note', 'required');
  const on = dayOfDeed(input.on, dayOf(desk.now), 'input.on');
  if (on < changedOn) throw badInput('input.on', 'dateBeforeChange', { date: changedOn });
  const contacted = row.last_contact_on;
  if (contacted !== null && on <= contacted) {
    throw badInput('input.on', 'pairingContactedLater', { date: contacted, after: dayAfter(contacted) });
  }
  const ended = { ended_on: on, end_reason: input.reason, end_note, ended_at: desk.now, ended_by: actor.accountId };
  await write(desk, row, ended);
  return row.id;
}

/**
 * The pairing that is changed, with the day from which what is agreed now holds.
 * Errors: those of holdPairing; CONFLICT on input.expectedVersion, or on input.pairing where it is ended.
 */
async function holdRunning(
  desk: Desk,
  actor: Actor,
  { pairing, expectedVersion }: { pairing: string; expectedVersion?: number | null },
): Promise<{ row: PairingRow; changedOn: string }> {
  const row = await holdPairing(desk, actor, 'pairing:manage', pairing);
  requireVersion(row, expectedVersion);
  if (row.ended_on !== null) throw conflict('endedBefore', 'input.pairing', { date: row.ended_on });
  const versions = await desk.load(versionsOfPairings, { townId: desk.town, uuid: row.id });
  return { row, changedOn: versions.at(-1)?.validFrom ?? row.begun_on };
}

async function write(
  desk: Desk,
  { id, version }: PairingRow,
  ended: Partial<Pick<PairingRow, 'ended_on' | 'end_reason' | 'end_note' | 'ended_by'>> & { ended_at?: Date },
): Promise<void> {
  await desk.db
    .updateTable('pairing')
    .set({ ...ended, version: version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .execute();
}
