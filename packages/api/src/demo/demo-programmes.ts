import type { Actor } from '../access/actor.ts';
import { categoriesOfTowns } from '../categories/find-category.ts';
import type { Desk } from '../db/door.ts';
import { candidatesAmong } from '../programmes/candidates.ts';
import { enrolInProgramme } from '../programmes/enrol.ts';
import { planProgramme } from '../programmes/plan-programme.ts';
import { sessionsOfProgrammes } from '../programmes/programme-parts.ts';
import { programmesById } from '../programmes/programme-rows.ts';
import type { ProgrammeKind, ProgrammeTakers } from '../programmes/programme-states.ts';
import { recordAttendance } from '../programmes/record-attendance.ts';
import { scheduleSessions } from '../programmes/schedule-sessions.ts';
import { takeProgrammeStep } from '../programmes/take-programme-step.ts';
import { membersOf } from '../residents/resident-rows.ts';
import { globalId } from '../schema/global-id.ts';
import { demoActor } from './demo-actor.ts';
import { dayAgo } from './demo-moments.ts';
import { inventedMark } from './invented.ts';

/** An invented programme: its days from now on, with places each, and how many are enrolled. */
interface DemoProgramme {
  kind: ProgrammeKind;
  takers: ProgrammeTakers;
  name: string;
  about: string;
  days: readonly [number, ...number[]];
  session?: { time?: string; place?: string; places?: number };
  oneSession?: boolean;
  ageFrom?: number;
  ageTo?: number;
  categories?: readonly string[];
  /** Nobody can be enrolled yet without. */
  enrols?: number;
  /** What they were given on its first day, which is past; one of them was out. */
  given?: string;
}

/** Programmes of the kinds that towns hold: Juyuan's health checks, Pujiang's vegetables, an afternoon for all, a training. */
const programmes: readonly DemoProgramme[] = [
  {
    ...{ kind: 'HEALTH_CHECK', takers: 'RESIDENT', name: '60 岁以上老人体检', about: '免费体检十项，请空腹前来。' },
    ...{ days: [14, 15, 16], session: { time: '8:00—10:30', place: '社区卫生服务中心', places: 3 } },
    ...{ ageFrom: 60, oneSession: true, enrols: 5 },
  },
  {
    ...{ kind: 'DELIVERY', takers: 'HOUSEHOLD', name: '送菜进社区', about: '每周一次，把一周的蔬菜送到家。' },
    days: [-7, 0, 7, 14],
    session: { time: '上午' },
    categories: ['独居老人', '困难家庭', '老干部家庭'],
    ...{ enrols: 6, given: '蔬菜 5 公斤' },
  },
  {
    ...{ kind: 'EVENT', takers: 'HOUSEHOLD', name: '邻里包粽子', about: '每户来一位，材料由居委会准备。' },
    ...{ days: [20], session: { time: '14:00—16:00', place: '居委会活动室' }, enrols: 4 },
  },
  {
    ...{ kind: 'TRAINING', takers: 'RESIDENT', name: '食品从业人员培训', about: '培训后考核，合格的发证。' },
    ...{ days: [-14], session: { time: '9:00—16:00', place: '社区学校' }, ageFrom: 18, ageTo: 70, enrols: 4 },
  },
];

/** Plans invented programmes in a town, and enrols members of some households in those that are open. */
export async function holdDemoProgrammes(desk: Desk, households: readonly string[]): Promise<void> {
  const admin = await demoActor(desk);
  const categories = new Map((await desk.load(categoriesOfTowns, desk.town)).map(({ name, id }) => [name, id]));
  for (const { days, session, enrols, given, categories: named = [], name, ...said } of programmes) {
    const on = days.map((ahead) => dayAgo(desk, -ahead));
    const uuid = await planProgramme(desk, admin, {
      ...{ ...said, name: `${name}${inventedMark}`, firstDay: on[0] ?? '', lastDay: on.at(-1) ?? '' },
      categories: named.flatMap((each) => categories.get(each) ?? []),
    });
    const programme = globalId('Programme', desk.town, uuid);
    await scheduleSessions(desk, admin, { programme, days: on, ...session });
    // What the desk knows of programmes is from before these.
    desk.forget();
    if (enrols === undefined) continue;
    await takeProgrammeStep(desk, admin, { programme }, 'OPEN');
    const enrolled = await enrolSome(desk, admin, uuid, households, enrols);
    if (given !== undefined) await attendFirst(desk, admin, uuid, enrolled, given);
  }
}

/** Enrols so many of those for whom a programme is, in its first session where each comes to one. Returns the enrolments by their ids in the town. */
async function enrolSome(
  desk: Desk,
  actor: Actor,
  uuid: string,
  households: readonly string[],
  many: number,
): Promise<string[]> {
  const key = { townId: desk.town, uuid };
  const programme = await desk.load(programmesById, key);
  if (!programme) throw new Error('The programme is not there');
  const { takers } = programme;
  const members = await Promise.all(households.map((each) => desk.load(membersOf, { townId: desk.town, uuid: each })));
  const possible = takers === 'RESIDENT' ? members.flat().map(({ resident }) => resident) : households;
  const found = await candidatesAmong(desk, programme, possible);
  const type = takers === 'RESIDENT' ? 'Resident' : 'Household';
  const chosen = found
    .slice(0, many)
    .map(({ resident, household }) => globalId(type, desk.town, resident ?? household));
  if (chosen.length === 0) return [];
  const [first] = programme.oneSession ? await desk.load(sessionsOfProgrammes, key) : [];
  const session = first === undefined ? {} : { session: first.id };
  return enrolInProgramme(desk, actor, { programme: programme.id, takers: chosen, ...session });
}

/** Puts down who came on the first day of a programme, or was at home: all but the last one. */
async function attendFirst(
  desk: Desk,
  actor: Actor,
  uuid: string,
  enrolled: readonly string[],
  given: string,
): Promise<void> {
  desk.forget();
  const [first] = await desk.load(sessionsOfProgrammes, { townId: desk.town, uuid });
  if (!first || enrolled.length === 0) return;
  const attendances = enrolled.map((each, index) => ({
    enrolment: globalId('ProgrammeEnrolment', desk.town, each),
    ...(index === enrolled.length - 1 ? { attended: false } : { attended: true, given }),
  }));
  await recordAttendance(desk, actor, { session: first.id, attendances });
}
