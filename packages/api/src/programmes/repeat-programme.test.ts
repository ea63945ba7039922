import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { categoriesOf, categorize } from '../categories/category.fixture.ts';
import { inhabitedTown } from '../residents/resident.fixture.ts';
import { enrol, opened, planned, step } from './programme.fixture.ts';

const platform = testPlatform();
const lastYear = { name: '老人体检', kind: 'HEALTH_CHECK', firstDay: '2026-03-02', lastDay: '2026-12-31' };
const shape = `name state version firstDay lastDay ageFrom places budget costPerHead oneSession enrolled
  units { id } sessions { heldOn time places calledOffAt } events { step text }`;

it('a yearly health check is held once more with its offer, rule, days and places, and those who came last year are enrolled anew', async () => {
  const { town, blocks, heads } = await inhabitedTown(platform, 4);
  const { admin } = town;
  const said = { ...lastYear, oneSession: true, units: [blocks[0]], places: 10, budget: '5000', costPerHead: '180' };
  const places = { time: '8:00', places: 3 };
  const { id, sessions } = await opened(town, said, ['2026-03-02', '2026-03-03', '2026-12-09'], places);
  await step(admin, 'callOffProgrammeSession', id, { session: sessions[1], reason: '停电' });
  const made = await enrol(admin, id, heads.slice(0, 3), { session: sessions[2] });
  await admin.do('withdrawEnrolment', { enrolment: made[1]?.id, reason: '住院' }, 'enrolment { id }');
  await step(admin, 'recordProgrammeSpending', id, { amount: '180', text: '体检费' });
  await step(admin, 'finishProgramme', id);

  const again = await step(admin, 'repeatProgramme', id, { firstDay: '2027-03-01' }, `id ${shape}`);
  const { id: next, ...plan } = again;
  const session = { time: '8:00', places: 3, calledOffAt: null };
  expect(plan).toEqual({
    ...{ name: '老人体检', state: 'PLANNED', version: 1, firstDay: '2027-03-01', lastDay: '2027-12-30', ageFrom: null },
    ...{
      places: 10,
      budget: '5000.00',
      costPerHead: '180.00',
      oneSession: true,
      enrolled: 0,
      units: [{ id: blocks[0] }],
    },
    sessions: [
      { heldOn: '2027-03-01', ...session },
      { heldOn: '2027-12-08', ...session },
    ],
    events: [{ step: 'PLAN', text: '老人体检 2026-03-02' }],
  });
  const series = 'query($id: ID!) { programme(id: $id) { series { id firstDay enrolled came spent } } }';
  const years = [
    { id, firstDay: '2026-03-02', enrolled: 2, came: 0, spent: '180.00' },
    { id: next, firstDay: '2027-03-01', enrolled: 0, came: 0, spent: '0.00' },
  ];
  for (const each of [id, next]) expect((await admin.ask(series, { id: each })).programme.series).toEqual(years);
  expect((await admin.ask(series, { id: (await planned(town)).id })).programme.series).toHaveLength(1);

  const query = `query($id: ID!, $before: Boolean) { programme(id: $id) {
    candidates(filter: { enrolled: false, tookPartBefore: $before }) { totalCount nodes { resident { id } } } } }`;
  const before = async (programme: string, tookPart?: boolean) => {
    const { candidates } = (await admin.ask(query, { id: programme, before: tookPart })).programme;
    return candidates.nodes.map((each: { resident: { id: string } }) => each.resident.id);
  };
  expect(new Set(await before(next, true))).toEqual(new Set([heads[0], heads[2]]));
  expect(await before(next, false)).toHaveLength((await before(next)).length - 2);
  expect(await before(id, true)).toEqual([]);
  await step(admin, 'openProgramme', next);
  const day = (await admin.ask('query($id: ID!) { programme(id: $id) { sessions { id } } }', { id: next })).programme;
  await enrol(admin, next, await before(next, true), { session: day.sessions[0].id });
  expect(await before(next, true)).toEqual([]);
});

it('a programme that was called off is held once more under another name, and a rule whose category has ended lets in nobody', async () => {
  const { town, households, heads } = await inhabitedTown(platform, 2);
  const { admin } = town;
  const { 老干部家庭: category } = await categoriesOf(town);
  await categorize(admin, households[0], category, '2024-01-01');
  const { id } = await planned(town, { categories: [category] });
  await step(admin, 'cancelProgramme', id, { reason: '台风' });
  await admin.do('endCategory', { category, on: '2026-01-01' }, 'category { id }');
  const input = { firstDay: '2028-01-01', name: '新名' };
  const again = await step(
    admin,
    'repeatProgramme',
    id,
    input,
    'id name lastDay categories { id } candidates { totalCount }',
  );
  expect(again).toMatchObject({ name: '新名', lastDay: '2028-12-30', categories: [{ id: category }] });
  expect(again.candidates.totalCount).toBe(0);
  await step(admin, 'openProgramme', again.id);
  expect(await admin.refused('enrolInProgramme', { programme: again.id, takers: [heads[0]] })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.takers.0' },
  });
});

it('who was in an earlier one for a sensitive category is told for a purpose alone, also where it is now for everybody', async () => {
  const { town, households, heads } = await inhabitedTown(platform, 2);
  const { admin } = town;
  const { 残疾人家庭: category } = await categoriesOf(town);
  await categorize(admin, households[0], category, '2024-01-01');
  const { id } = await opened(town, { ...lastYear, categories: [category] });
  await enrol(admin, id, [heads[0]]);
  const { id: next } = await step(admin, 'repeatProgramme', id, { firstDay: '2027-03-01' }, 'id');
  const said = { name: '体检', about: '内容', firstDay: '2027-03-01', lastDay: '2027-03-31' };
  expect(await step(admin, 'reviseProgramme', next, said, 'sensitive')).toEqual({ sensitive: false });
  const query = `{ programme(id: "${next}") { candidates(filter: { tookPartBefore: true }) { totalCount } } }`;
  expect((await admin.send(`query ${query}`)).errors[0]?.extensions).toMatchObject({
    ...{ code: 'BAD_INPUT', field: 'candidates' },
  });
  const told = await admin.ask(`query @purpose(of: PROGRAMME) ${query}`);
  expect(told.programme.candidates.totalCount).toBe(1);
});

it('a day that is not later, whoever does not manage it, and another town are refused, and nothing is planned', async () => {
  const { town, blocks } = await inhabitedTown(platform, 1);
  const { admin } = town;
  const other = await platform.newTown();
  const { id } = await planned(town, lastYear);
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
  const scopes = ['TOWN_READ', 'PROGRAMME_READ'];
  const application = await registerApplication(platform, scopes);
  await consent(town, application, scopes);
  const reading = await clientOf(platform, application, 'town:read programme:read');
  const input = { programme: id, firstDay: '2027-03-01' };
  await changesNothing(platform, town, async () => {
    for (const firstDay of ['2026-03-02', '2025-01-01', '2099-01-01']) {
      const field = 'input.firstDay';
      expect(await admin.refused('repeatProgramme', { ...input, firstDay })).toEqual({ code: 'BAD_INPUT', field });
    }
    expect(await admin.refused('repeatProgramme', { ...input, name: ' ' })).toEqual({
      ...{ code: 'BAD_INPUT', field: 'input.name' },
    });
    expect(await member.refused('repeatProgramme', input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await reading.refused('repeatProgramme', input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await other.admin.refused('repeatProgramme', input)).toEqual({
      ...{ code: 'NOT_FOUND', field: 'input.programme' },
    });
  });
});
