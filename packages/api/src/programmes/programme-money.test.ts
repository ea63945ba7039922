import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { inhabitedTown } from '../residents/resident.fixture.ts';
import { enrol, opened, planned, step } from './programme.fixture.ts';

const platform = testPlatform();
const check = { kind: 'HEALTH_CHECK', firstDay: '2026-01-01', lastDay: '2026-12-31' };
const seen = 'came budget costPerHead expectedCost spent spentPerHead spendings { amount spentOn text recordedBy }';
const query = `query($id: ID!) { programme(id: $id) { ${seen} } }`;

it('a health check has a budget and a cost per head, and what was spent is seen in all and for each who came', async () => {
  const { town, heads } = await inhabitedTown(platform, 3);
  const { admin } = town;
  const { id, sessions } = await opened(town, { ...check, budget: '1000', costPerHead: '180.50' }, ['2026-03-02']);
  const enrolled = (await enrol(admin, id, heads)).map((each) => each.id);
  const spend = (amount: string, text: string, on?: string) =>
    step(admin, 'recordProgrammeSpending', id, { amount, text, on }, 'spent');
  const attendances = enrolled.map((enrolment, index) => ({ enrolment, attended: index < 2 }));
  await admin.do('recordAttendance', { session: sessions[0], attendances }, 'session { id }');
  expect(await spend('961', '体检费', '2026-03-05')).toEqual({ spent: '961.00' });
  expect(await spend('100', '交通费', '2026-03-02')).toEqual({ spent: '1061.00' });
  // More was put down than was spent.
  expect(await spend('-61', '退款', '2026-03-06')).toEqual({ spent: '1000.00' });
  const spending = (amount: string, spentOn: string, text: string) => ({ amount, spentOn, text, recordedBy: '管理员' });
  expect((await admin.ask(query, { id })).programme).toEqual({
    ...{
      came: 2,
      budget: '1000.00',
      costPerHead: '180.50',
      expectedCost: '541.50',
      spent: '1000.00',
      spentPerHead: '500.00',
    },
    spendings: [
      spending('100.00', '2026-03-02', '交通费'),
      spending('961.00', '2026-03-05', '体检费'),
      spending('-61.00', '2026-03-06', '退款'),
    ],
  });
  const said = { name: '体检', about: '内容', firstDay: check.firstDay, lastDay: check.lastDay };
  const revised = await step(admin, 'reviseProgramme', id, { ...said, budget: '1200' }, 'budget costPerHead');
  expect(revised).toEqual({ budget: '1200.00', costPerHead: null });
});

it('what is no amount, lies ahead, or takes back more than was spent is refused, and so is whoever does not manage it', async () => {
  const { town, blocks, heads } = await inhabitedTown(platform, 2);
  const { admin } = town;
  const other = await platform.newTown();
  const { id } = await opened(town, { ...check, costPerHead: '100' });
  await enrol(admin, id, heads);
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
  const scopes = ['TOWN_READ', 'PROGRAMME_READ'];
  const application = await registerApplication(platform, scopes);
  await consent(town, application, scopes);
  const reading = await clientOf(platform, application, 'town:read programme:read');
  const spending = { programme: id, amount: '50', text: '场地费' };
  await step(admin, 'recordProgrammeSpending', id, { amount: '50', text: '场地费' });
  await changesNothing(platform, town, async () => {
    for (const [input, code, field] of [
      [{ ...spending, amount: '0' }, 'BAD_INPUT', 'input.amount'],
      [{ ...spending, amount: '-50.01' }, 'CONFLICT', 'input.amount'],
      [{ ...spending, text: ' ' }, 'BAD_INPUT', 'input.text'],
      [{ ...spending, on: '2099-01-01' }, 'BAD_INPUT', 'input.on'],
    ] as const) {
      expect(await admin.refused('recordProgrammeSpending', input), field).toEqual({ code, field });
    }
    const plan = { town: town.code, name: '项目', about: '内容', takers: 'RESIDENT', ...check };
    for (const field of ['budget', 'costPerHead']) {
      expect(await admin.refused('planProgramme', { ...plan, [field]: '-1' })).toEqual({
        ...{ code: 'BAD_INPUT', field: `input.${field}` },
      });
    }
    expect(await member.refused('recordProgrammeSpending', spending)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await reading.refused('recordProgrammeSpending', spending)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await other.admin.refused('recordProgrammeSpending', spending)).toEqual({
      ...{ code: 'NOT_FOUND', field: 'input.programme' },
    });
  });
  // Of two an application is not told how many they are, nor by the money that they cost.
  expect((await reading.ask(query, { id })).programme).toMatchObject({ costPerHead: '100.00', expectedCost: null });
  expect((await admin.ask(query, { id: (await planned(town, check)).id })).programme).toEqual({
    ...{
      came: 0,
      budget: null,
      costPerHead: null,
      expectedCost: null,
      spent: '0.00',
      spentPerHead: null,
      spendings: [],
    },
  });
});
