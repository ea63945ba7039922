import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { type Handlings, requireDecided } from '../imports/duplicates.ts';
import { errorsTold, requireShown, told } from '../imports/shown.ts';
import type { SentFile } from '../imports/with-table.ts';
import type { Language } from '../messages.ts';
import { organizationsById } from '../organizations/organization-rows.ts';
import { writeOrganizations } from '../organizations/register-organization.ts';
import { restate } from '../standings/restate.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { headers } from './columns.ts';
import type { ImportOrganizationsInput, OrganizationImportPayload } from './organization-import.type.ts';
import { type OrganizationPlan, planOrganizations } from './plan-organizations.ts';
import { readOrganizations } from './read-organizations.ts';

/** What is imported, and what becomes of duplicates. */
export interface OrganizationFile extends SentFile {
  handlings: Handlings;
}

/** What importing a file of organisations would do. Writes nothing. Errors: see `readOrganizations`. */
export async function previewOrganizations(
  desk: Desk,
  actor: Actor,
  file: OrganizationFile,
  language: Language,
): Promise<OrganizationImportPayload> {
  if (!reachesTown(actor, 'organization:import', desk.town)) throw notFound('input.town');
  return shown(desk, await planOf(desk, file), language);
}

/**
 * Imports a file of organisations: everything that its rows say, or, where one of them is at fault, nothing.
 * Errors: BAD_INPUT on input.content where a row is at fault, which the message names, on input.choices.N.row where that row
 * is no duplicate; CONFLICT on input.expectedDigest where the file would not do any more what was shown, on input.duplicates
 * where rows may describe organisations that are there elsewhere and these are refused.
 */
export async function importOrganizations(
  desk: Desk,
  actor: Actor,
  input: ImportOrganizationsInput,
  file: OrganizationFile,
  language: Language,
): Promise<OrganizationImportPayload> {
  if (!reachesTown(actor, 'organization:import', desk.town)) throw notFound('input.town');
  await lockSettings(desk);
  const plan = await planOf(desk, file);
  requireShown(plan, input.expectedDigest, language);
  requireDecided(plan.duplicates, file.handlings, input.choices);
  if (plan.organizations.length > 0) await restate(desk, await writeOrganizations(desk, plan.organizations));
  return shown(desk, plan, language);
}

async function planOf(desk: Desk, { townName, table, day, handlings }: OrganizationFile): Promise<OrganizationPlan> {
  return planOrganizations(desk, townName, await readOrganizations(table, dayOf(desk.now)), day, handlings);
}

async function shown(desk: Desk, plan: OrganizationPlan, language: Language): Promise<OrganizationImportPayload> {
  const { organizations, rows, unchanged, duplicates, errors, digest } = plan;
  const first = duplicates.slice(0, told);
  const known = await Promise.all(
    first.map(({ known: uuid }) => (uuid === null ? null : desk.load(organizationsById, { townId: desk.town, uuid }))),
  );
  return {
    ...{ rows, organizations: organizations.length, unchanged, duplicateCount: duplicates.length },
    duplicates: first.map(({ row, name, otherRow }, index) => ({
      ...{ row, name, otherRow, organization: known[index] ?? null },
    })),
    ...errorsTold(errors, headers, language),
    digest,
  };
}
