import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { type RequestLevel, requestLevels } from './levels.ts';

/** Working days that each level has, for all subjects and for supplies whose failure cannot wait. */
const usualDays: Record<RequestLevel, number> = { BLOCK: 3, COMMITTEE: 5, SERVICE_AREA: 7, TOWN: 15 };
const urgentDays: Record<RequestLevel, number> = { BLOCK: 1, COMMITTEE: 1, SERVICE_AREA: 2, TOWN: 3 };

const urgent = ['供水', '供电', '燃气'];

/** The subjects that a town begins with, in their order. */
const standardSubjects = [
  ...urgent,
  ...['物业', '环境卫生', '违法建筑', '绿化', '邻里纠纷', '道路设施', '停车', '噪声', '治安', '民生保障', '其他'],
];

/** The parties outside that a town begins with: kinds, which it may rename to the companies that serve it. */
const standardParties = ['物业公司', '自来水公司', '供电公司', '燃气公司', '城管执法', '绿化市容'];

/** Gives a new town the subjects, parties outside and deadlines that towns usually start with. Three statements. */
export async function seedRequestStandards(desk: Desk): Promise<void> {
  const listed = (names: readonly string[]) =>
    names.map((name, index) => ({
      town_id: desk.town,
      id: newId(),
      name,
      position: index + 1,
      ended_on: null,
    }));
  const subjects = listed(standardSubjects);
  await desk.db.insertInto('request_subject').values(subjects).execute();
  await desk.db.insertInto('external_party').values(listed(standardParties)).execute();
  const rules = (subject: string | null, days: Record<RequestLevel, number>) =>
    requestLevels.map((level) => ({
      town_id: desk.town,
      id: newId(),
      subject_id: subject,
      level,
      working_days: days[level],
    }));
  const own = subjects.filter(({ name }) => urgent.includes(name)).flatMap(({ id }) => rules(id, urgentDays));
  await desk.db
    .insertInto('deadline_rule')
    .values([...rules(null, usualDays), ...own])
    .execute();
}
