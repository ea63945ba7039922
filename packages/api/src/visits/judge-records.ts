import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { type RecordFault, recordFaults } from './visit.entity.ts';

/** So many days after a visit it may be noted. */
const daysToNote = 2;

/** What does not tell texts apart: blanks and marks. */
const marks = '[[:space:][:punct:]　、。，．；：？！…—·“”‘’（）《》〈〉【】「」『』～／]+';
/** A must-record that says that there is nothing: 无, 暂无诉求, 没有其他困难. */
const nothing =
  '^((暂|目前|暂时)?(无|没有|没)(其他|其它|任何|什么|特别|特殊|新)?的?(诉求|要求|需求|需要|困难|问题|意见|服务)?|none|no|nothing)?$';
/** A must-record that says nothing of itself: 同上. */
const placeholder = '^(同上|同前|同上次|如上|如前|略|见上|见前)?$';

/** What is said, without blanks and marks. */
const words = (text: string) => sql`lower(regexp_replace(said.${sql.ref(text)}, ${sql.lit(marks)}, '', 'g'))`;
const saysNothing = (text: string) => sql`${sql.ref(text)} ~ ${sql.lit(nothing)}`;
const isPlaceholder = (text: string) => sql`${sql.ref(text)} ~ ${sql.lit(placeholder)}`;
const isOfLast = (text: string) => sql`${sql.ref(text)} = lag(${sql.ref(text)}) over visits`;

/** When a record has a fault, each in SQL on what one visit to a household says beside the one before it. */
const faults = {
  NOTED_LATE: sql`(noted_at at time zone 'Asia/Shanghai')::date > visited_on + ${sql.lit(daysToNote)}`,
  INCOMPLETE: sql`${saysNothing('situation')} or ${isPlaceholder('situation')}
    or ${isPlaceholder('demand')} or ${isPlaceholder('service')}`,
  COPIED: sql`${isOfLast('situation')} and ${isOfLast('demand')} and ${isOfLast('service')}`,
  REPEATED: sql`(situation in (demand, service) and not (${saysNothing('situation')}))
    or (demand = service and not (${saysNothing('demand')}))`,
  DEMAND_LEFT: sql`not (${saysNothing('demand')}) and not answered`,
} as const satisfies Record<RecordFault, unknown>;

/**
 * Judges the records of the visits to households of the desk's town anew, those withdrawn left out, and keeps with each
 * visit what its record lacks. To be done after whatever changes a visit, for it may also change what the next one is held
 * against; the households are held for it (`holdHouseholds`). No text leaves the database. One statement.
 */
export async function judgeRecords(desk: Desk, households: readonly string[]): Promise<void> {
  await sql`
    with told as (
      select visit.id, visit.household_id, visited_on, noted_at, record_faults,
        ${words('situation')} as situation, ${words('demand')} as demand, ${words('service')} as service,
        said.outcome is not null or exists (
          select from visit_request raised where raised.town_id = visit.town_id and raised.visit_id = visit.id) as answered
      from visit
      cross join lateral (
        select situation, demand, service, outcome from visit_version each
        where each.town_id = visit.town_id and each.visit_id = visit.id order by number desc limit 1) as said
      where visit.town_id = ${desk.town} and visit.household_id = any(${[...households]}::uuid[]) and withdrawn_at is null
    ), judged as (
      select id, record_faults as before, array_remove(array[${sql.join(
        recordFaults.map((fault) => sql`case when ${faults[fault]} then ${sql.lit(fault)} end`),
      )}], null) as after
      from told
      window visits as (partition by household_id order by visited_on, noted_at, id)
    )
    update visit set record_faults = after
    from judged
    where visit.town_id = ${desk.town} and visit.id = judged.id and before <> after`.execute(desk.db);
}
