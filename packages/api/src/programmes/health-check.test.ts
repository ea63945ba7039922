import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { categoriesOf, categorize } from '../categories/category.fixture.ts';
import { register, settledTown } from '../households/household.fixture.ts';
import { addResident, inhabitedTown } from '../residents/resident.fixture.ts';
import { enrol, opened, planned, step } from './programme.fixture.ts';

const platform = testPlatform();

const counts = `query($id: ID!) { programme(id: $id) {
  state places enrolled waiting sessions { heldOn places enrolled waiting calledOffBecause } } }`;
const people = `query($id: ID!, $filter: EnrolmentFilter) @purpose(of: PROGRAMME) { programme(id: $id) {
  enrolments(filter: $filter) { nodes { number state resident { name } session { heldOn } } } } }`;
const candidates = `query($id: ID!, $filter: CandidateFilter) @purpose(of: PROGRAMME) { programme(id: $id) {
  candidates(filter: $filter) { totalCount nodes { resident { name } household { code } enrolment { number } } } } }`;
const enrolling = 'mutation($input: EnrolInProgrammeInput!) { enrolInProgramme(input: $input) { enrolments { id } } }';
const namesOf = ({ programme }: Data): string[] =>
  programme.candidates.nodes.map(({ resident }: Data) => resident?.name).toSorted();

it('a health check is for everybody over 60, each comes on one of its days, and whoever waits gets the place that becomes free', async () => {
  const { town, households, heads } = await inhabitedTown(platform, 4);
  const { admin } = town;
  const [first = '', second = '', third = '', fourth = ''] = heads;
  await addResident(town, households[0], { name: '小孙', birthYear: 2015 });
  await addResident(town, households[0], { name: '不详' });
  await addResident(town, households[1], { name: '刚满', birthYear: 1967 });
  const asked = {
    name: '老年体检',
    kind: 'HEALTH_CHECK',
    about: '免费体检十项',
    oneSession: true,
    ageFrom: 60,
    places: 4,
  };
  const days = ['2027-03-02', '2027-03-01'];
  const { id, sessions } = await opened(town, asked, days, { places: 2, time: '8:00—10:30', place: '卫生中心' });
  const [monday, tuesday] = sessions;
  expect(namesOf(await admin.ask(candidates, { id }))).toEqual(['刚满', '张三丰', '张五丰', '张六丰', '张四丰']);
  const selection = 'id number state session { heldOn time place }';
  const made = await enrol(admin, id, [first, second, third], { session: monday }, selection);
  const at = { heldOn: '2027-03-01', time: '8:00—10:30', place: '卫生中心' };
  expect(made.map(({ id: _, ...each }) => each)).toEqual([
    { number: 1, state: 'ENROLLED', session: at },
    { number: 2, state: 'ENROLLED', session: at },
    { number: 3, state: 'WAITING', session: at },
  ]);
  await enrol(admin, id, [fourth], { session: tuesday });
  expect(namesOf(await admin.ask(candidates, { id, filter: { enrolled: false } }))).toEqual(['刚满']);
  const before = (await admin.ask(counts, { id })).programme;
  expect(before).toMatchObject({ enrolled: 3, waiting: 1 });
  expect(before.sessions).toMatchObject([
    { heldOn: '2027-03-01', places: 2, enrolled: 2, waiting: 1 },
    { heldOn: '2027-03-02', places: 2, enrolled: 1, waiting: 0 },
  ]);
  const withdrawing = { enrolment: made[0]?.id, reason: '住院' };
  const done = await admin.do('withdrawEnrolment', withdrawing, 'movedUp enrolment { state withdrawnAt }');
  expect(done).toEqual({ movedUp: 1, enrolment: { state: 'WITHDRAWN', withdrawnAt: expect.any(String) } });
  const moved = await admin.do(
    'moveEnrolment',
    { enrolment: made[1]?.id, session: tuesday },
    'movedUp enrolment { state }',
  );
  expect(moved).toEqual({ movedUp: 0, enrolment: { state: 'ENROLLED' } });
  // Who was taken out may be enrolled again, at the end of the line.
  await enrol(admin, id, [first], { session: tuesday });
  const { nodes } = (await admin.ask(people, { id })).programme.enrolments;
  expect(nodes).toEqual([
    { number: 1, state: 'WITHDRAWN', resident: { name: '张三丰' }, session: { heldOn: '2027-03-01' } },
    { number: 2, state: 'ENROLLED', resident: { name: '张四丰' }, session: { heldOn: '2027-03-02' } },
    { number: 3, state: 'ENROLLED', resident: { name: '张五丰' }, session: { heldOn: '2027-03-01' } },
    { number: 4, state: 'ENROLLED', resident: { name: '张六丰' }, session: { heldOn: '2027-03-02' } },
    { number: 5, state: 'WAITING', resident: { name: '张三丰' }, session: { heldOn: '2027-03-02' } },
  ]);
  // More places for the day go to whoever waits for it.
  await step(admin, 'rescheduleProgrammeSession', id, { session: tuesday, heldOn: '2027-03-03', places: 3 });
  expect((await admin.ask(counts, { id })).programme.sessions[1]).toMatchObject({ heldOn: '2027-03-03', enrolled: 3 });
  // A day that is called off takes out those who were to come, who are missing then.
  await step(admin, 'callOffProgrammeSession', id, { session: tuesday, reason: '台风' });
  expect((await admin.ask(counts, { id })).programme).toMatchObject({
    ...{ enrolled: 1, waiting: 0 },
    sessions: [{ enrolled: 1 }, { enrolled: 0, calledOffBecause: '台风' }],
  });
  expect(namesOf(await admin.ask(candidates, { id, filter: { enrolled: false } }))).toHaveLength(4);
});

it('a programme with places altogether fills them in the order in which people came, also when it gets more', async () => {
  const { town, heads } = await inhabitedTown(platform, 5);
  const { admin } = town;
  const { id } = await opened(town, { name: '书法班', kind: 'COURSE', places: 2 }, ['2027-03-01', '2027-03-08']);
  const made = await enrol(admin, id, heads);
  expect(made.map(({ state }) => state)).toEqual(['ENROLLED', 'ENROLLED', 'WAITING', 'WAITING', 'WAITING']);
  const { version, ...said } = (
    await admin.ask('query($id: ID!) { programme(id: $id) { name about firstDay lastDay version } }', { id })
  ).programme;
  const revised = { ...said, places: 3, expectedVersion: version };
  expect(await step(admin, 'reviseProgramme', id, revised, 'enrolled waiting')).toEqual({ enrolled: 3, waiting: 2 });
  await step(admin, 'closeProgramme', id);
  const taking = { enrolment: made[1]?.id, reason: '有事' };
  expect((await admin.do('withdrawEnrolment', taking, 'movedUp')).movedUp).toBe(1);
  const states =
    'query($id: ID!) { programme(id: $id) { enrolments { nodes { number state } } events { step state } } }';
  const { programme } = await admin.ask(states, { id });
  expect(programme.enrolments.nodes.map(({ state }: Data) => state)).toEqual([
    ...['ENROLLED', 'WITHDRAWN', 'ENROLLED', 'ENROLLED', 'WAITING'],
  ]);
  await step(admin, 'finishProgramme', id);
  expect(programme.events).toEqual([
    { step: 'PLAN', state: 'PLANNED' },
    { step: 'SCHEDULE', state: 'PLANNED' },
    { step: 'OPEN', state: 'OPEN' },
    { step: 'REVISE', state: 'OPEN' },
    { step: 'CLOSE', state: 'CLOSED' },
  ]);
});

it('vegetables are delivered to households of categories and units, or with somebody of an age', async () => {
  const { town, households, codes, blocks } = await settledTown(platform, 4);
  const { admin } = town;
  const [alone, hardship, none, both] = households;
  const [elsewhere = ''] = await register(town, blocks[1], ['别处']);
  const { 独居老人: living, 困难家庭: poor } = await categoriesOf(town);
  const head = await addResident(town, alone, { name: '王奶奶', birthYear: 1930 });
  await addResident(town, none, { name: '李爷爷', birthYear: 1935 });
  await categorize(admin, alone, living, '2024-01-01', { resident: head });
  for (const household of [hardship, both, elsewhere]) await categorize(admin, household, poor, '2024-01-01');
  const asked = { name: '送菜进社区', kind: 'DELIVERY', takers: 'HOUSEHOLD', categories: [living, poor] };
  const codesOf = async (input: Record<string, unknown>) => {
    const { id } = await planned(town, { ...asked, ...input });
    const { nodes } = (await admin.ask(candidates, { id })).programme.candidates;
    return nodes.map(({ household }: Data) => household.code).toSorted();
  };
  const [ofAlone, ofHardship, ofNone, ofBoth] = codes;
  expect(await codesOf({})).toEqual([ofAlone, ofHardship, ofBoth, '别处'].toSorted());
  expect(await codesOf({ units: [blocks[0]] })).toEqual([ofAlone, ofHardship, ofBoth]);
  expect(await codesOf({ categories: [], ageFrom: 90 })).toEqual([ofAlone, ofNone]);
  expect(await codesOf({ ageFrom: 90 })).toEqual([ofAlone]);
  // The household that a resident is in a category with is in it; nobody else of it is by themselves.
  const { id } = await planned(town, { ...asked, takers: 'RESIDENT' });
  expect(namesOf(await admin.ask(candidates, { id }))).toEqual(['王奶奶']);
});

it('a category goes with the member because of whom a household is in it', async () => {
  const { town, households, heads } = await inhabitedTown(platform, 2);
  const { admin } = town;
  const [first, other] = households;
  const { 独居老人: living } = await categoriesOf(town);
  const mother = await addResident(town, first, { name: '王奶奶', birthYear: 1930 });
  await categorize(admin, first, living, '2024-01-01', { resident: mother });
  const among = async (takers: string, of: string | undefined) => {
    const { id } = await opened(town, { takers, categories: [living] });
    const { totalCount } = (await admin.ask(candidates, { id })).programme.candidates;
    const refused = (await admin.send(enrolling, { input: { programme: id, takers: [of] } })).errors.length > 0;
    return { totalCount, refused };
  };
  expect(await among('HOUSEHOLD', first)).toEqual({ totalCount: 1, refused: false });
  expect(await among('RESIDENT', mother)).toEqual({ totalCount: 1, refused: false });
  expect(await among('RESIDENT', heads[0])).toEqual({ totalCount: 1, refused: true });
  await admin.do('moveResident', { resident: mother, household: other, from: '2024-06-01' }, 'resident { id }');
  expect(await among('HOUSEHOLD', first)).toEqual({ totalCount: 1, refused: true });
  expect(await among('HOUSEHOLD', other)).toEqual({ totalCount: 1, refused: false });
  expect(await among('RESIDENT', mother)).toEqual({ totalCount: 1, refused: false });
});
