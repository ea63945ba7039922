import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();

const fields = 'post { id title person { id name } unit { id } validFrom validTo }';
const postsOf = 'query($id: ID!, $day: Date) { unit(id: $id) { posts(asOf: $day) { title person { name } } } }';

it('gives a person a post from a day on, and ends it', async () => {
  const town = await platform.newTown();
  const [unit, person] = [town.unit(0), await town.person('王秀英')];
  const appointed = { unit, person, title: 'PARTY_SECRETARY', from: '2024-02-01' };
  const { post } = await town.admin.do('appointOfficer', appointed, fields);
  expect(post).toEqual({
    id: post.id,
    title: 'PARTY_SECRETARY',
    person: { id: person, name: '王秀英' },
    unit: { id: unit },
    validFrom: '2024-02-01',
    validTo: null,
  });
  const ended = await town.admin.do('endPost', { post: post.id, on: '2024-06-01' }, fields);
  expect(ended.post).toEqual({ ...post, validTo: '2024-06-01' });
  const on = async (day: string) => (await town.admin.ask(postsOf, { id: unit, day })).unit.posts;
  const held = { title: 'PARTY_SECRETARY', person: { name: '王秀英' } };
  expect(await on('2024-01-31')).toEqual([]);
  expect(await on('2024-02-01')).toEqual([held]);
  expect(await on('2024-05-31')).toEqual([held]);
  expect(await on('2024-06-01')).toEqual([]);
});

it('lets a person hold several posts, and one post several people, but not one post twice', async () => {
  const town = await platform.newTown();
  const [person, second] = [await town.person('甲'), await town.person('乙')];
  const first = { unit: town.unit(0), person, title: 'OFFICER', from: '2024-06-01' };
  await town.admin.do('appointOfficer', first, fields);
  await town.admin.do('appointOfficer', { ...first, title: 'DIRECTOR' }, fields);
  await town.admin.do('appointOfficer', { ...first, unit: town.unit(1) }, fields);
  await town.admin.do('appointOfficer', { ...first, person: second }, fields);
  await changesNothing(platform, town, async () => {
    const taken = { code: 'CONFLICT', field: 'input.person' };
    expect(await town.admin.refused('appointOfficer', { ...first, from: '2024-07-01' })).toEqual(taken);
    expect(await town.admin.refused('appointOfficer', { ...first, from: '2024-02-01' })).toEqual(taken);
  });
  const query =
    'query($id: ID!, $day: Date!) { node(id: $id) { ... on Person { posts(asOf: $day) { title unit { id } } } } }';
  expect((await town.admin.ask(query, { id: person, day: '2024-05-31' })).node.posts).toEqual([]);
  const { node } = await town.admin.ask(query, { id: person, day: '2024-06-01' });
  expect(node.posts.map((post: { title: string; unit: { id: string } }) => [post.title, post.unit.id])).toEqual([
    ['OFFICER', town.unit(0)],
    ['DIRECTOR', town.unit(0)],
    ['OFFICER', town.unit(1)],
  ]);
});

it('gives a post again that was ended or taken back', async () => {
  const town = await platform.newTown();
  const nextYear = `${new Date().getFullYear() + 1}-12-31`;
  const input = { unit: town.unit(0), person: await town.person(), title: 'OFFICER' };
  const { post: ahead } = await town.admin.do('appointOfficer', { ...input, from: nextYear }, fields);
  await town.admin.do('endPost', { post: ahead.id, on: nextYear }, fields);
  const { post } = await town.admin.do('appointOfficer', { ...input, from: '2024-01-01' }, fields);
  await town.admin.do('endPost', { post: post.id, on: '2024-02-01' }, fields);
  await town.admin.do('appointOfficer', { ...input, from: '2024-02-01' }, fields);
});

it('refuses wrong input with the field at fault and changes nothing', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const closed = await town.openUnit({ from: '2024-01-01' });
  await town.admin.do('closeUnit', { unit: closed, on: '2024-06-01' }, 'unit { id }');
  const block = await town.openUnit({ from: '2024-01-01' });
  const input = { unit: block, person: await town.person(), title: 'DIRECTOR' };
  const { post } = await town.admin.do('appointOfficer', { ...input, title: 'OFFICER', from: '2024-02-01' }, fields);
  const { post: ended } = await town.admin.do('appointOfficer', { ...input, title: 'DEPUTY_DIRECTOR' }, fields);
  await town.admin.do('endPost', { post: ended.id }, fields);
  const wrong: [string, Record<string, unknown>, string, string][] = [
    ['appointOfficer', { ...input, unit: closed, from: '2024-03-01' }, 'CONFLICT', 'input.unit'],
    ['appointOfficer', { ...input, unit: 'nonsense' }, 'NOT_FOUND', 'input.unit'],
    ['appointOfficer', { ...input, person: await other.person() }, 'NOT_FOUND', 'input.person'],
    ['appointOfficer', { ...input, person: block }, 'NOT_FOUND', 'input.person'],
    ['appointOfficer', { ...input, from: '2023-12-31' }, 'BAD_INPUT', 'input.from'],
    ['appointOfficer', { ...input, from: '1949-09-30' }, 'BAD_INPUT', 'input.from'],
    ['appointOfficer', { ...input, title: 'KING' }, 'BAD_INPUT', 'input.title'],
    ['endPost', { post: post.id, on: '2024-01-31' }, 'BAD_INPUT', 'input.on'],
    ['endPost', { post: ended.id }, 'CONFLICT', 'input.post'],
    ['endPost', { post: block }, 'NOT_FOUND', 'input.post'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [verb, each, code, field] of wrong) {
      expect({ each, ...(await town.admin.refused(verb, each)) }).toEqual({ each, code, field });
    }
  });
});

it('is for the town’s administrators alone', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const input = { unit: town.unit(0), person: await town.person(), title: 'OFFICER' };
  const { post } = await town.admin.do('appointOfficer', { ...input, title: 'DIRECTOR' }, fields);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  await changesNothing(platform, town, async () => {
    expect(await officer.refused('appointOfficer', input)).toEqual({ code: 'FORBIDDEN' });
    expect(await officer.refused('endPost', { post: post.id })).toEqual({ code: 'FORBIDDEN' });
    expect(await other.admin.refused('appointOfficer', input)).toEqual({ code: 'NOT_FOUND', field: 'input.unit' });
    expect(await other.admin.refused('endPost', { post: post.id })).toEqual({ code: 'NOT_FOUND', field: 'input.post' });
  });
});

it('gives a post once when it is given ten times at once', async () => {
  const town = await platform.newTown();
  const input = { unit: town.unit(0), person: await town.person(), title: 'OFFICER' };
  const query = 'mutation($input: AppointOfficerInput!) { appointOfficer(input: $input) { post { id } } }';
  const answers = await Promise.all(Array.from({ length: 10 }, () => town.admin.send(query, { input })));
  const refused = answers.flatMap(({ errors }) => errors.map((error) => error.extensions));
  expect(refused).toEqual(Array.from({ length: 9 }, () => ({ code: 'CONFLICT', field: 'input.person' })));
  expect(platform.faults).toEqual([]);
});

it('shows who holds posts to the officer of the unit, to nobody else below the administrator', async () => {
  const town = await platform.newTown();
  const input = { unit: town.unit(0), person: await town.person('赵磊'), title: 'DIRECTOR' };
  await town.admin.do('appointOfficer', input, fields);
  const seenBy = async (client: typeof town.admin) => (await client.ask(postsOf, { id: town.unit(0) })).unit.posts;
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  expect(await seenBy(officer)).toEqual([{ title: 'DIRECTOR', person: { name: '赵磊' } }]);
  expect(await seenBy(await town.account('UNIT_OFFICER', { unit: town.unit(1) }))).toBeNull();
  const team = await town.formTeam(await town.openUnit());
  const lead = await town.account('TEAM_LEAD', { team });
  expect(await seenBy(lead)).toBeNull();
  // A lead lists the people of the town to staff the team, but not what they hold elsewhere.
  const people = 'query($code: RegisterCode!) { town(code: $code) { people { nodes { name posts { title } } } } }';
  const listed = async (client: typeof town.admin) => (await client.ask(people, { code: town.code })).town.people.nodes;
  expect(await listed(town.admin)).toEqual([{ name: '赵磊', posts: [{ title: 'DIRECTOR' }] }]);
  expect(await listed(lead)).toEqual([{ name: '赵磊', posts: [] }]);
});
