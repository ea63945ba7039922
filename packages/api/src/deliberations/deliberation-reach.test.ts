import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { dayOf } from '../today.ts';
import {
  closing,
  deliberate,
  deliberation,
  objectionsOf,
  openVote,
  vote,
  votersOf,
  voting,
} from './deliberation.fixture.ts';

const platform = testPlatform();

it('officers manage in their unit, a team records votes and objections of its households, all of the town see counts and nobody else how a home voted', async () => {
  const { town, blocks } = await settledTown(platform, 3);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const elsewhere = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const lead = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[0]) });
  const away = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[1]) });
  const mediator = await town.account('MEDIATOR', { unit: town.unit(0) });
  const { id } = await deliberation(town, blocks[0], {}, 'id', officer);
  const opening = { deliberation: id, closesAt: closing() };
  expect(await elsewhere.refused('openDeliberation', opening)).toEqual({
    code: 'NOT_FOUND',
    field: 'input.deliberation',
  });
  expect(await lead.refused('openDeliberation', opening)).toEqual({ code: 'FORBIDDEN' });
  const [first, second] = await openVote(officer, id);

  await vote(lead, first, 'AGAINST', ['太吵']);
  await vote(officer, second, 'FOR');
  const voting = { voter: second, choice: 'FOR' };
  expect(await away.refused('recordDeliberationVote', voting)).toEqual({ code: 'NOT_FOUND', field: 'input.voter' });
  expect(await mediator.refused('recordDeliberationVote', voting)).toEqual({ code: 'FORBIDDEN' });
  expect(await votersOf(lead, id)).toHaveLength(3);
  expect(await votersOf(away, id)).toEqual([]);
  expect(await objectionsOf(lead, id)).toMatchObject([{ text: '太吵' }]);
  expect(await objectionsOf(away, id)).toEqual([]);

  // Everybody of the town sees how many; how a home voted only who manages it, and for a purpose.
  const counts = 'query($id: ID!) { deliberation(id: $id) { tally { voters inFavour against } } }';
  for (const client of [lead, away, elsewhere, mediator]) {
    expect((await client.ask(counts, { id })).deliberation.tally).toEqual({ voters: 3, inFavour: 1, against: 1 });
  }
  const how = (purpose: string) =>
    `query($id: ID!) ${purpose} { deliberation(id: $id) { voters(first: 1) { nodes { voted votes { choice } } } } }`;
  const read = async (client: typeof lead, purpose = '@purpose(of: CHECK)') =>
    (await client.send(how(purpose), { id })).data?.deliberation?.voters?.nodes ?? null;
  expect(await read(officer)).toEqual([{ voted: true, votes: [{ choice: 'AGAINST' }] }]);
  expect(await read(officer, '')).toEqual([{ voted: true, votes: null }]);
  const hidden = await lead.send(how('@purpose(of: CHECK)'), { id });
  expect(hidden.errors[0]?.extensions.code).toBe('FORBIDDEN');
  // Nor can it be told from a filter.
  const filter = { withoutReason: true };
  await deliberate(officer, 'holdDeliberationMeeting', id, {
    kind: 'RESIDENTS',
    place: '社区',
    present: 3,
    minutes: '商量',
  });
  expect(await votersOf(lead, id, filter)).toEqual([]);
  const listing =
    'query($id: ID!) { deliberation(id: $id) { voters(filter: { withoutReason: true }) { totalCount } } }';
  expect((await officer.send(listing, { id })).errors[0]?.extensions).toMatchObject({
    code: 'BAD_INPUT',
    field: 'voters',
  });

  // Nothing of it is open to another town.
  const other = await platform.newTown();
  const answer = await other.admin.send(counts, { id });
  expect(answer.errors[0]?.extensions.code).toBe('NOT_FOUND');
});

it('people who are named vote as well, such as residents’ representatives, by more than half of those who vote where two thirds do', async () => {
  const town = await platform.newTown();
  const { admin } = town;
  const people = [await town.person('甲'), await town.person('乙'), await town.person('丙')];
  const query = 'query($code: RegisterCode!) { town(code: $code) { deliberationRules { id versions { name } } } }';
  const { deliberationRules } = (await admin.ask(query, { code: town.code })).town;
  const asked = { electorate: 'PEOPLE', deliberationRule: deliberationRules[2].id };
  const { id } = await deliberation(town, town.unit(0), asked);
  const opening = { deliberation: id, closesAt: closing() };
  expect(await admin.refused('openDeliberation', opening)).toEqual({ code: 'CONFLICT', field: 'input.deliberation' });
  await deliberate(admin, 'addDeliberationVoters', id, { people, reason: '居民代表' });
  await deliberate(admin, 'leaveOutDeliberationVoters', id, { people: [people[2]], reason: '迁出' });
  await deliberate(admin, 'addDeliberationVoters', id, { people: [people[2]], reason: '仍是代表' });
  const voters = await openVote(admin, id);
  expect(voters).toHaveLength(3);
  await vote(admin, voters[0], 'FOR');
  await vote(admin, voters[1], 'ABSTAINED');
  platform.advance(voting);
  // It is not decided before the vote was over, whenever it was opened.
  const opened = "update deliberation_event set happened_on = '2026-01-01' where town_id = $1";
  await platform.database.sql(opened, [town.code]);
  const before = { deliberation: id, on: '2026-01-02' };
  expect(await admin.refused('decideDeliberation', before)).toEqual({ code: 'BAD_INPUT', field: 'input.on' });
  const calculation = 'state passed calculation { base needed inFavour turnoutNeeded voted passed }';
  // One of two is not more than half of them.
  expect(await deliberate(admin, 'decideDeliberation', id, {}, calculation)).toEqual({
    ...{ state: 'REJECTED', passed: false },
    calculation: { base: 2, needed: 2, inFavour: 1, turnoutNeeded: 2, voted: 2, passed: false },
  });
  const begin = { deliberation: id, report: '开工' };
  expect(await admin.refused('beginDeliberatedWork', begin)).toEqual({ code: 'CONFLICT', field: 'input.deliberation' });
});

it('of two who record a vote of the same home at once one wins, and the sums are right; a vote is withdrawn with its objections and cast anew', async () => {
  const { town, blocks } = await settledTown(platform, 4);
  const { admin } = town;
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const { id } = await deliberation(town, blocks[0]);
  const voters = await openVote(admin, id);
  const mutation =
    'mutation($input: RecordDeliberationVoteInput!) { recordDeliberationVote(input: $input) { deliberation { id } } }';
  const sent = await Promise.all(
    voters.flatMap((voter) =>
      [admin, officer].map((client, index) =>
        client.send(mutation, { input: { voter, choice: index === 0 ? 'FOR' : 'AGAINST' } }),
      ),
    ),
  );
  expect(sent.filter(({ errors }) => errors.length === 0)).toHaveLength(4);
  const refused = sent.flatMap(({ errors }) => errors.map(({ extensions }) => extensions));
  expect(refused).toEqual(Array(4).fill({ code: 'CONFLICT', field: 'input.voter' }));
  const tally = 'tally { inFavour against abstained notVoted objections withoutReason }';
  const all = (await admin.ask(`query($id: ID!) { deliberation(id: $id) { ${tally} } }`, { id })).deliberation.tally;
  expect(all.inFavour + all.against).toBe(4);
  expect(all).toMatchObject({ abstained: 0, notVoted: 0 });

  const [voter] = voters;
  const withdraw = (reason: string) =>
    admin.do('withdrawDeliberationVote', { voter, reason }, `deliberation { ${tally} }`);
  await withdraw('记错了');
  await vote(admin, voter, 'AGAINST', ['太吵', '太贵']);
  const { deliberation: without } = await withdraw('又改主意');
  expect(without.tally).toMatchObject({ notVoted: 1, objections: 0 });
  await vote(admin, voter, 'FOR');
  const read = `query($id: ID!) @purpose(of: CHECK) { deliberation(id: $id) { voters(first: 1) { nodes { votes { choice withdrawnBecause } } } } }`;
  const [{ votes }] = (await admin.ask(read, { id })).deliberation.voters.nodes;
  expect(votes.slice(1)).toEqual([
    { choice: 'AGAINST', withdrawnBecause: '又改主意' },
    { choice: 'FOR', withdrawnBecause: null },
  ]);
});

it('a home that is left out does not vote and one that is added does; a rule that is revised changes nothing for a vote that is open', async () => {
  const { town, blocks, households } = await settledTown(platform, 3);
  const { admin } = town;
  const said = { name: '全体过半', numerator: 1, denominator: 2, base: 'ALL' };
  const added = await admin.do('addDeliberationRule', { town: town.code, ...said }, 'deliberationRule { id }');
  const deliberationRule = added.deliberationRule.id;
  const { id } = await deliberation(town, blocks[1], { deliberationRule });
  await deliberate(admin, 'addDeliberationVoters', id, { households, reason: '紧邻广场' });
  await deliberate(admin, 'leaveOutDeliberationVoters', id, { households: [households[2]], reason: '空置' });
  const voters = await openVote(admin, id);
  expect(voters).toHaveLength(2);
  const revised = { deliberationRule, ...said, numerator: 1, denominator: 1, name: '全体一致' };
  await admin.do('reviseDeliberationRule', revised, 'deliberationRule { id }');
  await vote(admin, voters[0], 'FOR');
  platform.advance(voting);
  const selection = 'passed rule { name numerator denominator } calculation { needed base }';
  expect(await deliberate(admin, 'decideDeliberation', id, {}, selection)).toEqual({
    ...{ passed: true, rule: { name: '全体过半', numerator: 1, denominator: 2 }, calculation: { needed: 1, base: 2 } },
  });
  const later = await deliberation(town, blocks[0], { deliberationRule }, 'rule { name }');
  expect(later.rule).toEqual({ name: '全体一致' });
  await admin.do('endDeliberationRule', { deliberationRule }, 'deliberationRule { id }');
  const ended = { unit: blocks[0], question: '问', description: '述', electorate: 'PEOPLE', deliberationRule };
  expect(await admin.refused('proposeDeliberation', ended)).toEqual({
    code: 'CONFLICT',
    field: 'input.deliberationRule',
  });
});

it('a deliberation stays with its unit when that goes into another one, whose officers carry it on, and homes that move keep their votes', async () => {
  const { town, blocks, begins } = await settledTown(platform, 3);
  const { admin } = town;
  const other = await town.openUnit({ parent: town.unit(1), from: begins });
  const heirs = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const { id } = await deliberation(town, blocks[0]);
  const voters = await openVote(admin, id);
  await vote(admin, voters[0], 'FOR');
  expect(await heirs.refused('recordDeliberationVote', { voter: voters[1], choice: 'FOR' })).toMatchObject({
    code: 'NOT_FOUND',
  });
  await apply(town, dayOf(new Date()), [{ close: { unit: blocks[0], heir: other } }]);
  await vote(heirs, voters[1], 'AGAINST');
  expect(await votersOf(heirs, id)).toEqual(voters);
  const query =
    'query($id: ID!) { deliberation(id: $id) { unit { id name } actions tally { voters inFavour against } } }';
  expect((await heirs.ask(query, { id })).deliberation).toEqual({
    ...{ unit: { id: blocks[0], name: '东块' }, actions: ['MEET', 'CALL_OFF'] },
    tally: { voters: 3, inFavour: 1, against: 1 },
  });
});
