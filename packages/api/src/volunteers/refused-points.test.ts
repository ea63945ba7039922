import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { activity, activityKind, earn, redeem, reward, signUp, volunteer } from './volunteer.fixture.ts';

const platform = testPlatform();

it('what is wrong about volunteers and points is refused on the field at fault, and changes nothing', async () => {
  const town = await platform.newTown();
  const { admin, code } = town;
  const [unit, person] = [town.unit(0), await town.person('志愿者甲')];
  const who = (await admin.do('registerVolunteer', { person, unit }, 'volunteer { id }')).volunteer.id;
  const [gone, kind, oldKind] = [await volunteer(town), await activityKind(town, 3, '助医'), await activityKind(town)];
  await admin.do('reviseVolunteer', { volunteer: gone, unit, ended: true }, 'volunteer { id }');
  await admin.do('endVolunteerActivityKind', { activityKind: oldKind }, 'kind { id }');
  const { activity: held, signUps } = await earn(town, kind, [who]);
  const off = (await activity(town, kind)).id;
  const [offSignUp = ''] = await signUp(admin, off, [who]);
  await admin.do('callOffVolunteerActivity', { activity: off, reason: '台风' }, 'activity { id }');
  const ahead = (await activity(town, kind, { heldOn: '2027-01-01' })).id;
  const [toCome = ''] = await signUp(admin, ahead, [who]);
  const other = (await activity(town, kind)).id;
  const [away = ''] = await signUp(admin, other, [who]);
  await admin.do('withdrawVolunteerSignUps', { activity: other, signUps: [away] }, 'activity { id }');
  const [service, goods, ended] = [await reward(town, 2), await reward(town, 1, 2), await reward(town, 1, 5)];
  await admin.do('endReward', { reward: ended }, 'reward { id }');
  const later = { town: code, kind: 'SERVICE', name: '明年起', points: 1, from: '2027-06-01' };
  const notYet = (await admin.do('addReward', later, 'reward { id }')).reward.id;
  const { redemption } = await redeem(admin, { volunteer: who, reward: goods });
  await admin.do('fulfilRedemption', { redemption: redemption.id }, 'redemption { id }');
  const block = await town.openUnit({
    overlay: (await admin.do('openOverlay', { town: code, name: '籍贯' }, 'overlay { id }')).overlay.id,
  });
  const plan = { activityKind: kind, name: '活动', heldOn: '2026-05-04' };
  const adding = { town: code, name: '助老', points: 2 };
  const offering = { town: code, kind: 'GOODS', name: '米', points: 2 };
  await admin.do('addReward', { ...offering, name: '油' }, 'reward { id }');
  const many = Array.from({ length: 201 }, () => who);
  const text = '一'.repeat(201);
  const wrong: [string, Record<string, unknown>, string, string][] = [
    ['registerVolunteer', { person, unit }, 'CONFLICT', 'input.person'],
    ['registerVolunteer', { person: await town.person(), unit: block }, 'BAD_INPUT', 'input.unit'],
    ['reviseVolunteer', { volunteer: who, unit, expectedVersion: 7 }, 'CONFLICT', 'input.expectedVersion'],
    ['addVolunteerActivityKind', { ...adding, name: '助医' }, 'CONFLICT', 'input.name'],
    ['addVolunteerActivityKind', { ...adding, name: ' ' }, 'BAD_INPUT', 'input.name'],
    ['addVolunteerActivityKind', { ...adding, points: 0 }, 'BAD_INPUT', 'input.points'],
    ['addVolunteerActivityKind', { ...adding, points: 101 }, 'BAD_INPUT', 'input.points'],
    ['addVolunteerActivityKind', { ...adding, from: '1949-01-01' }, 'BAD_INPUT', 'input.from'],
    ['setVolunteerActivityRate', { activityKind: kind, points: 101 }, 'BAD_INPUT', 'input.points'],
    ['setVolunteerActivityRate', { activityKind: kind, points: 2, from: '2026-05-04' }, 'BAD_INPUT', 'input.from'],
    ['setVolunteerActivityRate', { activityKind: oldKind, points: 2 }, 'CONFLICT', 'input.activityKind'],
    ['endVolunteerActivityKind', { activityKind: oldKind }, 'CONFLICT', 'input.activityKind'],
    ['planVolunteerActivity', { ...plan, activityKind: oldKind }, 'CONFLICT', 'input.activityKind'],
    ['planVolunteerActivity', { ...plan, name: '' }, 'BAD_INPUT', 'input.name'],
    ['planVolunteerActivity', { ...plan, heldOn: '2019-12-31' }, 'CONFLICT', 'input.heldOn'],
    ['planVolunteerActivity', { ...plan, heldOn: '2099-12-31' }, 'BAD_INPUT', 'input.heldOn'],
    ['planVolunteerActivity', { ...plan, time: '一'.repeat(31) }, 'BAD_INPUT', 'input.time'],
    ['planVolunteerActivity', { ...plan, place: '一'.repeat(61) }, 'BAD_INPUT', 'input.place'],
    ['planVolunteerActivity', { ...plan, unit: block }, 'BAD_INPUT', 'input.unit'],
    ['callOffVolunteerActivity', { activity: held, reason: '雨' }, 'CONFLICT', 'input.activity'],
    ['callOffVolunteerActivity', { activity: off, reason: '雨' }, 'CONFLICT', 'input.activity'],
    ['callOffVolunteerActivity', { activity: ahead, reason: ' ' }, 'BAD_INPUT', 'input.reason'],
    ['signUpForVolunteerActivity', { activity: ahead, volunteers: [] }, 'BAD_INPUT', 'input.volunteers'],
    ['signUpForVolunteerActivity', { activity: ahead, volunteers: many }, 'BAD_INPUT', 'input.volunteers'],
    ['signUpForVolunteerActivity', { activity: ahead, volunteers: [who, who] }, 'BAD_INPUT', 'input.volunteers.1'],
    ['signUpForVolunteerActivity', { activity: ahead, volunteers: [gone] }, 'CONFLICT', 'input.volunteers.0'],
    ['signUpForVolunteerActivity', { activity: off, volunteers: [who] }, 'CONFLICT', 'input.activity'],
    ['withdrawVolunteerSignUps', { activity: held, signUps }, 'CONFLICT', 'input.signUps.0'],
    ['withdrawVolunteerSignUps', { activity: held, signUps: [toCome] }, 'NOT_FOUND', 'input.signUps.0'],
    ['withdrawVolunteerSignUps', { activity: off, signUps: [offSignUp] }, 'CONFLICT', 'input.activity'],
    ['confirmVolunteerAttendance', { activity: ahead, signUps: [toCome] }, 'CONFLICT', 'input.activity'],
    ['confirmVolunteerAttendance', { activity: other, signUps: [away] }, 'CONFLICT', 'input.signUps.0'],
    ['confirmVolunteerAttendance', { activity: held, signUps }, 'CONFLICT', 'input.signUps.0'],
    ['undoVolunteerAttendance', { activity: ahead, signUps: [toCome], reason: '误' }, 'CONFLICT', 'input.signUps.0'],
    ['undoVolunteerAttendance', { activity: held, signUps, reason: text }, 'BAD_INPUT', 'input.reason'],
    ['undoVolunteerAttendance', { activity: held, signUps, reason: '误' }, 'CONFLICT', 'input.signUps.0'],
    ['addReward', { ...offering, name: '油' }, 'CONFLICT', 'input.name'],
    ['addReward', { ...offering, points: 10_001 }, 'BAD_INPUT', 'input.points'],
    ['setRewardPrice', { reward: ended, points: 2 }, 'CONFLICT', 'input.reward'],
    ['setRewardPrice', { reward: goods, points: 0 }, 'BAD_INPUT', 'input.points'],
    ['setRewardPrice', { reward: notYet, points: 2 }, 'BAD_INPUT', 'input.from'],
    ['stockReward', { reward: goods, quantity: 0, reason: '无' }, 'BAD_INPUT', 'input.quantity'],
    ['stockReward', { reward: goods, quantity: 100_001, reason: '多' }, 'BAD_INPUT', 'input.quantity'],
    ['stockReward', { reward: goods, quantity: -2, reason: '损坏' }, 'CONFLICT', 'input.quantity'],
    ['stockReward', { reward: goods, quantity: 1, reason: '' }, 'BAD_INPUT', 'input.reason'],
    ['stockReward', { reward: service, quantity: 1, reason: '误' }, 'CONFLICT', 'input.reward'],
    ['endReward', { reward: ended }, 'CONFLICT', 'input.reward'],
    ['redeemPoints', { volunteer: who, reward: service, quantity: 2 }, 'CONFLICT', 'input.volunteer'],
    ['redeemPoints', { volunteer: who, reward: goods, quantity: 2 }, 'CONFLICT', 'input.quantity'],
    ['redeemPoints', { volunteer: who, reward: goods, quantity: 0 }, 'BAD_INPUT', 'input.quantity'],
    ['redeemPoints', { volunteer: who, reward: ended }, 'CONFLICT', 'input.reward'],
    ['redeemPoints', { volunteer: who, reward: notYet }, 'CONFLICT', 'input.reward'],
    ['fulfilRedemption', { redemption: redemption.id }, 'CONFLICT', 'input.redemption'],
    ['cancelRedemption', { redemption: redemption.id, reason: '退' }, 'CONFLICT', 'input.redemption'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [verb, input, problem, field] of wrong) {
      expect({ verb, input, ...(await admin.refused(verb, input)) }).toEqual({ verb, input, code: problem, field });
    }
  });
  // Who comes back has what they had.
  const back = await admin.do('reviseVolunteer', { volunteer: gone, unit }, 'volunteer { endedOn version }');
  expect(back.volunteer).toEqual({ endedOn: null, version: 3 });
});
