import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { opened, step } from '../programmes/programme.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { contest, contestOf, drill, enter, rounds } from './contest.fixture.ts';

const platform = testPlatform();
const standings = 'rounds { name decidedAt standings { team { name } score rank goesOn } }';

/** The standings of the rounds of a contest as lines: name, score, place, and whether it goes on. */
async function seen(client: ApiClient, id: string): Promise<string[][]> {
  const query = `query($id: ID!) { programme(id: $id) { contest { ${standings} } } }`;
  const { rounds } = (await client.ask(query, { id })).programme.contest;
  const line = ({ team, score, rank, goesOn }: Data) =>
    [team.name, score, rank, goesOn === null ? null : goesOn ? '晋级' : '淘汰']
      .filter((each) => each !== null)
      .join(' ');
  return rounds.map((round: Data) => round.standings.map(line));
}

it('a fire drill goes from the teams of units and of a company over two heats to a final, and the fastest wins', async () => {
  const town = await platform.newTown();
  const { admin } = town;
  const { partner } = await admin.do('registerPartner', { town: town.code, name: '枫围工厂' }, 'partner { id }');
  const units = [0, 1, 2].map((index) => town.unit(index));
  const { id } = await opened(town, { ...drill, name: '消防技能竞赛', units, places: 6 });
  const [first = '', second = '', final = ''] = await rounds(admin, id, [
    { name: '预赛', heldOn: '2026-03-02', goesOn: 3, fewestWins: true },
    { name: '复赛', heldOn: '2026-03-09', goesOn: 2, fewestWins: true },
    { name: '决赛', heldOn: '2026-03-16' },
  ]);
  await enter(admin, id, units[0], ['甲村一队', '甲村二队']);
  const teams = { ...(await enter(admin, id, units[1], ['乙村队'])) };
  const company = [{ name: '枫围工厂队', partner: partner.id, people: 8 }];
  const entered = await contest(
    admin,
    'enterContestTeams',
    { programme: id, teams: company },
    'teams { id name people unit { id } partner { name } } unitsWithout { id }',
  );
  expect(entered.teams.at(-1)).toMatchObject({
    name: '枫围工厂队',
    people: 8,
    unit: null,
    partner: { name: '枫围工厂' },
  });
  // One of the three units for which it is has not entered.
  expect(entered.unitsWithout).toEqual([{ id: units[2] }]);
  for (const { name, id: team } of entered.teams) teams[name] = team;
  const score = (round: string, scores: Record<string, number>) =>
    contest(admin, 'recordContestScores', {
      ...{ round, scores: Object.entries(scores).map(([name, each]) => ({ team: teams[name], score: each })) },
    });
  expect(await seen(admin, id)).toEqual([['甲村一队', '甲村二队', '乙村队', '枫围工厂队'], [], []]);

  await score(first, { 甲村一队: 62.5, 甲村二队: 58, 枫围工厂队: 55.25 });
  await score(first, { 甲村一队: 60.5, 甲村二队: 58 });
  await contest(admin, 'decideContestRound', { round: first });
  // Who did not come has no score, and does not go on.
  expect(await seen(admin, id)).toEqual([
    ['枫围工厂队 55.25 1 晋级', '甲村二队 58 2 晋级', '甲村一队 60.5 3 晋级', '乙村队 淘汰'],
    ['甲村一队', '甲村二队', '枫围工厂队'],
    [],
  ]);

  // Two are as fast at the limit: they draw.
  await score(second, { 枫围工厂队: 50, 甲村二队: 54, 甲村一队: 54 });
  const tie = { round: second };
  expect(await admin.refused('decideContestRound', tie)).toEqual({ code: 'BAD_INPUT', field: 'input.among' });
  await contest(admin, 'decideContestRound', { ...tie, among: [teams.甲村一队] });
  await score(final, { 枫围工厂队: 88, 甲村一队: 91.5 });
  await contest(admin, 'decideContestRound', { round: final });
  const [, heats, finals] = await seen(admin, id);
  expect(heats).toEqual(['枫围工厂队 50 1 晋级', '甲村二队 54 2 淘汰', '甲村一队 54 2 晋级']);
  expect(finals).toEqual(['甲村一队 91.5 1', '枫围工厂队 88 2']);
  await step(admin, 'closeProgramme', id);
  await step(admin, 'finishProgramme', id);
});

it('a round that was decided by a wrong score is taken up again, while none has a score in the next one', async () => {
  const town = await platform.newTown();
  const { admin } = town;
  const { id } = await opened(town, drill);
  const plan = [
    { name: '初赛', heldOn: '2026-03-02', goesOn: 1 },
    { name: '决赛', heldOn: '2026-03-02' },
  ];
  const [first = '', final = ''] = await rounds(admin, id, plan);
  const { 甲: one, 乙: two } = await enter(admin, id, town.unit(0), ['甲', '乙']);
  const score = (round: string, team: string | undefined, points: number) =>
    contest(admin, 'recordContestScores', { round, scores: [{ team, score: points }] });
  await score(first, one, 9);
  await score(first, two, 8);
  await contest(admin, 'decideContestRound', { round: first });
  expect(await admin.refused('recordContestScores', { round: first, scores: [{ team: two, score: 10 }] })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.round' },
  });
  await contest(admin, 'reopenContestRound', { round: first });
  expect(await seen(admin, id)).toEqual([['甲 9 1', '乙 8 2'], []]);
  await score(first, two, 10);
  await contest(admin, 'decideContestRound', { round: first });
  expect(await seen(admin, id)).toEqual([['乙 10 1 晋级', '甲 9 2 淘汰'], ['乙']]);
  await score(final, two, 7);
  expect(await admin.refused('reopenContestRound', { round: first })).toEqual({
    code: 'CONFLICT',
    field: 'input.round',
  });
  // What has begun stays, and what has not is planned anew after it.
  const more = [...plan.slice(0, 1), { name: '决赛', heldOn: '2026-04-02' }];
  expect(await admin.refused('planContestRounds', { programme: id, rounds: more })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.rounds.1' },
  });
});

it('a team that is taken out competes in no further round, and another may have its name', async () => {
  const town = await platform.newTown();
  const { admin } = town;
  const { id } = await opened(town, drill);
  const [first = ''] = await rounds(admin, id, [
    { name: '初赛', heldOn: '2026-03-02', goesOn: 2 },
    { name: '决赛', heldOn: '2026-03-02' },
  ]);
  const { 甲: one, 乙: two, 丙: three } = await enter(admin, id, town.unit(0), ['甲', '乙', '丙']);
  const scores = [one, two, three].map((team, index) => ({ team, score: index }));
  await contest(admin, 'recordContestScores', { round: first, scores });
  await contest(admin, 'decideContestRound', { round: first });
  const shown = 'teams { name withdrawnBecause }';
  const withdrawn = await contest(admin, 'withdrawContestTeam', { team: three, reason: '人数不足' }, shown);
  expect(withdrawn.teams).toContainEqual({ name: '丙', withdrawnBecause: '人数不足' });
  expect(await seen(admin, id)).toEqual([['丙 2 1 晋级', '乙 1 2 晋级', '甲 0 3 淘汰'], ['乙']]);
  expect(await admin.refused('withdrawContestTeam', { team: three, reason: '再' })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.team' },
  });
  await contest(admin, 'reopenContestRound', { round: first });
  expect(Object.keys(await enter(admin, id, town.unit(0), ['丙']))).toEqual(['甲', '乙', '丙']);
});

it('no team enters once the first round is decided, and none leaves a contest that is over', async () => {
  const town = await platform.newTown();
  const { admin } = town;
  const { id, team, round } = await contestOf(town);
  const late = { programme: id, teams: [{ name: '二队', unit: town.unit(0) }] };
  await contest(admin, 'recordContestScores', { round, scores: [{ team, score: 1 }] });
  await contest(admin, 'decideContestRound', { round });
  const leaving = { team, reason: '误' };
  await changesNothing(platform, town, async () => {
    expect(await admin.refused('enterContestTeams', late)).toEqual({ code: 'CONFLICT', field: 'input.programme' });
  });
  await step(admin, 'closeProgramme', id);
  await step(admin, 'finishProgramme', id);
  await changesNothing(platform, town, async () => {
    expect(await admin.refused('withdrawContestTeam', leaving)).toEqual({ code: 'CONFLICT', field: 'input.team' });
  });
});

it('a team entered for a unit that goes into another stays, and what it depends on is not undone', async () => {
  const town = await platform.newTown();
  const { admin } = town;
  const [one, two] = [town.unit(0), town.unit(1)];
  const { id } = await opened(town, { ...drill, units: [one, two] });
  await enter(admin, id, one, ['甲队']);
  const merged = await apply(town, '2026-11-01', [
    { open: { ref: 'y', kind: 'COMMITTEE', name: '光星' } },
    ...[one, two].map((unit) => ({ merge: { units: [unit], into: '#y' } })),
  ]);
  const teams = 'query($id: ID!) { programme(id: $id) { contest { teams { name unit { id } } unitsWithout { id } } } }';
  expect((await admin.ask(teams, { id })).programme.contest).toEqual({
    ...{ teams: [{ name: '甲队', unit: { id: one } }], unitsWithout: [] },
  });
  const committees =
    'query($code: RegisterCode!) { town(code: $code) { units(kind: COMMITTEE, first: 100) { nodes { id name } } } }';
  const { nodes } = (await admin.ask(committees, { code: town.code })).town.units;
  const made = nodes.find(({ name }: Data) => name === '光星').id;
  await enter(admin, id, made, ['光星队']);
  const undone = { restructuring: merged, reason: '误' };
  expect(await admin.refused('undoRestructuring', undone)).toEqual({ code: 'CONFLICT', field: 'input.restructuring' });
});

it('a contest that is revised keeps its rounds and teams within what is said anew, and held again it has its rounds and no teams', async () => {
  const town = await platform.newTown();
  const { admin } = town;
  const { id } = await opened(town, { ...drill, places: 2 });
  await rounds(admin, id, [
    { name: '预赛', heldOn: '2026-03-02', goesOn: 1, fewestWins: true },
    { name: '决赛', heldOn: '2026-04-02' },
  ]);
  await enter(admin, id, town.unit(0), ['甲', '乙']);
  const said = { programme: id, name: '赛', about: '内容', firstDay: '2026-01-01', lastDay: '2026-12-31', places: 2 };
  for (const [more, field] of [
    [{ places: 1 }, 'input.places'],
    [{ firstDay: '2026-03-03' }, 'input.firstDay'],
    [{ lastDay: '2026-04-01' }, 'input.lastDay'],
  ] as const) {
    expect(await admin.refused('reviseProgramme', { ...said, ...more }), field).toEqual({ code: 'CONFLICT', field });
  }
  await step(admin, 'reviseProgramme', id, said);
  const shape = 'contest { teams { id } rounds { name heldOn goesOn fewestWins decidedAt } }';
  const again = await step(admin, 'repeatProgramme', id, { firstDay: '2027-01-01' }, shape);
  expect(again.contest).toEqual({
    teams: [],
    rounds: [
      { name: '预赛', heldOn: '2027-03-02', goesOn: 1, fewestWins: true, decidedAt: null },
      { name: '决赛', heldOn: '2027-04-02', goesOn: null, fewestWins: false, decidedAt: null },
    ],
  });
});
