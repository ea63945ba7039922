import type { Actor } from '../access/actor.ts';
import { writeDated } from '../db/dated.ts';
import type { Desk } from '../db/door.ts';
import { setFrom, stateOn } from '../db/versions.ts';
import { badInput, conflict } from '../errors.ts';
import { oneLine } from '../schema/text.ts';
import { restate } from '../standings/restate.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { unitToDeal } from '../units/standing-under.ts';
import { contactsOf } from './contact-rows.ts';
import { creditCode } from './credit-code.ts';
import type { ReviseOrganizationInput } from './organization.input.ts';
import { getIndustry, getKind } from './organization-lists.ts';
import { getLineFor, type OrganizationFacts } from './organization-rows.ts';
import { type Contacts, peopleCount, readContacts } from './read-facts.ts';
import { revisedFrom, writeRevised } from './revised-organization.ts';

/**
 * Says what an organisation is from a day on. Each value holds until the next one that was settled for a later day. Returns
 * its id in the town.
 * Errors: NOT_FOUND on input.organization, input.unit, input.kind or input.industry; BAD_INPUT on the field at fault; CONFLICT on
 * input.expectedVersion, on input.organization where it has closed by then, on input.name or input.creditCode where another has it
 * at the time, and where unit, kind or industry has ended.
 */
export async function reviseOrganization(
  desk: Desk,
  actor: Actor,
  input: ReviseOrganizationInput,
  from: string,
): Promise<string> {
  await lockSettings(desk);
  const line = await getLineFor(desk, actor, 'organization:keep', input.organization);
  const { uuid, versions, validFrom, validTo } = line;
  requireVersion(line, input.expectedVersion);
  if (from < validFrom) throw badInput('input.from', 'dateBeforeBeginning', { date: validFrom });
  if (!stateOn(versions, from)) throw conflict('organizationClosed', 'input.organization', { date: validTo ?? from });
  const facts = await readPatch(desk, actor, input, from);
  const code = input.creditCode == null ? input.creditCode : creditCode(input.creditCode, 'input.creditCode');
  const patch = { from, facts, creditCode: code === undefined ? line.creditCode : code };
  await writeRevised(desk, [await revisedFrom(desk, line, patch)]);
  await reviseContacts(desk, uuid, input, from, validTo);
  await restate(desk, [uuid]);
  return uuid;
}

/** What an input changes of what the organisation is. */
async function readPatch(
  desk: Desk,
  actor: Actor,
  input: ReviseOrganizationInput,
  from: string,
): Promise<Partial<OrganizationFacts>> {
  const patch: Partial<OrganizationFacts> = {};
  if (input.name != null) patch.name = oneLine(input.name, 'input.name');
  if (input.unit != null) {
    const needs = { actor, permission: 'organization:keep' } as const;
    const unit = await unitToDeal(desk, input.unit, from, 'input.unit', needs, 'input.from');
    if (unit !== null) patch.unit_id = unit;
  }
  if (input.kind != null) patch.kind_id = (await getKind(desk, input.kind, 'input.kind')).uuid;
  if (input.industry !== undefined) {
    patch.industry_id =
      input.industry === null ? null : (await getIndustry(desk, input.industry, 'input.industry')).uuid;
  }
  if (input.size !== undefined) patch.size = input.size === null ? null : peopleCount(input.size, 'input.size');
  if (input.partyMembers != null) patch.party_members = peopleCount(input.partyMembers, 'input.partyMembers');
  return patch;
}

/** Says whom to ask from a day on, as far as an input tells. Errors: those of readContacts. */
async function reviseContacts(
  desk: Desk,
  uuid: string,
  input: ReviseOrganizationInput,
  from: string,
  end: string | null,
): Promise<void> {
  const read = readContacts(input);
  const patch: Partial<Contacts> = {};
  for (const key of ['owner', 'contact', 'telephone'] as const) if (input[key] !== undefined) patch[key] = read[key];
  if (Object.keys(patch).length === 0) return;
  const before = await desk.load(contactsOf, { townId: desk.town, uuid });
  // Nobody to ask may have been known until then.
  const next = before.find((version) => version.from > from)?.from ?? end;
  const nobody = { owner: null, contact: null, telephone: null };
  const after = stateOn(before, from)
    ? setFrom(before, from, patch)
    : [...before, { from, to: next, state: { ...nobody, ...patch } }].sort((a, b) => (a.from < b.from ? -1 : 1));
  await writeDated(desk, 'organizationContact', [{ uuid, before, after }]);
}
