import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { opened } from '../programmes/programme.fixture.ts';

/** What a contest between teams of 2026 is planned with. */
export const drill = { kind: 'CONTEST', takers: 'TEAM', firstDay: '2026-01-01', lastDay: '2026-12-31' };

/** Changes a contest. Returns what is selected of it. */
export async function contest(
  client: ApiClient,
  verb: string,
  input: Record<string, unknown>,
  selection = 'teams { id name }',
): Promise<Data> {
  return (await client.do(verb, input, `programme { contest { ${selection} } }`)).programme.contest;
}

/** Enters teams of a unit. Returns the ids of all in the contest by their names. */
export async function enter(
  client: ApiClient,
  programme: string,
  unit: string | undefined,
  names: readonly string[],
): Promise<Record<string, string>> {
  const { teams } = await contest(client, 'enterContestTeams', {
    programme,
    teams: names.map((name) => ({ name, unit })),
  });
  return Object.fromEntries(teams.map((team: Data) => [team.name, team.id]));
}

/** Says which rounds a contest has. Returns their ids. */
export async function rounds(client: ApiClient, programme: string, said: readonly Data[]): Promise<string[]> {
  const planned = await contest(client, 'planContestRounds', { programme, rounds: said }, 'rounds { id }');
  return planned.rounds.map((round: Data) => round.id);
}

/** A contest that is open, with a team of a unit and the final. Returns their ids. */
export async function contestOf(town: TestTown): Promise<{ id: string; team: string; round: string }> {
  const { id } = await opened(town, drill);
  const { 一队: team = '' } = await enter(town.admin, id, town.unit(0), ['一队']);
  const [round = ''] = await rounds(town.admin, id, [{ name: '决赛', heldOn: '2026-03-02' }]);
  return { id, team, round };
}

/** A round in which two teams are equal, of whom one goes on. Returns it and one of them. */
export async function tiedRound(town: TestTown): Promise<{ round: string; tied: string }> {
  const { id } = await opened(town, drill);
  const { 甲: one = '', 乙: two = '' } = await enter(town.admin, id, town.unit(0), ['甲', '乙']);
  const [round = ''] = await rounds(town.admin, id, [
    { name: '初赛', heldOn: '2026-03-02', goesOn: 1 },
    { name: '决赛', heldOn: '2026-03-02' },
  ]);
  const scores = [one, two].map((team) => ({ team, score: 1 }));
  await contest(town.admin, 'recordContestScores', { round, scores });
  return { round, tied: one };
}
