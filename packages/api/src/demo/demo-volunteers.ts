import type { Desk } from '../db/door.ts';
import { registerPerson } from '../people/register-person.ts';
import { globalId } from '../schema/global-id.ts';
import { confirmAttendance } from '../volunteers/confirm-attendance.ts';
import { addActivityKind } from '../volunteers/keep-kinds.ts';
import { addReward, stockReward } from '../volunteers/keep-rewards.ts';
import { registerVolunteer } from '../volunteers/keep-volunteers.ts';
import { planActivity } from '../volunteers/plan-activity.ts';
import { fulfilRedemption, redeemPoints } from '../volunteers/redeem.ts';
import { signUp } from '../volunteers/sign-up.ts';
import { signUpsOf } from '../volunteers/sign-up-rows.ts';
import { demoActor } from './demo-actor.ts';
import { dayAgo } from './demo-moments.ts';
import { inventedMark, personName, repeatable } from './invented.ts';

/** Haiwan's kinds of activity, with what they earn. */
const kinds = [
  ...['助医', '助学辅导'].map((name) => ({ name, points: 3 })),
  ...['助老', '助残', '助学'].map((name) => ({ name, points: 2 })),
  ...['巡逻', '保洁', '维持秩序'].map((name) => ({ name, points: 1 })),
];

/** What Haiwan's volunteers spend points on, and goods of an invented shop. */
const rewards = [
  { kind: 'SERVICE', name: '家电维修', points: 4 },
  { kind: 'SERVICE', name: '陪伴老人半天', points: 3 },
  { kind: 'GOODS', name: '大米 5 公斤', points: 5, stock: 40 },
  { kind: 'GOODS', name: '洗衣液', points: 3, stock: 60 },
  { kind: 'GOODS', name: '毛巾', points: 1, stock: 200 },
] as const;

/** Invented activities: of which kind, how many days ago, and how many of the volunteers came; none did to one that is ahead. */
const activities = [
  { kind: '助医', name: '社区义诊', ago: 60, came: 5 },
  { kind: '助老', name: '陪伴独居老人', ago: 45, came: 6 },
  { kind: '保洁', name: '河道保洁', ago: 30, came: 8 },
  { kind: '助学辅导', name: '周末作业辅导', ago: 16, came: 4 },
  { kind: '巡逻', name: '夜间平安巡逻', ago: 3, came: 0 },
  { kind: '助老', name: '重阳节慰问', ago: -10, came: 0 },
] as const;

/** Volunteers of a unit with their activities, what these earned, and what was spent of it; all of it invented but for kinds and points. */
export async function volunteerInDemo(desk: Desk, unit: string): Promise<void> {
  const admin = await demoActor(desk);
  const place = globalId('Unit', desk.town, unit);
  const kindIds = new Map<string, string>();
  for (const kind of kinds) {
    desk.forget();
    kindIds.set(kind.name, (await addActivityKind(desk, { ...kind, from: dayAgo(desk, 400) })).id);
  }
  const rewardIds: string[] = [];
  for (const { kind, name, points, ...goods } of rewards) {
    desk.forget();
    const { id } = await addReward(desk, { kind, name, points });
    rewardIds.push(id);
    if ('stock' in goods) await stockReward(desk, admin, { reward: id, quantity: goods.stock, reason: '集中采购' });
  }
  const next = repeatable(31);
  const volunteers: string[] = [];
  for (let each = 0; each < 8; each++) {
    const { id: person } = await registerPerson(desk, personName(next));
    volunteers.push(globalId('Volunteer', desk.town, await registerVolunteer(desk, admin, { person, unit: place })));
  }
  desk.forget();
  for (const { kind, name, ago, came } of activities) {
    const said = { activityKind: kindIds.get(kind) ?? '', unit: place, name: `${name}${inventedMark}` };
    const uuid = await planActivity(desk, admin, { ...said, heldOn: dayAgo(desk, ago), time: '9:00—11:00' });
    const activity = globalId('VolunteerActivity', desk.town, uuid);
    await signUp(desk, admin, { activity, volunteers });
    desk.forget();
    if (came === 0) continue;
    const all = await desk.load(signUpsOf, { townId: desk.town, uuid });
    await confirmAttendance(desk, admin, { activity, signUps: all.slice(0, came).map(({ id }) => id) });
    desk.forget();
  }
  const [repair = '', , rice = '', , towel = ''] = rewardIds;
  for (const [index, reward, done] of [
    [0, rice, true],
    [1, repair, false],
    [2, towel, false],
  ] as const) {
    const bought = await redeemPoints(desk, admin, { volunteer: volunteers[index] ?? '', reward });
    const redemption = globalId('Redemption', desk.town, bought);
    if (done) await fulfilRedemption(desk, admin, { redemption });
    desk.forget();
  }
}
