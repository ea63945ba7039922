import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { getHouseholdFor } from '../households/find-household.ts';
import { getResidentFor } from '../residents/find-resident.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { allPartiesOf } from './mediation-parts.ts';
import { type MediationStepAsked, takeMediationStep } from './take-mediation-step.ts';

/** A party, as an input names it: exactly one of these. */
export interface PartyAsked {
  household?: string | null;
  resident?: string | null;
  otherName?: string | null;
}

const fewest = 2;
const most = 20;

/** Errors: BAD_INPUT on input.parties where so many are not at odds. */
export function requireParties(many: number): void {
  if (many < fewest || many > most) throw badInput('input.parties', 'partiesAtOdds', { fewest, most });
}

/**
 * The rows of parties that join with the step of a number, placed after so many others, but for the mediation's id.
 * Errors: NOT_FOUND on input.parties.N.household or input.parties.N.resident out of the actor's reach; BAD_INPUT on the
 * field at fault.
 */
export async function readParties(
  desk: Desk,
  actor: Actor,
  parties: readonly PartyAsked[],
  { at, seq }: { at: number; seq: number },
) {
  const read = await Promise.all(parties.map((asked, index) => readParty(desk, actor, asked, index)));
  return read.map((row, index) => ({
    ...{ ...row, town_id: desk.town, id: newId(), position: at + index, audit_key: randomUUID() },
    ...{ joined_seq: seq, left_seq: null },
  }));
}

async function readParty(desk: Desk, actor: Actor, asked: PartyAsked, index: number) {
  const at = `input.parties.${index}`;
  const { household = null, resident = null, otherName = null } = asked;
  const named = [household, resident, otherName].filter((each) => each !== null);
  if (named.length !== 1) throw badInput(at, 'oneOfParty');
  const nobody = { household_id: null, resident_id: null, name: null };
  if (household !== null) {
    const known = await getHouseholdFor(desk, actor, 'mediation:record', household, `${at}.household`);
    return { ...nobody, household_id: known.uuid };
  }
  if (resident !== null) {
    const known = await getResidentFor(desk, actor, 'mediation:record', resident, `${at}.resident`);
    return { ...nobody, resident_id: known.uuid };
  }
  return { ...nobody, name: oneLine(otherName ?? '', `${at}.otherName`) };
}

/**
 * Brings further parties into a mediation 追加当事人. Returns its id in the town.
 * Errors: those of takeMediationStep and readParties; BAD_INPUT on input.parties for none or too many; CONFLICT on
 * input.parties.N for a household or resident that is one already.
 */
export function addMediationParties(
  desk: Desk,
  actor: Actor,
  input: MediationStepAsked & { parties: PartyAsked[] },
): Promise<string> {
  return takeMediationStep(desk, actor, input, 'ADD_PARTIES', async ({ id, version }) => {
    if (input.parties.length === 0) throw badInput('input.parties', 'required');
    const all = await desk.load(allPartiesOf, { townId: desk.town, uuid: id });
    const present = all.filter(({ leftSeq }) => leftSeq === null);
    requireParties(present.length + input.parties.length);
    const parties = await readParties(desk, actor, input.parties, { at: all.length, seq: version + 1 });
    const known = new Set(present.flatMap(({ householdUuid, residentUuid }) => householdUuid ?? residentUuid ?? []));
    for (const [index, { household_id, resident_id }] of parties.entries()) {
      const one = household_id ?? resident_id;
      if (one !== null && known.has(one)) throw conflict('partyAlready', `input.parties.${index}`);
      if (one !== null) known.add(one);
    }
    await desk.db
      .insertInto('mediation_party')
      .values(parties.map((each) => ({ ...each, mediation_id: id })))
      .execute();
    return {};
  });
}

/**
 * Lets parties leave a mediation 退出; what was said with them stays to be read. Returns its id in the town.
 * Errors: those of takeMediationStep; BAD_INPUT on input.parties for none, or where fewer than two would stay, or on
 * input.reason; NOT_FOUND on input.parties.N, also for one that has left.
 */
export function releaseMediationParties(
  desk: Desk,
  actor: Actor,
  input: MediationStepAsked & { parties: string[]; reason: string },
): Promise<string> {
  return takeMediationStep(desk, actor, input, 'RELEASE_PARTIES', async ({ id, version }) => {
    if (input.parties.length === 0) throw badInput('input.parties', 'required');
    const leaving = await requirePresent(desk, id, input.parties);
    const all = await desk.load(allPartiesOf, { townId: desk.town, uuid: id });
    requireParties(all.filter(({ uuid, leftSeq }) => leftSeq === null && !leaving.includes(uuid)).length);
    const text = paragraphs(input.reason, 'input.reason');
    await desk.db
      .updateTable('mediation_party')
      .set({ left_seq: version + 1 })
      .where('town_id', '=', desk.town)
      .where('id', 'in', leaving)
      .execute();
    return { text };
  });
}

/** Parties that are at odds in a mediation, each once. Errors: NOT_FOUND on input.parties.N, also for one that has left. */
export async function requirePresent(desk: Desk, mediation: string, ids: readonly string[]): Promise<string[]> {
  const all = await desk.load(allPartiesOf, { townId: desk.town, uuid: mediation });
  const present = new Set(all.filter(({ leftSeq }) => leftSeq === null).map(({ uuid }) => uuid));
  const parties = ids.map((id, index) => {
    const uuid = requireIdIn(desk.town, id, 'MediationParty', `input.parties.${index}`);
    if (!present.has(uuid)) throw notFound(`input.parties.${index}`);
    return uuid;
  });
  return [...new Set(parties)];
}
