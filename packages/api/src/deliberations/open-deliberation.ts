import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { placedOn } from '../households/placed-on.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { placeWith, unitsStanding } from '../units/standing-under.ts';
import { getRuleInUse } from './rule-rows.ts';
import { type DeliberationStepAsked, takeDeliberationStep } from './take-deliberation-step.ts';

/** The longest that a vote lasts, in days. */
const longest = 366;
/** PostgreSQL takes 65,535 values a statement. */
const rowsAtOnce = 5000;

/**
 * Opens a vote: puts down who may vote, and by what the rule says today it will be decided. Returns the deliberation's id in the town.
 * Errors: those of takeDeliberationStep; BAD_INPUT on input.closesAt not ahead or too far; CONFLICT on input.deliberation where its rule holds
 * no more, or nobody may vote.
 */
export function openDeliberation(
  desk: Desk,
  actor: Actor,
  input: DeliberationStepAsked & { closesAt: Date },
): Promise<string> {
  return takeDeliberationStep(desk, actor, input, 'OPEN', async (row) => {
    const latest = new Date(desk.now.getTime() + longest * 86_400_000);
    if (input.closesAt <= desk.now || input.closesAt > latest) {
      throw badInput('input.closesAt', 'closesAhead', { most: longest });
    }
    const rule = await getRuleInUse(
      desk,
      globalId('DeliberationRule', desk.town, row.rule_id),
      dayOf(desk.now),
      'input.deliberation',
    );
    const voters = await votersOf(desk, row.id, row.electorate === 'HOUSEHOLDS' ? row.block_id : null);
    if (voters.length === 0) throw conflict('nobodyMayVote', 'input.deliberation');
    for (let start = 0; start < voters.length; start += rowsAtOnce) {
      await desk.db
        .insertInto('deliberation_voter')
        .values(
          voters.slice(start, start + rowsAtOnce).map((who) => ({
            ...{ town_id: desk.town, id: newId(), deliberation_id: row.id },
            ...who,
          })),
        )
        .execute();
    }
    const changes = { rule_version_id: rule.uuid, opened_at: desk.now, closes_at: input.closesAt };
    return { changes, voters: voters.length };
  });
}

/** Who may vote: the households that a unit has today, where these do, with who was added and without who was left out. */
async function votersOf(desk: Desk, deliberation: string, unit: string | null) {
  const { rows } = await sql<{ household_id: string | null; person_id: string | null }>`
    with named as (
      select distinct on (coalesce(household_id, person_id)) household_id, person_id, votes from deliberation_exception
      where town_id = ${desk.town} and deliberation_id = ${deliberation} order by coalesce(household_id, person_id), seq desc
    )
    select household_id, person_id from named where votes
    union
    select placed.household_id, null from household_block placed
    where ${placedOn(desk.town, dayOf(desk.now))} and placed.block_id = ${anyOf(await blocksOf(desk, unit))}
      and not exists (select from named where named.household_id = placed.household_id)
    order by 1, 2`.execute(desk.db);
  return rows;
}

async function blocksOf(desk: Desk, unit: string | null): Promise<string[]> {
  if (unit === null) return [];
  const [standing] = (await placeWith(desk, desk.town, unit)).units;
  return standing === undefined ? [] : unitsStanding(desk, ({ units }) => units.includes(standing));
}
