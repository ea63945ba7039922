import { calendarOf } from '../calendars/working-days.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { type RequestLevel, requestLevels } from './levels.ts';
import { getEntry } from './listed.ts';

/** How long a level has for a request: of one subject, or, with null, of all that have no rule of their own. */
export interface Deadline {
  subjectUuid: string | null;
  level: RequestLevel;
  workingDays: number;
}

/** The most working days that a level can be given. */
const most = 365;

/** Batch of the rules of towns, those for all subjects first, by level. One statement. */
export async function deadlinesOf(desk: Desk, towns: readonly number[]): Promise<Deadline[][]> {
  const rows = await desk.db
    .selectFrom('deadline_rule')
    .select(['town_id', 'subject_id as subjectUuid', 'level', 'working_days as workingDays'])
    .where('town_id', 'in', [...towns])
    .execute();
  return towns.map((town) => inOrder(rows.filter((row) => row.town_id === town)));
}

/** Rules, those for all subjects first, by level. */
export function inOrder(rules: readonly Deadline[]): Deadline[] {
  const rank = ({ subjectUuid, level }: Deadline) => (subjectUuid === null ? 0 : 10) + requestLevels.indexOf(level);
  return rules.toSorted((a, b) => rank(a) - rank(b));
}

/** The last day that a level has for a request which comes to it on a day. */
export async function deadlineFor(desk: Desk, subject: string, level: RequestLevel, from: string): Promise<string> {
  const rules = await desk.load(deadlinesOf, desk.town);
  const calendar = await desk.load(calendarOf, desk.town);
  const rule =
    rules.find((each) => each.level === level && each.subjectUuid === subject) ??
    rules.find((each) => each.level === level && each.subjectUuid === null);
  if (!rule) throw new Error(`Town ${desk.town} has no deadline for ${level}`);
  return calendar.addWorkingDays(from, rule.workingDays);
}

/**
 * Settles how long a level has in the desk's town, for a subject or for all that have no rule of their own; null takes a
 * subject's rule away. Deadlines that are set stay.
 * Errors: NOT_FOUND on input.subject; BAD_INPUT on input.workingDays.
 */
export async function setDeadline(
  desk: Desk,
  { subject, level, workingDays }: { subject?: string | null; level: RequestLevel; workingDays?: number | null },
): Promise<void> {
  const uuid = subject == null ? null : (await getEntry(desk, 'request_subject', subject, 'input.subject')).uuid;
  if (workingDays == null && uuid === null) throw badInput('input.workingDays', 'required');
  if (workingDays != null && (workingDays < 0 || workingDays > most)) {
    throw badInput('input.workingDays', 'daysBetween', { most });
  }
  await desk.db
    .deleteFrom('deadline_rule')
    .where('town_id', '=', desk.town)
    .where('subject_id', uuid === null ? 'is' : '=', uuid)
    .where('level', '=', level)
    .execute();
  if (workingDays == null) return;
  await desk.db
    .insertInto('deadline_rule')
    .values({ town_id: desk.town, id: newId(), subject_id: uuid, level, working_days: workingDays })
    .execute();
}
