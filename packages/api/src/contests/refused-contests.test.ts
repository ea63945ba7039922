import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { opened, planned } from '../programmes/programme.fixture.ts';
import { inhabitedTown } from '../residents/resident.fixture.ts';
import { contest, contestOf, drill, enter, rounds } from './contest.fixture.ts';

const platform = testPlatform();

it('a contest is refused wrong input on the field at fault, and nothing is changed', async () => {
  const { town, heads } = await inhabitedTown(platform, 1);
  const { admin } = town;
  const other = await platform.newTown();
  const foreign = await contestOf(other);
  const { id } = await opened(town, { ...drill, units: [town.unit(0)], places: 3 });
  const [unit, next] = [town.unit(0), town.unit(1)];
  const { 甲: one, 乙: two } = await enter(admin, id, unit, ['甲', '乙']);
  const plan = [
    { name: '初赛', heldOn: '2026-03-02', goesOn: 2 },
    { name: '半决赛', heldOn: '2026-03-09', goesOn: 1 },
    { name: '决赛', heldOn: '2026-12-31' },
  ];
  const [first, second, final] = await rounds(admin, id, plan);
  const { id: people } = await opened(town, { kind: 'CONTEST' });
  const { id: unopened } = await planned(town, drill);
  const called = { town: town.code, name: '赛', about: '内容', ...drill };
  const said = { programme: id, name: '赛', about: '内容', firstDay: drill.firstDay, lastDay: drill.lastDay };
  const entering = { programme: id, teams: [{ name: '丙', unit }] };
  const scoring = { round: first, scores: [{ team: one, score: 1 }] };
  await changesNothing(platform, town, async () => {
    for (const [verb, input, code, field] of [
      ['planProgramme', { ...called, kind: 'EVENT' }, 'BAD_INPUT', 'input.takers'],
      ['planProgramme', { ...called, oneSession: true }, 'BAD_INPUT', 'input.takers'],
      ['planProgramme', { ...called, ageFrom: 18 }, 'BAD_INPUT', 'input.ageFrom'],
      ['reviseProgramme', { ...said, ageTo: 60 }, 'BAD_INPUT', 'input.ageTo'],
      ['enrolInProgramme', { programme: id, takers: [heads[0]] }, 'CONFLICT', 'input.programme'],
      ['enterContestTeams', { ...entering, programme: people }, 'CONFLICT', 'input.programme'],
      ['enterContestTeams', { ...entering, programme: unopened }, 'CONFLICT', 'input.programme'],
      ['enterContestTeams', { ...entering, teams: [] }, 'BAD_INPUT', 'input.teams'],
      ['enterContestTeams', { ...entering, teams: Array(2).fill(entering.teams[0]) }, 'CONFLICT', 'input.teams'],
      ['enterContestTeams', { ...entering, teams: [{ name: ' ', unit }] }, 'BAD_INPUT', 'input.teams.0.name'],
      ['enterContestTeams', { ...entering, teams: [{ name: '甲', unit }] }, 'CONFLICT', 'input.teams.0.name'],
      ['enterContestTeams', { ...entering, teams: [{ name: '丙' }] }, 'BAD_INPUT', 'input.teams.0.unit'],
      ['enterContestTeams', { ...entering, teams: [{ name: '丙', unit: next }] }, 'CONFLICT', 'input.teams.0.unit'],
      [
        'enterContestTeams',
        { ...entering, teams: [{ name: '丙', unit, people: 0 }] },
        'BAD_INPUT',
        'input.teams.0.people',
      ],
      [
        'enterContestTeams',
        { ...entering, teams: [{ name: '丙', unit: other.unit(0) }] },
        'NOT_FOUND',
        'input.teams.0.unit',
      ],
      ['withdrawContestTeam', { team: one, reason: ' ' }, 'BAD_INPUT', 'input.reason'],
      ['withdrawContestTeam', { team: foreign.team, reason: '误' }, 'NOT_FOUND', 'input.team'],
      ['planContestRounds', { programme: id, rounds: [] }, 'BAD_INPUT', 'input.rounds'],
      ['planContestRounds', { programme: id, rounds: plan.slice(0, 2) }, 'BAD_INPUT', 'input.rounds.1.goesOn'],
      ['planContestRounds', { programme: id, rounds: [plan[2], plan[2]] }, 'BAD_INPUT', 'input.rounds.0.goesOn'],
      [
        'planContestRounds',
        { programme: id, rounds: [plan[1], plan[0], plan[2]] },
        'BAD_INPUT',
        'input.rounds.1.heldOn',
      ],
      [
        'planContestRounds',
        { programme: id, rounds: [plan[0], { ...plan[1], goesOn: 2 }, plan[2]] },
        'BAD_INPUT',
        'input.rounds.1.goesOn',
      ],
      [
        'planContestRounds',
        { programme: id, rounds: [{ ...plan[2], heldOn: '2027-01-01' }] },
        'BAD_INPUT',
        'input.rounds.0.heldOn',
      ],
      ['planContestRounds', { programme: id, rounds: [{ ...plan[2], name: ' ' }] }, 'BAD_INPUT', 'input.rounds.0.name'],
      ['recordContestScores', { ...scoring, scores: [] }, 'BAD_INPUT', 'input.scores'],
      [
        'recordContestScores',
        { ...scoring, scores: [{ team: one, score: 1.001 }] },
        'BAD_INPUT',
        'input.scores.0.score',
      ],
      ['recordContestScores', { ...scoring, scores: [{ team: one, score: 1e7 }] }, 'BAD_INPUT', 'input.scores.0.score'],
      [
        'recordContestScores',
        { ...scoring, scores: [{ team: foreign.team, score: 1 }] },
        'NOT_FOUND',
        'input.scores.0.team',
      ],
      [
        'recordContestScores',
        { ...scoring, scores: Array(2).fill(scoring.scores[0]) },
        'BAD_INPUT',
        'input.scores.1.team',
      ],
      ['recordContestScores', { ...scoring, round: second }, 'CONFLICT', 'input.round'],
      ['recordContestScores', { ...scoring, round: final }, 'CONFLICT', 'input.round'],
      ['recordContestScores', { ...scoring, round: foreign.round }, 'NOT_FOUND', 'input.round'],
      ['decideContestRound', { round: first }, 'CONFLICT', 'input.round'],
      ['reopenContestRound', { round: first }, 'CONFLICT', 'input.round'],
    ] as const) {
      expect(await admin.refused(verb, input), `${verb} ${field}`).toEqual({ code, field });
    }
  });
  await contest(admin, 'recordContestScores', scoring);
  for (const [team, code] of [
    [one, 'BAD_INPUT'],
    [two, 'NOT_FOUND'],
  ]) {
    expect(await admin.refused('decideContestRound', { round: first, among: [team] })).toEqual({
      ...{ code, field: 'input.among.0' },
    });
  }
});

it('officers enter teams of their own unit, and nobody but whoever manages the contest does more', async () => {
  const town = await platform.newTown();
  const other = await platform.newTown();
  const { admin } = town;
  const { partner } = await admin.do('registerPartner', { town: town.code, name: '工厂' }, 'partner { id }');
  const { id, team, round } = await contestOf(town);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(await town.openUnit()) });
  const scopes = ['TOWN_READ', 'PROGRAMME_READ'];
  const application = await registerApplication(platform, scopes);
  await consent(town, application, scopes);
  const reading = await clientOf(platform, application, 'town:read programme:read');
  const { 二队: own } = await enter(officer, id, town.unit(1), ['二队']);
  const entering = (of: Record<string, unknown>) => ({ programme: id, teams: [{ name: '三队', ...of }] });
  await changesNothing(platform, town, async () => {
    for (const [input, field] of [
      [entering({ unit: town.unit(0) }), 'input.teams.0.unit'],
      [entering({ partner: partner.id }), 'input.teams.0.partner'],
    ] as const) {
      expect(await officer.refused('enterContestTeams', input)).toEqual({ code: 'NOT_FOUND', field });
    }
    expect(await member.refused('enterContestTeams', entering({ unit: town.unit(0) }))).toMatchObject({
      ...{ code: 'NOT_FOUND', field: 'input.teams.0.unit' },
    });
    const withdrawing = { team, reason: '误' };
    expect(await officer.refused('withdrawContestTeam', withdrawing)).toEqual({
      code: 'NOT_FOUND',
      field: 'input.team',
    });
    const scoring = { round, scores: [{ team: own, score: 100 }] };
    const managed = [
      ['recordContestScores', scoring, 'input.round'],
      ['decideContestRound', { round }, 'input.round'],
      ['reopenContestRound', { round }, 'input.round'],
      ['planContestRounds', { programme: id, rounds: [{ name: '决赛', heldOn: '2026-03-03' }] }, 'input.programme'],
    ] as const;
    for (const [verb, input, field] of managed) {
      expect(await officer.refused(verb, input), verb).toEqual({ code: 'NOT_FOUND', field });
      expect(await member.refused(verb, input), verb).toMatchObject({ code: 'FORBIDDEN' });
      expect(await reading.refused(verb, input), verb).toMatchObject({ code: 'FORBIDDEN' });
      expect(await other.admin.refused(verb, input), verb).toEqual({ code: 'NOT_FOUND', field });
    }
    expect(await reading.refused('enterContestTeams', entering({ unit: town.unit(0) }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await other.admin.refused('withdrawContestTeam', withdrawing)).toEqual({
      code: 'NOT_FOUND',
      field: 'input.team',
    });
  });
  expect(
    (await contest(officer, 'withdrawContestTeam', { team: own, reason: '农忙' }, 'teams { withdrawnBecause }')).teams,
  ).toEqual([{ withdrawnBecause: null }, { withdrawnBecause: '农忙' }]);
  const seen = 'query($id: ID!) { programme(id: $id) { contest { teams { name } } } }';
  expect((await reading.ask(seen, { id })).programme.contest.teams).toHaveLength(2);
  expect((await other.admin.send(seen, { id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
});

it('two clients who enter the last team at once, or the same name, enter one', async () => {
  const town = await platform.newTown();
  const { id } = await opened(town, { ...drill, places: 1 });
  const tries = ['甲', '甲', '乙', '丙'].map((name) =>
    town.admin.send(
      'mutation($input: EnterContestTeamsInput!) { enterContestTeams(input: $input) { programme { id } } }',
      { input: { programme: id, teams: [{ name, unit: town.unit(0) }] } },
    ),
  );
  const answers = await Promise.all(tries);
  expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  const query = 'query($id: ID!) { programme(id: $id) { enrolled contest { teams { name } } } }';
  const { programme } = await town.admin.ask(query, { id });
  expect([programme.enrolled, programme.contest.teams.length]).toEqual([1, 1]);
});
