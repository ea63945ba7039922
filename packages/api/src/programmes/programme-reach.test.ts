import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { categoriesOf, categorize } from '../categories/category.fixture.ts';
import { register } from '../households/household.fixture.ts';
import { addResident, inhabitedTown } from '../residents/resident.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { enrol, opened, planned, step } from './programme.fixture.ts';

const platform = testPlatform();
const seen = `query($id: ID!) { programme(id: $id) {
  enrolled enrolments { totalCount nodes { id } } candidates { totalCount } actions } }`;

it('an officer plans for their own unit, a team enrols its own households, and everybody who works for the town sees how many take part', async () => {
  const { town, blocks, heads } = await inhabitedTown(platform, 2);
  const [far = ''] = await register(town, blocks[1], ['别处']);
  const other = await addResident(town, far, { name: '陈一' });
  const unit = town.unit(0);
  const officer = await town.account('UNIT_OFFICER', { unit });
  const neighbour = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
  const auditor = await town.account('AUDITOR');
  const { id } = await planned(town, { unit }, officer);
  const plan = { town: town.code, name: '项目', about: '内容', kind: 'EVENT', takers: 'RESIDENT' };
  const days = { firstDay: '2027-01-01', lastDay: '2027-01-31' };
  await changesNothing(platform, town, async () => {
    for (const [client, at] of [
      [officer, {}],
      [officer, { unit: town.unit(1) }],
    ] as const) {
      expect(await client.refused('planProgramme', { ...plan, ...days, ...at })).toEqual({
        ...{ code: 'NOT_FOUND', field: 'input.unit' },
      });
    }
    expect(await neighbour.refused('openProgramme', { programme: id })).toEqual({
      ...{ code: 'NOT_FOUND', field: 'input.programme' },
    });
    expect(await member.refused('openProgramme', { programme: id })).toMatchObject({ code: 'FORBIDDEN' });
  });
  await step(officer, 'openProgramme', id);
  const [own] = await enrol(member, id, [heads[0]]);
  const [theirs] = await enrol(town.admin, id, [other]);
  await changesNothing(platform, town, async () => {
    const beyond = { programme: id, takers: [heads[1], other] };
    expect(await member.refused('enrolInProgramme', beyond)).toEqual({ code: 'NOT_FOUND', field: 'input.takers.1' });
    const leaving = { enrolment: theirs?.id, reason: '误' };
    expect(await member.refused('withdrawEnrolment', leaving)).toEqual({ code: 'NOT_FOUND', field: 'input.enrolment' });
    expect(await auditor.refused('enrolInProgramme', beyond)).toMatchObject({ code: 'FORBIDDEN' });
  });
  expect((await member.ask(seen, { id })).programme).toEqual({
    ...{ enrolled: 2, enrolments: { totalCount: 1, nodes: [{ id: own?.id }] }, candidates: { totalCount: 2 } },
    actions: [],
  });
  const without = await auditor.send(seen, { id });
  expect(without.data?.programme).toEqual({ enrolled: 2, enrolments: null, candidates: null, actions: [] });
  expect(without.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  const { errors } = await member.send('query($id: ID!) { programmeEnrolment(id: $id) { state } }', { id: theirs?.id });
  expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await officer.ask(seen, { id })).programme.actions).toContain('CLOSE');
});

it('nobody of another town, and no application beyond its scopes, sees or changes anything of a programme', async () => {
  const { town, heads } = await inhabitedTown(platform, 1);
  const other = await platform.newTown();
  const { id } = await opened(town);
  const [made] = await enrol(town.admin, id, heads);
  const application = await registerApplication(platform, ['TOWN_READ', 'PROGRAMME_READ', 'ENROLMENT_READ']);
  await consent(town, application, ['TOWN_READ', 'PROGRAMME_READ', 'ENROLMENT_READ']);
  const narrow = await clientOf(platform, application, 'town:read programme:read');
  const reading = await clientOf(platform, application, 'town:read programme:read enrolment:read');
  await changesNothing(platform, town, async () => {
    const enrolling = { programme: id, takers: heads };
    expect(await other.admin.refused('openProgramme', { programme: id })).toEqual({
      ...{ code: 'NOT_FOUND', field: 'input.programme' },
    });
    expect(await other.admin.refused('enrolInProgramme', enrolling)).toEqual({
      ...{ code: 'NOT_FOUND', field: 'input.programme' },
    });
    expect(await other.admin.refused('withdrawEnrolment', { enrolment: made?.id, reason: '误' })).toEqual({
      ...{ code: 'NOT_FOUND', field: 'input.enrolment' },
    });
    for (const client of [narrow, reading]) {
      expect(await client.refused('enrolInProgramme', enrolling)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await client.refused('closeProgramme', { programme: id })).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
  const { errors } = await other.admin.send('query($id: ID!) { programme(id: $id) { name } }', { id });
  expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
  // One is a small number, which an application is told that may read who it is.
  const counted = 'query($id: ID!) { programme(id: $id) { enrolled enrolments { totalCount } } }';
  expect((await narrow.send(counted, { id })).data?.programme).toEqual({ enrolled: null, enrolments: null });
  expect((await reading.ask(counted, { id })).programme).toEqual({ enrolled: 1, enrolments: { totalCount: 1 } });
});

it('who takes part in a programme for a sensitive category is told for a purpose alone, and the look is recorded', async () => {
  const { town, households, heads } = await inhabitedTown(platform, 2);
  const { admin } = town;
  const { 残疾人家庭: category } = await categoriesOf(town);
  await categorize(admin, households[0], category, '2024-01-01');
  const { id } = await opened(town, { categories: [category] });
  expect(await admin.refused('enrolInProgramme', { programme: id, takers: [heads[1]] })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.takers.0' },
  });
  const [made] = await enrol(admin, id, [heads[0]], {}, 'id programme { id }');
  expect(made?.programme).toBeNull();
  for (const [field, asked] of [
    ['enrolments', 'enrolments { totalCount }'],
    ['candidates', 'candidates { totalCount }'],
  ]) {
    const query = `{ programme(id: "${id}") { ${asked} } }`;
    expect((await admin.send(`query ${query}`)).errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field });
    const told = await admin.ask(`query @purpose(of: PROGRAMME) ${query}`);
    expect(told.programme[field ?? '']).toEqual({ totalCount: 1 });
  }
  const own = 'household(id: $id) { enrolments { programme { id } } }';
  const named = { id: households[0] };
  expect((await admin.ask(`query($id: ID!) { ${own} }`, named)).household.enrolments).toEqual([{ programme: null }]);
  const purposeful = await admin.ask(`query($id: ID!) @purpose(of: PROGRAMME) { ${own} }`, named);
  expect(purposeful.household.enrolments).toEqual([{ programme: { id } }]);
  const auditor = await town.account('AUDITOR');
  const trail = 'query($code: RegisterCode!) { town(code: $code) { readings { nodes { purpose fields } } } }';
  const { readings } = (await auditor.ask(trail, { code: town.code })).town;
  expect(readings.nodes).toContainEqual({ purpose: 'PROGRAMME', fields: ['ProgrammeEnrolment.programme'] });
});

it('a programme goes with its units into what they are merged into, and what somebody was enrolled in cannot be undone', async () => {
  const { town, blocks, heads } = await inhabitedTown(platform, 1);
  const unit = town.unit(0);
  const { id } = await opened(town, { unit, units: [unit] });
  const merged = await apply(town, '2026-11-01', [
    { open: { ref: 'y', kind: 'COMMITTEE', name: '新居委' } },
    { open: { ref: 'x', kind: 'BLOCK', name: '新块', parent: '#y' } },
    { merge: { units: [blocks[0]], into: '#x' } },
    { merge: { units: [unit], into: '#y' } },
  ]);
  const committees =
    'query($code: RegisterCode!) { town(code: $code) { units(kind: COMMITTEE, first: 100) { nodes { id name } } } }';
  const { nodes } = (await town.admin.ask(committees, { code: town.code })).town.units;
  const heir = nodes.find(({ name }: Data) => name === '新居委').id;
  const officer = await town.account('UNIT_OFFICER', { unit: heir });
  const { programme } = await officer.ask(seen, { id });
  expect(programme).toMatchObject({ candidates: { totalCount: 1 }, actions: expect.arrayContaining(['CLOSE']) });
  await enrol(officer, id, heads);
  const dependents = 'query($id: ID!) { dependents(restructuring: $id) { kind count } }';
  const found = (await town.admin.ask(dependents, { id: merged })).dependents;
  expect(found).toContainEqual({ kind: 'PROGRAMME', count: 1 });
  const undone = { restructuring: merged, reason: '误' };
  expect(await town.admin.refused('undoRestructuring', undone)).toMatchObject({ code: 'CONFLICT' });
});
