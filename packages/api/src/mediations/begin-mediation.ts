import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, notFound } from '../errors.ts';
import { getEntryInUse } from '../handling/listed.ts';
import { getHouseholdFor } from '../households/find-household.ts';
import { nextNumber } from '../requests/request-number.ts';
import { seesRequest } from '../requests/request-reach.ts';
import { requestsById } from '../requests/request-rows.ts';
import { getResidentFor } from '../residents/find-resident.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { unitToDeal } from '../units/standing-under.ts';
import { readMediators, writeMediators } from './mediators.ts';
import { writeMediationEvent } from './take-mediation-step.ts';

/** A party, as an input names it: exactly one of these. */
interface PartyAsked {
  household?: string | null;
  resident?: string | null;
  otherName?: string | null;
}

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

const fewestParties = 2;
const mostParties = 20;

/**
 * Begins a mediation. Returns its id in the town.
 * Errors: NOT_FOUND on input.unit, input.parties.N.household or input.parties.N.resident out of the actor's reach, on
 * input.request or input.mediators.N; BAD_INPUT or CONFLICT on the field at fault.
 */
export async function beginMediation(desk: Desk, actor: Actor, input: MediationAsked): Promise<string> {
  await holdTree(desk);
  const today = dayOf(desk.now);
  const on = dayOfChange(input.on, today, 'input.on');
  if (on > today) throw badInput('input.on', 'dateAhead');
  const needs = { actor, permission: 'mediation:record' } as const;
  const unit_id = await unitToDeal(desk, input.unit, on, 'input.unit', needs);
  const subject = await getEntryInUse(desk, 'request_subject', input.subject, 'input.subject', on);
  const matter = paragraphs(input.matter, 'input.matter');
  const { length } = input.parties;
  if (length < fewestParties || length > mostParties) {
    throw badInput('input.parties', 'partiesAtOdds', { fewest: fewestParties, most: mostParties });
  }
  const parties = await Promise.all(input.parties.map((asked, index) => readParty(desk, actor, asked, index)));
  const mediators = await readMediators(desk, input.mediators);
  const request_id = input.request == null ? null : await requestOf(desk, actor, input.request);
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

async function readParty(desk: Desk, actor: Actor, asked: PartyAsked, index: number) {
  const at = `input.parties.${index}`;
  const { household = null, resident = null, otherName = null } = asked;
  const named = [household, resident, otherName].filter((each) => each !== null);
  if (named.length !== 1) throw badInput(at, 'oneOfParty');
  const base = { town_id: desk.town, id: newId(), position: index, audit_key: randomUUID() };
  const nobody = { household_id: null, resident_id: null, name: null };
  if (household !== null) {
    const known = await getHouseholdFor(desk, actor, 'mediation:record', household, `${at}.household`);
    return { ...base, ...nobody, household_id: known.uuid };
  }
  if (resident !== null) {
    const known = await getResidentFor(desk, actor, 'mediation:record', resident, `${at}.resident`);
    return { ...base, ...nobody, resident_id: known.uuid };
  }
  return { ...base, ...nobody, name: oneLine(otherName ?? '', `${at}.otherName`) };
}

/** A request that the actor may see. Errors: NOT_FOUND on input.request. */
async function requestOf(desk: Desk, actor: Actor, id: string): Promise<string> {
  const uuid = requireIdIn(desk.town, id, 'Request', 'input.request');
  const request = await desk.load(requestsById, { townId: desk.town, uuid });
  if (!request || !(await seesRequest(desk, actor, request))) throw notFound('input.request');
  return uuid;
}
