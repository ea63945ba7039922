import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { getEntryInUse } from '../handling/listed.ts';
import { nextNumber } from '../requests/request-number.ts';
import { dayOfDeed } from '../schema/day.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { unitToDeal } from '../units/standing-under.ts';
import { readAccused, requireNotAccused } from './accused.ts';
import { decisionDue } from './petition-deadlines.ts';
import type { PetitionRow } from './petition-rows.ts';
import type { PetitionClass, PetitionWay } from './petition-states.ts';
import { type PetitionerAsked, readPeople, readPetitioners } from './petitioners.ts';
import { writePetitionEvent } from './take-petition-step.ts';

/** A petition that was received. Ids are global ones. */
interface PetitionAsked {
  subject: string;
  way: PetitionWay;
  class: PetitionClass;
  matter: string;
  unit?: string | null;
  accused?: string | null;
  petitioners: PetitionerAsked[];
  people?: number | null;
  parties?: { party?: string | null; organisation?: string | null }[] | null;
  on?: string | null;
}

const mostParties = 10;

/**
 * Records a petition that was received. Returns its id in the town.
 * Errors: NOT_FOUND on input.unit where the actor may record none, CONFLICT where it is accused; BAD_INPUT or CONFLICT on the field at fault; those of
 * readPetitioners.
 */
export async function recordPetition(desk: Desk, actor: Actor, input: PetitionAsked): Promise<string> {
  await holdTree(desk);
  const on = dayOfDeed(input.on, dayOf(desk.now), 'input.on');
  const needs = { actor, permission: 'petition:record' } as const;
  const unit_id = await unitToDeal(desk, input.unit, on, 'input.unit', needs);
  const accused_id = input.accused == null ? null : await readAccused(desk, input.accused, input.class, on);
  await requireNotAccused(desk, accused_id, unit_id, 'input.unit');
  const subject = await getEntryInUse(desk, 'request_subject', input.subject, 'input.subject', on);
  const matter = paragraphs(input.matter, 'input.matter');
  const petitioners = await readPetitioners(desk, actor, input.petitioners, input.way);
  const parties = await readParties(desk, input.parties ?? [], on);
  const people = readPeople(input.people, petitioners.length, petitioners.length);
  const row: PetitionRow = {
    ...{ town_id: desk.town, id: newId(), year: Number(on.slice(0, 4)), number: 0 },
    ...{ way: input.way, class: input.class, subject_id: subject.uuid, unit_id, accused_id },
    ...{ people, state: 'RECEIVED' },
    ...{ received_on: on, recorded_at: desk.now, recorded_by: actor.accountId, due_on: decisionDue(on) },
    ...{ accepted_on: null, extended_by: null, group_formed_on: null, answered_on: null, closed_on: null },
    ...{ outcome: null, holder_id: null, audit_key: randomUUID(), version: 1 },
  };
  row.number = await nextNumber(desk, row.year, 'petition_counter');
  await desk.db
    .insertInto('petition')
    .values({ ...row, matter })
    .execute();
  await desk.db
    .insertInto('petitioner')
    .values(petitioners.map((each) => ({ ...each, petition_id: row.id })))
    .execute();
  if (parties.length > 0) {
    await desk.db
      .insertInto('petition_party')
      .values(parties.map((each) => ({ ...each, petition_id: row.id })))
      .execute();
  }
  await writePetitionEvent(desk, actor, row, 'RECEIVE', on);
  return row.id;
}

/** The rows of parties, checked, but for the petition's id. Errors: as recordPetition has them, on input.parties. */
async function readParties(desk: Desk, asked: NonNullable<PetitionAsked['parties']>, on: string) {
  const at = 'input.parties';
  if (asked.length > mostParties) throw badInput(at, 'tooMany', { most: mostParties });
  return Promise.all(
    asked.map(async ({ party, organisation }, index) => {
      const entry =
        party == null ? null : await getEntryInUse(desk, 'external_party', party, `${at}.${index}.party`, on);
      if ((entry === null) === (organisation == null)) throw badInput(`${at}.${index}.party`, 'partyOrOrganisation');
      const name = organisation == null ? null : oneLine(organisation, `${at}.${index}.organisation`);
      return { town_id: desk.town, id: newId(), position: index, party_id: entry?.uuid ?? null, name };
    }),
  );
}
