import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { deadlineFor } from '../handling/deadlines.ts';
import { levelsOn, type RequestLevel } from '../handling/levels.ts';
import { entriesOf } from '../handling/listed.ts';
import { standardsOf } from '../handling/read-standards.ts';
import { type TakenStep, takeAll } from '../requests/fold.ts';
import { handleSteps } from '../requests/handle-steps.ts';
import { isInTime } from '../requests/promptness.ts';
import type { RequestRow } from '../requests/request-rows.ts';
import { standingOf } from '../requests/standing.ts';
import type { NewRequest } from '../requests/write-requests.ts';
import { demoActor } from './demo-actor.ts';
import { inventedMark } from './invented.ts';

/** How far an invented request has come. */
export const stages = ['RAISED', 'ACCEPTED', 'HANDLED', 'SATISFIED', 'FAIRLY', 'REOPENED'] as const;

/** A request that the demo invents, raised at a visit. */
export interface InventedRequest {
  stage: (typeof stages)[number];
  level: RequestLevel;
  /** Which of `asked` it is about. */
  about: number;
  /** Who holds it once it is accepted. */
  holder: string;
  /** The days on which it was handled and followed up, where it has come so far. */
  handledOn: string;
  followedUpOn: string;
}

const asked = [
  { subject: '物业', description: '楼道灯不亮，请尽快修理' },
  { subject: '供水', description: '水压不足，晚间无水' },
  { subject: '环境卫生', description: '垃圾没有及时清运' },
  { subject: '停车', description: '消防通道被车辆占用' },
  { subject: '噪声', description: '夜间装修噪声扰民' },
  { subject: '邻里纠纷', description: '楼上漏水，协商不成' },
  { subject: '绿化', description: '树枝挡窗，请修剪' },
  { subject: '民生保障', description: '询问老年补贴如何申领' },
] as const;

/** What raising an invented request of a household at a visit, and all that became of it, writes. */
export async function requestInvented(
  desk: Desk,
  { household, block, visitedOn: on, notedAt }: { household: string; block: string; visitedOn: string; notedAt: Date },
  request: InventedRequest,
): Promise<NewRequest> {
  await desk.load(standardsOf, desk.town);
  const { subject, description } = asked[request.about % asked.length] ?? asked[0];
  const subjects = await desk.load(entriesOf('request_subject'), desk.town);
  const subject_id = subjects.find(({ name }) => name === subject)?.uuid;
  if (subject_id === undefined) throw new Error(`The town has no subject ${subject}`);
  const standing = await standingOf(desk, { townId: desk.town, householdUuid: null, unitUuid: block });
  const { level } = levelsOn(standing.path).find((each) => each.level === request.level) ?? { level: 'BLOCK' as const };
  const begun: RequestRow = {
    ...{ town_id: desk.town, id: newId(), year: Number(on.slice(0, 4)), number: 0, source: 'VISIT' },
    ...{ subject_id, handling_class: null, state: 'RAISED', level, household_id: household, unit_id: null },
    place: null,
    block_id: block,
    raised_on: on,
    recorded_at: notedAt,
    recorded_by: (await demoActor(desk)).accountId,
    reported_in_time: await isInTime(desk, on, notedAt),
    ...{ due_on: await deadlineFor(desk, subject_id, level, on), holder_id: null, party_id: null },
    ...{ handled_on: null, satisfaction: null, version: 0 },
  };
  const outcomes = takeAll(begun, await stepsOf(desk, begun, request));
  const concerned = { blocks: [], households: [] };
  return { begun, description: `${description}${inventedMark}`, concerned, outcomes, standing, photos: [] };
}

async function stepsOf(
  desk: Desk,
  { raised_on: on, subject_id, level }: RequestRow,
  { stage, holder, handledOn, followedUpOn }: InventedRequest,
): Promise<TakenStep[]> {
  const raised: TakenStep[] = [{ step: 'RAISE', on }];
  if (stage === 'RAISED') return raised;
  const accepted: TakenStep[] = [...raised, { step: 'ACCEPT', on, changes: { state: 'ACCEPTED', holder_id: holder } }];
  if (stage === 'ACCEPTED') return accepted;
  const handling = {
    outcome: '当天解决',
    evidence: [{ kind: 'WORK_RECORD' as const, text: `已上门处理${inventedMark}` }],
  };
  const handling_class = 'REASONABLE' as const;
  const handled: TakenStep[] = [
    ...accepted,
    { step: 'CLASSIFY', on, changes: { handling_class } },
    ...handleSteps({ handling_class }, [], handling, handledOn, 'input'),
  ];
  if (stage === 'HANDLED') return handled;
  const followUp = { step: 'FOLLOW_UP' as const, on: followedUpOn, way: 'TELEPHONE' as const, text: '电话回访' };
  if (stage === 'REOPENED') {
    const satisfaction = 'DISSATISFIED' as const;
    const due_on = await deadlineFor(desk, subject_id, level, followedUpOn);
    const changes = { state: 'ACCEPTED' as const, satisfaction, handled_on: null, due_on };
    return [...handled, { ...followUp, satisfaction, changes }];
  }
  return [...handled, { ...followUp, satisfaction: stage, changes: { state: 'CLOSED', satisfaction: stage } }];
}
