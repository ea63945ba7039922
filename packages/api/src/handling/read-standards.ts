import { sql } from 'kysely';
import type { WorkingDayExceptionType } from '../calendars/working-day.type.ts';
import { exceptionsAmong, exceptionsOf } from '../calendars/working-days.ts';
import type { Desk } from '../db/door.ts';
import { type Deadline, deadlinesOf, inOrder } from './deadlines.ts';
import { entriesOf, type Listed } from './listed.ts';

interface Standards {
  subjects: Omit<Listed, 'townId'>[];
  rules: Deadline[];
  national: WorkingDayExceptionType[];
  own: Omit<WorkingDayExceptionType, 'source'>[];
}

/**
 * Batch that reads at once what raising requests asks for one by one: a town's subjects, deadlines and calendar. One
 * statement instead of four. Answers nothing; what it has read the desk knows from then on.
 */
export async function standardsOf(desk: Desk, towns: readonly number[]): Promise<null[]> {
  for (const town of towns) await readStandards(desk, town);
  return towns.map(() => null);
}

async function readStandards(desk: Desk, town: number): Promise<void> {
  const { rows } = await sql<Standards>`
    select
      (select coalesce(json_agg(json_build_object('uuid', id, 'name', name, 'endedOn', ended_on) order by position, id), '[]')
        from request_subject where town_id = ${town}) as subjects,
      (select coalesce(json_agg(json_build_object('subjectUuid', subject_id, 'level', level, 'workingDays', working_days)), '[]')
        from deadline_rule where town_id = ${town}) as rules,
      (select coalesce(json_agg(json_build_object('day', day, 'working', working, 'name', name, 'source', source)), '[]')
        from working_day_exception) as national,
      (select coalesce(json_agg(json_build_object('day', day, 'working', working, 'name', name)), '[]')
        from town_day where town_id = ${town}) as own`.execute(desk.db);
  const [read] = rows;
  if (!read) return;
  desk.prime(
    entriesOf('request_subject'),
    town,
    read.subjects.map((subject) => ({ townId: town, ...subject })),
  );
  desk.prime(deadlinesOf, town, inOrder(read.rules));
  desk.prime(exceptionsOf, town, exceptionsAmong(read.national, read.own));
}
