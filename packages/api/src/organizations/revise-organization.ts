import type { Actor } from '../access/actor.ts';
import { writeDated } from '../db/dated.ts';
import type { Desk } from '../db/door.ts';
import { setFrom, stateOn, type Version } from '../db/versions.ts';
import { badInput, conflict } from '../errors.ts';
import { oneLine } from '../schema/text.ts';
import { restate } from '../standings/restate.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { unitToDeal } from '../units/standing-under.ts';
import { contactsOf } from './contact-rows.ts';
import { creditCode } from './credit-code.ts';
import type { ReviseOrganizationInput } from './organization.input.ts';
import { getIndustry, getKind, requireEntry } from './organization-lists.ts';
import { getLineFor, type OrganizationFacts, type OrganizationLine } from './organization-rows.ts';
import { type Contacts, peopleCount, readContacts, refuseTakenCode, refuseTakenName } from './read-facts.ts';

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
  const after = setFrom(versions, from, await readPatch(desk, actor, input, from));
  await requireLists(desk, input, after, from);
  await requireFreeName(desk, line, after, from);
  const code = await codeAnew(desk, line, input.creditCode);
  await writeDated(desk, 'organization', [{ uuid, before: versions, after }]);
  await reviseContacts(desk, uuid, input, from, validTo);
  await desk.db
    .updateTable('organization')
    .set({ credit_code: code, version: line.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
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

/** Refuses a kind or an industry that ends while the organisation is of it. Errors: those of requireEntry. */
async function requireLists(
  desk: Desk,
  input: ReviseOrganizationInput,
  after: readonly Version<OrganizationFacts>[],
  from: string,
): Promise<void> {
  const lasting = (of: (state: Readonly<OrganizationFacts>) => boolean) => {
    const last = after.filter((version) => version.from >= from && of(version.state)).at(-1);
    return { from, to: last ? last.to : from };
  };
  if (input.kind != null) {
    const kind = await getKind(desk, input.kind, 'input.kind');
    requireEntry(
      kind,
      lasting((state) => state.kind_id === kind.uuid),
      'input.kind',
    );
  }
  if (input.industry != null) {
    const industry = await getIndustry(desk, input.industry, 'input.industry');
    requireEntry(
      industry,
      lasting((state) => state.industry_id === industry.uuid),
      'input.industry',
    );
  }
}

/** Refuses names that others have where and when the organisation has them only now. Errors: CONFLICT on input.name. */
async function requireFreeName(
  desk: Desk,
  { uuid, versions }: OrganizationLine,
  after: readonly Version<OrganizationFacts>[],
  day: string,
): Promise<void> {
  const changed = after.flatMap(({ from: begins, to, state }) => {
    const from = begins < day ? day : begins;
    const before = stateOn(versions, from);
    const same = before?.name === state.name && before.unit_id === state.unit_id;
    return same || (to !== null && to <= day) ? [] : [{ period: { from, to }, state }];
  });
  await refuseTakenName(desk, changed, uuid);
}

/** The code that an input tells, or the one that there is. Errors: BAD_INPUT or CONFLICT on input.creditCode. */
async function codeAnew(
  desk: Desk,
  { uuid, creditCode: present, validFrom: from, validTo: to }: OrganizationLine,
  given: string | null | undefined,
): Promise<string | null> {
  if (given === undefined) return present;
  if (given === null) return null;
  const code = creditCode(given, 'input.creditCode');
  await refuseTakenCode(desk, code, { from, to }, uuid);
  return code;
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
