import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { type Language, say } from '../messages.ts';
import { grounds } from '../restructurings/grounds.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { headers } from './columns.ts';
import type { ImportTreeInput } from './import.input.ts';
import type { TreeImportType } from './import.type.ts';
import { type ImportPlan, planImport } from './plan.ts';
import type { ReadRows } from './row.ts';
import { writeImport } from './write-import.ts';

/** How many errors, and how many additions, are told. */
const told = 200;

/** What is imported: the rows of a file, and the day of those that name none. */
export interface ImportedFile {
  townName: string;
  fileName: string;
  read: ReadRows;
  day: string;
}

/** What importing a file would do. Writes nothing. Errors: see `planImport`. */
export async function previewTreeImport(
  desk: Desk,
  actor: Actor,
  { townName, read, day }: ImportedFile,
  language: Language,
): Promise<TreeImportType> {
  if (!reachesTown(actor, 'tree:import', desk.town)) throw notFound('input.town');
  return shown(await planImport(desk, townName, read, day), language);
}

/**
 * Imports a file: everything that its rows say, or, where one of them is at fault, nothing.
 * Errors: BAD_INPUT on input.content where a row is at fault, which the message names; CONFLICT on input.expectedDigest
 * where the file would not do any more what was shown.
 */
export async function importTree(
  desk: Desk,
  actor: Actor,
  input: ImportTreeInput,
  { townName, fileName, read, day }: ImportedFile,
  language: Language,
): Promise<TreeImportType> {
  if (!reachesTown(actor, 'tree:import', desk.town)) throw notFound('input.town');
  const why = grounds(input);
  await lockTree(desk);
  const plan = await planImport(desk, townName, read, day);
  const [error] = plan.errors;
  if (error) {
    const message = say(language, error.message, error.values);
    throw badInput('input.content', 'fileErrors', { count: plan.faulty, row: error.row, message });
  }
  if (plan.digest !== input.expectedDigest) throw conflict('fileChanged', 'input.expectedDigest');
  await writeImport(desk, actor, plan, { ...why, reason: why.reason ?? fileName });
  return shown(plan, language);
}

function shown(plan: ImportPlan, language: Language): TreeImportType {
  const { rows, opens, additions, teams, people, unchanged, errors, faulty, digest } = plan;
  return {
    rows,
    opens,
    teams: teams.length,
    people: people.people.length + people.partners.length,
    members: people.members.length,
    officers: people.posts.length,
    unchanged,
    additions: additions.slice(0, told),
    errorCount: faulty,
    errors: errors.slice(0, told).map(({ row, column, message, values }) => ({
      row,
      column: column === null ? null : headers[column][0],
      code: message,
      message: say(language, message, values),
    })),
    digest,
  };
}
