import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { ContestRoundType } from './contest.type.ts';

/** What is said of a round. */
export type RoundSaid = Pick<ContestRoundType, 'name' | 'heldOn' | 'goesOn' | 'fewestWins'>;

/** Writes the rounds of a contest that come after so many. One statement at the most. */
export async function writeRounds(
  desk: Desk,
  programme_id: string,
  after: number,
  rounds: readonly RoundSaid[],
): Promise<void> {
  if (rounds.length === 0) return;
  const rows = rounds.map(({ name, heldOn, goesOn, fewestWins }, index) => ({
    ...{ town_id: desk.town, id: newId(), programme_id, seq: after + index + 1, name, held_on: heldOn },
    ...{ goes_on: goesOn, fewest_wins: fewestWins, decided_at: null, decided_by: null },
  }));
  await desk.db.insertInto('contest_round').values(rows).execute();
}
