import { sql } from 'kysely';
import { writeDated } from '../db/dated.ts';
import type { Desk } from '../db/door.ts';
import { setFrom, stateOn, type Version } from '../db/versions.ts';
import { badInput } from '../errors.ts';
import { industriesOf, organizationKindsOf, requireEntry } from './organization-lists.ts';
import type { OrganizationFacts, OrganizationLine } from './organization-rows.ts';
import { moreMembers, refuseTakenCode, refuseTakenName } from './read-facts.ts';

/** An organisation as it is to be over time. */
export interface RevisedOrganization {
  line: OrganizationLine;
  after: Version<OrganizationFacts>[];
  creditCode: string | null;
}

/** What is to be changed of an organisation: its facts from a day on, its code for all its life. */
export interface OrganizationPatch {
  from: string;
  facts: Partial<OrganizationFacts>;
  creditCode: string | null;
}

/**
 * An organisation with other facts from a day on, on which it is there. Each value holds until the next one that was settled for
 * a later day.
 * Errors: CONFLICT on input.name or input.creditCode where another has it at the time, and where kind or industry ends meanwhile;
 * BAD_INPUT on input.from where one of these had not begun, on input.partyMembers, or else input.size, where there would be more
 * Party members than people.
 */
export async function revisedFrom(
  desk: Desk,
  line: OrganizationLine,
  { from, facts, creditCode }: OrganizationPatch,
): Promise<RevisedOrganization> {
  const after = setFrom(line.versions, from, facts);
  refuseMoreMembers(facts, after, from);
  await requireLists(desk, facts, after, from);
  await requireFreeName(desk, line, after, from);
  if (creditCode !== null && creditCode !== line.creditCode) {
    await refuseTakenCode(desk, creditCode, { from: line.validFrom, to: line.validTo }, line.uuid);
  }
  return { line, after, creditCode };
}

/** Writes organisations as they are to be. Three statements at the most. */
export async function writeRevised(desk: Desk, all: readonly RevisedOrganization[]): Promise<void> {
  const revisions = all.map(({ line: { uuid, versions: before }, after }) => ({ uuid, before, after }));
  await writeDated(desk, 'organization', revisions);
  const codes = all.map(({ line: { uuid: id }, creditCode: code }) => ({ id, code }));
  await sql`
    update organization as held set credit_code = told.code, version = held.version + 1
    from json_to_recordset(${JSON.stringify(codes)}::json) as told(id uuid, code text)
    where held.town_id = ${desk.town} and held.id = told.id`.execute(desk.db);
}

/** Refuses more Party members than people, where a change is of either, on any day that it bears on. */
function refuseMoreMembers(
  { size, party_members }: Partial<OrganizationFacts>,
  after: readonly Version<OrganizationFacts>[],
  from: string,
): void {
  if (size === undefined && party_members === undefined) return;
  const touched = after.filter(({ to }) => to === null || to > from);
  const [more] = touched.flatMap(
    (version) => moreMembers(version.state, version.from < from ? from : version.from) ?? [],
  );
  if (more) throw badInput(party_members === undefined ? 'input.size' : 'input.partyMembers', 'moreMembers', more);
}

/** Refuses a kind or an industry that does not hold as long as the organisation is to be of it. Errors: those of requireEntry. */
async function requireLists(
  desk: Desk,
  { kind_id, industry_id }: Partial<OrganizationFacts>,
  after: readonly Version<OrganizationFacts>[],
  from: string,
): Promise<void> {
  const lasting = (of: (state: Readonly<OrganizationFacts>) => boolean) => {
    const last = after.filter((version) => version.from >= from && of(version.state)).at(-1);
    return { from, to: last ? last.to : from };
  };
  const kind = (await desk.load(organizationKindsOf, desk.town)).find(({ uuid }) => uuid === kind_id);
  const industry = (await desk.load(industriesOf, desk.town)).find(({ uuid }) => uuid === industry_id);
  const [ofKind, ofIndustry] = [
    lasting((state) => state.kind_id === kind_id),
    lasting((state) => state.industry_id === industry_id),
  ];
  if (kind) requireEntry(kind, ofKind, 'input.kind');
  if (industry) requireEntry(industry, ofIndustry, 'input.industry');
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
  if (changed.length > 0) await refuseTakenName(desk, changed, uuid);
}
