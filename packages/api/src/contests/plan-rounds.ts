import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { managesAt } from '../programmes/programme-reach.ts';
import type { ProgrammeRow } from '../programmes/programme-rows.ts';
import { liveStates } from '../programmes/programme-states.ts';
import { numberWithin } from '../schema/number.ts';
import { oneLine } from '../schema/text.ts';
import type { ContestRoundInput } from './contest.input.ts';
import { roundsOfContests, scoresOfRounds } from './contest-rows.ts';
import { holdContest } from './hold-contest.ts';
import { type RoundSaid, writeRounds } from './write-rounds.ts';

const [mostRounds, mostGoOn] = [10, 500];

/**
 * Says which rounds a contest has. Returns the programme's id in the town.
 * Errors: those of holdContest; NOT_FOUND on input.programme for whoever does not manage it, CONFLICT there where it is over or was called off;
 * those of readRounds; CONFLICT on input.rounds.N for one in which a team has a score already and which is not named as it is.
 */
export async function planRounds(
  desk: Desk,
  actor: Actor,
  input: { programme: string; rounds: ContestRoundInput[] },
): Promise<string> {
  const field = 'input.programme';
  const programme = await holdContest(desk, actor, input.programme);
  if (!(await managesAt(desk, actor, desk.town, programme.unit_id))) throw notFound(field);
  if (!liveStates.some((state) => state === programme.state)) throw conflict('programmeOver', field);
  const said = readRounds(programme, input.rounds);
  const had = await desk.load(roundsOfContests, { townId: desk.town, uuid: programme.id });
  const scores = await Promise.all(had.map(({ townId, uuid }) => desk.load(scoresOfRounds, { townId, uuid })));
  const begun = scores.findLastIndex((each) => each.length > 0) + 1;
  for (const [index, before] of had.slice(0, begun).entries()) {
    if (!isSame(before, said[index])) throw conflict('roundBegun', `input.rounds.${index}`, { name: before.name });
  }
  await desk.db
    .deleteFrom('contest_round')
    .where('town_id', '=', desk.town)
    .where('programme_id', '=', programme.id)
    .where('seq', '>', begun)
    .execute();
  await writeRounds(desk, programme.id, begun, said.slice(begun));
  return programme.id;
}

/**
 * Errors: BAD_INPUT on input.rounds for none or too many, or on the name, heldOn or goesOn of one of them: a day that is not within the
 * programme or before that of the round before, as many who go on as into it or more, none but in the final, or some in it.
 */
function readRounds({ first_day, last_day }: ProgrammeRow, rounds: readonly ContestRoundInput[]): RoundSaid[] {
  if (rounds.length === 0) throw badInput('input.rounds', 'required');
  if (rounds.length > mostRounds) throw badInput('input.rounds', 'tooMany', { most: mostRounds });
  return rounds.map(({ name, heldOn, goesOn = null, fewestWins }, index) => {
    const field = `input.rounds.${index}`;
    const [before, isFinal] = [rounds[index - 1], index === rounds.length - 1];
    if (heldOn < first_day || heldOn > last_day) {
      throw badInput(`${field}.heldOn`, 'programmeDayOutside', { first: first_day, last: last_day });
    }
    if (before && heldOn < before.heldOn) throw badInput(`${field}.heldOn`, 'roundsForward');
    if (isFinal !== (goesOn === null)) throw badInput(`${field}.goesOn`, 'goesOnButFinal');
    numberWithin(goesOn, [1, (before?.goesOn ?? mostGoOn + 1) - 1], `${field}.goesOn`);
    return { name: oneLine(name, `${field}.name`), heldOn, goesOn, fewestWins: fewestWins ?? false };
  });
}

function isSame(before: RoundSaid, said: RoundSaid | undefined): boolean {
  const { name, heldOn, goesOn, fewestWins } = before;
  return said?.name === name && said.heldOn === heldOn && said.goesOn === goesOn && said.fewestWins === fewestWins;
}
