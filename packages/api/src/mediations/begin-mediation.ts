import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { getEntryInUse } from '../handling/listed.ts';
import { getRequestFor } from '../requests/find-request.ts';
import { nextNumber } from '../requests/request-number.ts';
import { dayOfDeed } from '../schema/day.ts';
import { paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { unitToDeal } from '../units/standing-under.ts';
import { type PartyAsked, readParties, requireParties } from './mediation-parties.ts';
import { readMediators, writeMediators } from './mediators.ts';
import { writeMediationEvent } from './take-mediation-step.ts';

/** A mediation to begin. Ids are global ones. */
interface MediationAsked {
  subject: string;
  unit?: string | null;
  matter: string;
  parties: PartyAsked[];
  mediators: string[];
  request?: string | null;
  on?: string | null;
}

/**
 * Begins a mediation. Returns its id in the town.
 * Errors: NOT_FOUND on input.unit, input.parties.N.household or input.parties.N.resident out of the actor's reach, on
 * input.request or input.mediators.N; BAD_INPUT or CONFLICT on the field at fault.
 */
export async function beginMediation(desk: Desk, actor: Actor, input: MediationAsked): Promise<string> {
  await holdTree(desk);
  const on = dayOfDeed(input.on, dayOf(desk.now), 'input.on');
  const needs = { actor, permission: 'mediation:record' } as const;
  const unit_id = await unitToDeal(desk, input.unit, on, 'input.unit', needs);
  const subject = await getEntryInUse(desk, 'request_subject', input.subject, 'input.subject', on);
  const matter = paragraphs(input.matter, 'input.matter');
  requireParties(input.parties.length);
  const parties = await readParties(desk, actor, input.parties, { at: 0, seq: 1 });
  const mediators = await readMediators(desk, input.mediators);
  const request_id =
    input.request == null ? null : (await getRequestFor(desk, actor, input.request, 'input.request')).uuid;
  const row = {
    ...{ town_id: desk.town, id: newId(), year: Number(on.slice(0, 4)), subject_id: subject.uuid, unit_id },
    ...{ request_id, matter, state: 'OPEN' as const, begun_on: on, recorded_at: desk.now },
    ...{ recorded_by: actor.accountId, agreed_on: null, check_on: null, audit_key: randomUUID(), version: 1 },
  };
  const number = await nextNumber(desk, row.year, 'mediation_counter');
  await desk.db
    .insertInto('mediation')
    .values({ ...row, number })
    .execute();
  await desk.db
    .insertInto('mediation_party')
    .values(parties.map((each) => ({ ...each, mediation_id: row.id })))
    .execute();
  await writeMediators(desk, row, mediators);
  await writeMediationEvent(desk, actor, row, 'BEGIN', on);
  return row.id;
}
