import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { reachesTown, requireIn } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import type { Language } from '../messages.ts';
import { grounds } from '../restructurings/grounds.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { headers } from './columns.ts';
import type { ImportTreeInput } from './import.input.ts';
import type { TreeImportType } from './import.type.ts';
import { type ImportPlan, planImport } from './plan.ts';
import type { ReadRows } from './row.ts';
import { errorsTold, requireShown, told } from './shown.ts';
import { writeImport } from './write-import.ts';

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
  requireMayImport(desk, actor);
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
  requireMayImport(desk, actor);
  const why = grounds(input);
  await lockTree(desk);
  const plan = await planImport(desk, townName, read, day);
  requireShown(plan, input.expectedDigest, language);
  await writeImport(desk, actor, plan, { ...why, reason: why.reason ?? fileName });
  return shown(plan, language);
}

/** What of a town a file is held against: what is said of its rows tells that. */
const heldAgainst: readonly Permission[] = ['unit:read', 'team:read', 'person:read'];

/** Errors: NOT_FOUND on input.town where the actor may not import; FORBIDDEN where they may not see what a file is held against. */
function requireMayImport(desk: Desk, actor: Actor): void {
  if (!reachesTown(actor, 'tree:import', desk.town)) throw notFound('input.town');
  requireIn(actor, desk.town, heldAgainst);
}

function shown(plan: ImportPlan, language: Language): TreeImportType {
  const { rows, opens, additions, teams, people, unchanged, errors, digest } = plan;
  return {
    rows,
    opens,
    teams: teams.length,
    people: people.people.length + people.partners.length,
    members: people.members.length,
    officers: people.posts.length,
    unchanged,
    additions: additions.slice(0, told),
    ...errorsTold(errors, headers, language),
    digest,
  };
}
