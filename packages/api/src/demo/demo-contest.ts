import { roundsOfContests, teamsOfContests } from '../contests/contest-rows.ts';
import { enterTeams } from '../contests/enter-teams.ts';
import { planRounds } from '../contests/plan-rounds.ts';
import { recordScores } from '../contests/record-scores.ts';
import type { Desk } from '../db/door.ts';
import { planProgramme } from '../programmes/plan-programme.ts';
import { takeProgrammeStep } from '../programmes/take-programme-step.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { townTrees } from '../units/town-tree.ts';
import { demoActor } from './demo-actor.ts';
import { dayAgo } from './demo-moments.ts';
import { inventedMark } from './invented.ts';

/** How long the teams took in the heat, in seconds: two were as fast. */
const seconds = [58.2, 61.5, 55.8, 61.5, 70];

/** Holds an invented fire drill between teams of villages and committees: the heat is to be decided between equals, the final to come, and some have not entered. */
export async function holdDemoContest(desk: Desk): Promise<void> {
  const admin = await demoActor(desk);
  const tree = await desk.load(townTrees, { townId: desk.town, asOf: dayOf(desk.now) });
  const units = tree.units
    .filter(({ kind }) => kind === 'VILLAGE' || kind === 'COMMITTEE')
    .slice(0, seconds.length + 2);
  const uuid = await planProgramme(desk, admin, {
    ...{
      kind: 'CONTEST',
      takers: 'TEAM',
      name: `消防技能竞赛${inventedMark}`,
      about: '团队赛，每队四人，分预赛和决赛。',
    },
    ...{ firstDay: dayAgo(desk, 7), lastDay: dayAgo(desk, -14), units: units.map(({ id }) => id) },
  });
  const programme = globalId('Programme', desk.town, uuid);
  desk.forget();
  await takeProgrammeStep(desk, admin, { programme }, 'OPEN');
  const entering = units.slice(0, seconds.length).map(({ id: unit, name }) => ({ unit, name: `${name}队`, people: 4 }));
  await enterTeams(desk, admin, { programme, teams: entering });
  const heat = { name: '预赛', heldOn: dayAgo(desk, 7), goesOn: 3, fewestWins: true };
  await planRounds(desk, admin, {
    programme,
    rounds: [heat, { name: '决赛', heldOn: dayAgo(desk, -14), fewestWins: true }],
  });
  desk.forget();
  const key = { townId: desk.town, uuid };
  const [teams, [first]] = await Promise.all([desk.load(teamsOfContests, key), desk.load(roundsOfContests, key)]);
  if (!first) return;
  const scores = teams.map(({ id: team }, index) => ({ team, score: seconds[index] ?? 0 }));
  await recordScores(desk, admin, { round: first.id, scores });
}
