import type { Actor } from '../access/actor.ts';
import { reachesTown, requireIn } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireDecided } from '../imports/handlings.ts';
import { errorsTold, requireShown, told } from '../imports/shown.ts';
import type { SentFile } from '../imports/with-table.ts';
import type { Language } from '../messages.ts';
import { organizationsById } from '../organizations/organization-rows.ts';
import { writeOrganizations } from '../organizations/register-organization.ts';
import { writeRevised } from '../organizations/revised-organization.ts';
import { restate } from '../standings/restate.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { headers } from './columns.ts';
import type { ImportOrganizationsInput, OrganizationImportPayload } from './organization-import.type.ts';
import { type Decisions, type OrganizationPlan, planOrganizations } from './plan-organizations.ts';
import { readOrganizations } from './read-organizations.ts';

/** What is imported, and what becomes of rows that are asked about. */
export interface OrganizationFile extends SentFile {
  decisions: Decisions;
}

/** What importing a file of organisations would do. Writes nothing. Errors: see `planFor`. */
export async function previewOrganizations(
  desk: Desk,
  actor: Actor,
  file: OrganizationFile,
  language: Language,
): Promise<OrganizationImportPayload> {
  if (!reachesTown(actor, 'organization:import', desk.town)) throw notFound('input.town');
  return shown(desk, await planFor(desk, actor, file), language);
}

/**
 * Imports a file of organisations: everything that its rows say, or, where one of them is at fault, nothing.
 * Errors: FORBIDDEN as `planFor`; BAD_INPUT on input.content where a row is at fault, which the message names, on input.choices.N.row or
 * input.differenceChoices.N.row where that row is no duplicate, or says nothing else than the town; CONFLICT on input.expectedDigest
 * where the file would not do any more what was shown, on input.duplicates where rows may describe organisations that are there
 * elsewhere and these are refused, on input.differences where rows say something else of what is there and that is refused.
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
  const plan = await planFor(desk, actor, file);
  requireShown(plan, input.expectedDigest, language);
  requireDecided(plan.duplicates, file.decisions.duplicates);
  requireDecided(plan.differences, file.decisions.differences);
  const { organizations, revised } = plan;
  const changed = revised.map(({ line }) => line.uuid);
  if (revised.length > 0) await writeRevised(desk, revised);
  if (organizations.length > 0) changed.push(...(await writeOrganizations(desk, organizations)));
  if (changed.length > 0) await restate(desk, changed);
  desk.forget();
  return shown(desk, plan, language);
}

/**
 * What a file does, for who may read what it is held against: its counts and what it is refused for tell which organisations are there.
 * Errors: FORBIDDEN; those of `readOrganizations`.
 */
async function planFor(
  desk: Desk,
  actor: Actor,
  { townName, table, day, decisions }: OrganizationFile,
): Promise<OrganizationPlan> {
  requireIn(actor, desk.town, ['organization:read']);
  return planOrganizations(desk, townName, await readOrganizations(table, dayOf(desk.now)), day, decisions);
}

/** What an import does, with what the town has already. */
async function shown(desk: Desk, plan: OrganizationPlan, language: Language): Promise<OrganizationImportPayload> {
  const { organizations, revised, rows, unchanged, duplicates, differences, errors, digest } = plan;
  const find = async (uuid: string, asOf = dayOf(desk.now)) => {
    const organization = await desk.load(organizationsById, { townId: desk.town, uuid, asOf });
    if (!organization) throw notFound();
    return organization;
  };
  const doubtful = duplicates.slice(0, told).map(async ({ row, name, otherRow, known }) => ({
    ...{ row, name, otherRow, organization: known === null ? null : await find(known) },
  }));
  const different = differences.slice(0, told).map(async ({ row, line, facts, patch: { from } }) => ({
    ...{ row, from, organization: await find(line.uuid, from) },
    facts: facts.map(({ column, there, told }) => ({ column: headers[column][0], there, told })),
  }));
  return {
    ...{ rows, organizations: organizations.length, revised: revised.length, unchanged, digest },
    ...{ duplicateCount: duplicates.length, duplicates: await Promise.all(doubtful) },
    ...{ differenceCount: differences.length, differences: await Promise.all(different) },
    ...errorsTold(errors, headers, language),
  };
}
