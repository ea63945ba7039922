import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { withinReach } from '../households/within-reach.ts';
import { nextNumbers } from '../requests/request-number.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { noteChanged } from './enrolment-rows.ts';
import { type EnrolmentAsked, holdEnrolment } from './hold-enrolment.ts';
import { holdUnderWay } from './hold-programme.ts';
import { namedEnrolments } from './named-enrolments.ts';
import { managesAt } from './programme-reach.ts';
import { hasCertificate, resultsOf } from './result-rows.ts';

/** To how many they are issued at once at the most. */
const mostAtOnce = 500;

/**
 * Issues certificates to those who passed in a programme and have none that stands: to whom the input names, else to all such, the first
 * of them by number. Returns the ids of their enrolments in the town.
 * Errors: those of holdUnderWay and namedEnrolments on input.enrolments; CONFLICT on input.enrolments.N for who did not pass or has one, or on
 * input.programme where nobody is left; BAD_INPUT on input.validTo that is over.
 */
export async function issueCertificates(
  desk: Desk,
  actor: Actor,
  input: { programme: string; enrolments?: string[] | null; validTo?: string | null },
): Promise<string[]> {
  const programme = requireIdIn(desk.town, input.programme, 'Programme', 'input.programme');
  await holdUnderWay(desk, actor, programme, 'input.programme');
  const today = dayOf(desk.now);
  if (input.validTo != null && input.validTo < today) throw badInput('input.validTo', 'certificateDay');
  desk.forget();
  const those = input.enrolments
    ? await readPassed(desk, actor, programme, input.enrolments)
    : await allPassed(desk, actor, programme);
  const year = Number(today.slice(0, 4));
  const last = await nextNumbers(desk, year, 'certificate_counter', those.length);
  const rows = those.map((enrolment_id, index) => ({
    ...{ town_id: desk.town, id: newId(), enrolment_id, year, number: last - those.length + 1 + index },
    ...{ issued_on: today, valid_to: input.validTo ?? null, issued_by: actor.accountId },
    ...{ revoked_at: null, revoked_because: null },
  }));
  await desk.db.insertInto('programme_certificate').values(rows).execute();
  await noteChanged(desk, those);
  return those;
}

/**
 * Revokes the certificate of an enrolment, also of a programme that was called off. Returns the enrolment's id in the town.
 * Errors: those of holdEnrolment; NOT_FOUND on input.enrolment where the actor does not manage its programme; CONFLICT there where none
 * stands; BAD_INPUT on input.reason.
 */
export async function revokeCertificate(
  desk: Desk,
  actor: Actor,
  input: EnrolmentAsked & { reason: string },
): Promise<string> {
  const field = 'input.enrolment';
  const { programme, enrolment } = await holdEnrolment(desk, actor, 'enrolment:read', input);
  if (!(await managesAt(desk, actor, desk.town, programme.unit_id))) throw notFound(field);
  const revoked_because = paragraphs(input.reason, 'input.reason');
  const { numUpdatedRows } = await desk.db
    .updateTable('programme_certificate')
    .set({ revoked_at: desk.now, revoked_because })
    .where('town_id', '=', desk.town)
    .where('enrolment_id', '=', enrolment.uuid)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw conflict('noCertificate', field);
  await noteChanged(desk, [enrolment.uuid]);
  return enrolment.uuid;
}

async function readPassed(desk: Desk, actor: Actor, programme: string, named: readonly string[]): Promise<string[]> {
  const list = 'input.enrolments';
  const at = (index: number) => `${list}.${index}`;
  const enrolments = await namedEnrolments(desk, actor, 'enrolment:read', programme, named, list, at);
  return Promise.all(
    enrolments.map(async ({ townId, uuid, state }, index) => {
      const result = await desk.load(resultsOf, { townId, uuid });
      if (state !== 'ENROLLED' || !result?.passed) throw conflict('notPassed', at(index));
      if (await hasCertificate(desk, { townId, uuid })) throw conflict('certificateStands', at(index));
      return uuid;
    }),
  );
}

async function allPassed(desk: Desk, actor: Actor, programme: string): Promise<string[]> {
  const those = await desk.db
    .selectFrom('programme_enrolment as e')
    .innerJoin('programme_result as r', (join) =>
      join.onRef('r.town_id', '=', 'e.town_id').onRef('r.enrolment_id', '=', 'e.id').on('r.superseded_at', 'is', null),
    )
    .select('e.id')
    .where('e.town_id', '=', desk.town)
    .where('e.programme_id', '=', programme)
    .where('e.state', '=', 'ENROLLED')
    .where('r.passed', '=', true)
    .where(sql<boolean>`not exists (select from programme_certificate c
      where c.town_id = e.town_id and c.enrolment_id = e.id and c.revoked_at is null)`)
    .where(sql<boolean>`${await withinReach(desk, actor, 'enrolment:read', sql`e.household_id`)}`)
    .orderBy('e.seq')
    .limit(mostAtOnce)
    .execute();
  if (those.length === 0) throw conflict('nobodyPassed', 'input.programme');
  return those.map(({ id }) => id);
}
