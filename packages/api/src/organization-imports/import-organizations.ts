import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { type Handlings, handlingOf } from '../household-imports/duplicates.ts';
import type { Table } from '../imports/table.ts';
import { type Language, say } from '../messages.ts';
import { organizationsById } from '../organizations/organization-rows.ts';
import { writeOrganizations } from '../organizations/register-organization.ts';
import { restate } from '../standings/restate.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { headers } from './columns.ts';
import type { ImportOrganizationsInput, OrganizationImportPayload } from './organization-import.type.ts';
import { type OrganizationPlan, planOrganizations } from './plan-organizations.ts';
import { readOrganizations } from './read-organizations.ts';

/** How many errors, and how many duplicates, are told. */
const told = 200;

/** What is imported: the rows of a file, the day of those that name none, and what becomes of duplicates. */
export interface OrganizationFile {
  townName: string;
  table: Table;
  day: string;
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
  const [error] = plan.errors;
  if (error) {
    const message = say(language, error.message, error.values);
    throw badInput('input.content', 'fileErrors', { count: faulty(plan), row: error.row, message });
  }
  if (plan.digest !== input.expectedDigest) throw conflict('fileChanged', 'input.expectedDigest');
  const found = new Set(plan.duplicates.map(({ row }) => row));
  const stray = input.choices?.findIndex(({ row }) => !found.has(row)) ?? -1;
  if (stray >= 0) throw badInput(`input.choices.${stray}.row`, 'organizationNoDuplicate');
  const refused = plan.duplicates.filter(({ row }) => handlingOf(file.handlings, row) === 'REFUSE');
  if (refused[0]) {
    throw conflict('organizationDuplicates', 'input.duplicates', { count: refused.length, row: refused[0].row });
  }
  if (plan.organizations.length > 0) await restate(desk, await writeOrganizations(desk, plan.organizations));
  return shown(desk, plan, language);
}

async function planOf(desk: Desk, { townName, table, day, handlings }: OrganizationFile): Promise<OrganizationPlan> {
  return planOrganizations(desk, townName, await readOrganizations(table, dayOf(desk.now)), day, handlings);
}

function faulty({ errors }: OrganizationPlan): number {
  return new Set(errors.map((error) => error.row)).size;
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
    errorCount: faulty(plan),
    errors: errors.slice(0, told).map(({ row, column, message, values }) => ({
      ...{ row, column: headers[column][0], code: message },
      message: say(language, message, values),
    })),
    digest,
  };
}
