import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../access/actor.ts';
import { roundsOfContests } from '../contests/contest-rows.ts';
import { writeRounds } from '../contests/write-rounds.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { partnersOfProgrammes } from './gift-rows.ts';
import { holdManaged } from './hold-programme.ts';
import { writeNamed } from './plan-programme.ts';
import { categoriesOfProgrammes, sessionsOfProgrammes, unitsOfProgrammes } from './programme-parts.ts';
import type { ProgrammeRow } from './programme-rows.ts';
import { writeSessions } from './schedule-sessions.ts';
import { writeProgrammeEvent } from './take-programme-step.ts';

/**
 * Plans a programme once more, from another first day on, with its sessions, and the rounds of a contest, as far from that as
 * they were, those called off aside. For whom it
 * is stays as it was, also where a category has ended since: the programme is then for nobody until it is revised, and never for more than before.
 * Returns its id in the town.
 * Errors: those of holdManaged; BAD_INPUT on input.firstDay or input.name.
 */
export async function repeatProgramme(
  desk: Desk,
  actor: Actor,
  input: { programme: string; firstDay: string; name?: string | null },
): Promise<string> {
  const uuid = requireIdIn(desk.town, input.programme, 'Programme', 'input.programme');
  const before = await holdManaged(desk, actor, uuid, 'input.programme');
  const moved = daysMoved(before.first_day, dayOfChange(input.firstDay, dayOf(desk.now), 'input.firstDay'));
  const row: ProgrammeRow = {
    ...{
      ...before,
      offer_id: null,
      id: newId(),
      first_day: input.firstDay,
      last_day: moved(before.last_day),
      state: 'PLANNED',
    },
    name: input.name == null ? before.name : oneLine(input.name, 'input.name'),
    ...{ recorded_at: desk.now, recorded_by: actor.accountId, version: 1 },
  };
  const key = { townId: desk.town, uuid };
  const [categories, units, partners, sessions, rounds] = await Promise.all([
    desk.load(categoriesOfProgrammes, key),
    desk.load(unitsOfProgrammes, key),
    desk.load(partnersOfProgrammes, key),
    desk.load(sessionsOfProgrammes, key),
    desk.load(roundsOfContests, key),
  ]);
  await desk.db.insertInto('programme').values(row).execute();
  await writeNamed(desk, row.id, { categories, units, partners });
  const held = sessions.filter(({ calledOffAt }) => calledOffAt === null);
  await writeSessions(
    desk,
    row.id,
    held.map(({ heldOn, time, place, places }) => ({ held_on: moved(heldOn), time, place, places })),
  );
  await writeRounds(
    desk,
    row.id,
    0,
    rounds.map((round) => ({ ...round, heldOn: moved(round.heldOn) })),
  );
  await writeProgrammeEvent(desk, actor, row, 'PLAN', `${before.name} ${before.first_day}`);
  return row.id;
}

/** What moves a day as far as a first day is moved. Errors: BAD_INPUT on input.firstDay that is not after it. */
function daysMoved(from: string, to: string): (day: string) => string {
  if (to <= from) throw badInput('input.firstDay', 'repeatLater', { date: from });
  const { days } = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' });
  return (day) => Temporal.PlainDate.from(day).add({ days }).toString();
}
