import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { oneLine } from '../schema/text.ts';
import { restate } from '../standings/restate.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { unitToDeal } from '../units/standing-under.ts';
import { creditCode } from './credit-code.ts';
import type { RegisterOrganizationInput } from './organization.input.ts';
import { getIndustry, getKind, requireEntry } from './organization-lists.ts';
import type { OrganizationFacts } from './organization-rows.ts';
import {
  type Contacts,
  moreMembers,
  peopleCount,
  readContacts,
  refuseTakenCode,
  refuseTakenName,
} from './read-facts.ts';

/** An organisation that is to be written. */
export interface NewOrganization {
  creditCode: string | null;
  from: string;
  state: OrganizationFacts;
  contacts: Contacts;
}

/**
 * Registers an organisation from a day on. Returns its id in the town.
 * Errors: NOT_FOUND on input.unit out of the actor's reach, input.kind or input.industry; BAD_INPUT on the field at fault;
 * CONFLICT on input.name or input.creditCode where another has it at the time, or where unit, kind or industry has ended.
 */
export async function registerOrganization(
  desk: Desk,
  actor: Actor,
  input: RegisterOrganizationInput,
  from: string,
): Promise<string> {
  await lockSettings(desk);
  const needs = { actor, permission: 'organization:keep' } as const;
  const unit_id = await unitToDeal(desk, input.unit, from, 'input.unit', needs, 'input.from');
  if (unit_id === null) throw badInput('input.unit', 'required');
  const period = { from, to: null };
  const kind = await getKind(desk, input.kind, 'input.kind');
  requireEntry(kind, period, 'input.kind');
  const industry = input.industry == null ? null : await getIndustry(desk, input.industry, 'input.industry');
  if (industry) requireEntry(industry, period, 'input.industry');
  const state: OrganizationFacts = {
    ...{ name: oneLine(input.name, 'input.name'), kind_id: kind.uuid, unit_id, industry_id: industry?.uuid ?? null },
    size: input.size == null ? null : peopleCount(input.size, 'input.size'),
    party_members: peopleCount(input.partyMembers, 'input.partyMembers'),
  };
  const more = moreMembers(state, from);
  if (more) throw badInput('input.partyMembers', 'moreMembers', more);
  const code = input.creditCode == null ? null : creditCode(input.creditCode, 'input.creditCode');
  const contacts = readContacts(input);
  await refuseTakenName(desk, [{ period, state }]);
  if (code !== null) await refuseTakenCode(desk, code, period);
  const [id = ''] = await writeOrganizations(desk, [{ creditCode: code, from, state, contacts }]);
  await restate(desk, [id]);
  return id;
}

/** Writes organisations that were not there before. Returns their ids in the town, in order. Three statements at the most. */
export async function writeOrganizations(desk: Desk, all: readonly NewOrganization[]): Promise<string[]> {
  const ids = all.map(() => newId());
  const period = (from: string) => ({ valid_from: from, valid_to: null });
  const lives = all.map(({ creditCode, from }, index) => ({
    ...{ town_id: desk.town, id: ids[index] ?? '', credit_code: creditCode, ...period(from) },
    ...{ closed_because: null, audit_key: randomUUID(), version: 1 },
  }));
  const of = (index: number) => ({ town_id: desk.town, id: newId(), organization_id: ids[index] ?? '' });
  const versions = all.map(({ from, state }, index) => ({ ...of(index), ...period(from), ...state }));
  const contacts = all.flatMap(({ from, contacts: given }, index) =>
    Object.values(given).some((value) => value !== null) ? [{ ...of(index), ...period(from), ...given }] : [],
  );
  await desk.db.insertInto('organization').values(lives).execute();
  await desk.db.insertInto('organization_version').values(versions).execute();
  if (contacts.length > 0) await desk.db.insertInto('organization_contact').values(contacts).execute();
  return ids;
}
