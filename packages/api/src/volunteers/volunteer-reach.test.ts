import { expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { apply, dependentsOf } from '../restructurings/restructuring.fixture.ts';
import { dayOf } from '../today.ts';
import { activity, activityKind, balanceOf, earn, redeem, reward, signUp, volunteer } from './volunteer.fixture.ts';

const platform = testPlatform();

it('a team keeps the points of volunteers of its block, officers those of their unit, and whoever is one sees their own', async () => {
  const town = await platform.newTown();
  const { admin, code } = town;
  const [block, next] = [await town.openUnit({ from: '2024-01-01' }), await town.openUnit({ parent: town.unit(1) })];
  const team = await town.formTeam(block);
  const me = await town.person('志愿者本人');
  const member = await town.account('TEAM_MEMBER', { team, person: me });
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const kind = await activityKind(town, 3);
  const mine = await volunteer(town, block, member);
  const theirs = await volunteer(town, next, officer);
  const own = (await admin.do('registerVolunteer', { person: me, unit: next }, 'volunteer { id }')).volunteer.id;
  const list =
    'query($code: RegisterCode!) { town(code: $code) { volunteers { nodes { id } totalCount } redemptions { totalCount } } }';
  const seen = async (client: ApiClient) => {
    const { volunteers, redemptions } = (await client.ask(list, { code })).town;
    return [volunteers.nodes.map(({ id }: { id: string }) => id), volunteers.totalCount, redemptions.totalCount];
  };
  // The member holds an activity in their block: a volunteer of the next unit comes to it, whom an officer signs up.
  const { id } = await activity(town, kind, { unit: block }, member);
  const [first = ''] = await signUp(member, id, [mine]);
  const [second = ''] = await signUp(officer, id, [theirs]);
  const [third = ''] = await signUp(officer, id, [own]);
  const signUps =
    'query($id: ID!) { volunteerActivity(id: $id) { signedUp signUps { id name volunteer { balance } } } }';
  const told = (await member.ask(signUps, { id })).volunteerActivity;
  expect(told.signUps.map((each: { id: string; volunteer: object | null }) => [each.id, each.volunteer])).toEqual([
    [first, { balance: 0 }],
    [second, null],
    [third, { balance: 0 }],
  ]);
  expect((await officer.ask(signUps, { id })).volunteerActivity).toMatchObject({
    signedUp: 3,
    signUps: [{ id: second }, { id: third }],
  });
  const confirming = { activity: id, signUps: [first, second] };
  expect(await officer.refused('confirmVolunteerAttendance', confirming)).toEqual({
    ...{ code: 'NOT_FOUND', field: 'input.activity' },
  });
  await member.do('confirmVolunteerAttendance', confirming, 'activity { id }');
  // Nobody confirms that they came themselves.
  const myself = { activity: id, signUps: [third] };
  expect(await member.refused('confirmVolunteerAttendance', myself)).toEqual({
    ...{ code: 'CONFLICT', field: 'input.signUps.0' },
  });
  await admin.do('confirmVolunteerAttendance', myself, 'activity { id }');
  const service = await reward(town, 1);
  expect(await member.refused('redeemPoints', { volunteer: theirs, reward: service })).toEqual({
    ...{ code: 'NOT_FOUND', field: 'input.volunteer' },
  });
  await redeem(member, { volunteer: mine, reward: service });
  await redeem(officer, { volunteer: theirs, reward: service });
  expect(await seen(member)).toEqual([[mine, own], 2, 1]);
  expect(await seen(officer)).toEqual([[theirs, own], 2, 1]);
  expect(await seen(admin)).toEqual([[mine, theirs, own], 3, 2]);
  expect(await balanceOf(member, own)).toBe(3);
  const one = 'query($id: ID!) { volunteer(id: $id) { balance } }';
  expect((await member.send(one, { id: theirs })).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id' });
  // What is of the whole town is for who sees all of it, and settled by administrators.
  const whole = `query($code: RegisterCode!) { town(code: $code) { volunteerLedger { held }
    volunteerPoints(period: { first: "2026-01-01", last: "2026-12-31" }) { earned } rewards { name } } }`;
  expect((await member.ask(whole, { code })).town).toMatchObject({ volunteerLedger: null, volunteerPoints: null });
  expect((await admin.ask(whole, { code })).town).toMatchObject({ volunteerLedger: { held: 7 } });
  for (const client of [member, officer]) {
    const adding = { town: code, name: '助学', points: 9 };
    expect(await client.refused('addVolunteerActivityKind', adding)).toEqual({ code: 'FORBIDDEN' });
    expect(await client.refused('stockReward', { reward: service, quantity: 1, reason: '购' })).toEqual({
      code: 'FORBIDDEN',
    });
  }
  const auditor = await town.account('AUDITOR');
  expect((await auditor.send(list, { code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
});

it('where a unit goes into another one its volunteers go with it, and what is recorded in the new one keeps it there', async () => {
  const town = await platform.newTown();
  const [east, west] = [await town.openUnit({ from: '2024-01-01' }), await town.openUnit({ from: '2024-01-01' })];
  const who = await volunteer(town, east);
  await earn(town, await activityKind(town), [who], { unit: east });
  const merged = await apply(town, dayOf(new Date()), [
    { open: { ref: 'n', kind: 'BLOCK', parent: town.unit(0), name: '新块区' } },
    { merge: { units: [east, west], into: '#n' } },
  ]);
  const tree = 'query($code: RegisterCode!) { town(code: $code) { tree { id name } } }';
  const { tree: nodes } = (await town.admin.ask(tree, { code: town.code })).town;
  const made = nodes.find(({ name }: { name: string }) => name === '新块区').id;
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(made) });
  expect(await balanceOf(member, who)).toBe(3);
  expect((await dependentsOf(town, merged)).filter(({ kind }) => kind === 'VOLUNTEER')).toEqual([]);
  await volunteer(town, made);
  expect((await dependentsOf(town, merged)).filter(({ kind }) => kind === 'VOLUNTEER')).toEqual([
    { kind: 'VOLUNTEER', count: 1, restructuring: null },
  ]);
  const undoing = { restructuring: merged, reason: '撤回' };
  expect((await town.admin.refused('undoRestructuring', undoing)).code).toBe('CONFLICT');
});

it('an application sees and keeps volunteers only with the scopes for it, and a district office not at all', async () => {
  const town = await platform.newTown();
  const who = await volunteer(town);
  await earn(town, await activityKind(town), [who]);
  const scopes = ['TOWN_READ', 'VOLUNTEER_READ'];
  const application = await registerApplication(platform, scopes);
  await consent(town, application, scopes);
  const reading = await clientOf(platform, application, 'town:read volunteer:read');
  expect(await balanceOf(reading, who)).toBe(3);
  expect(await reading.refused('redeemPoints', { volunteer: who, reward: await reward(town) })).toEqual({
    code: 'FORBIDDEN',
  });
  const blind = await clientOf(platform, application, 'town:read');
  const query = 'query($code: RegisterCode!) { town(code: $code) { volunteers { totalCount } } }';
  expect((await blind.send(query, { code: town.code })).errors[0]?.extensions).toMatchObject({
    ...{ code: 'FORBIDDEN', scopes: ['volunteer:read'] },
  });
  const opening = { name: `v${town.code}`, displayName: '区', district: town.code.slice(0, 6) };
  await platform.operator.do('openOfficeAccount', opening, 'account { id }');
  const office = await platform.clientOf(`v${town.code}-${town.code.slice(0, 6)}`);
  expect((await office.send(query, { code: town.code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
});
