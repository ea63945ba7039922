import type { Desk } from '../../api/src/db/door.ts';
import { newId } from '../../api/src/db/new-id.ts';
import { happened, type Opened, opening } from '../../api/src/demo/demo-past.ts';
import { teamVersionRow } from '../../api/src/teams/form-team.ts';

/** The first day of the towns, and the last one on which households are visited. */
const begun = '2015-01-01';
const visitedUntil = '2025-12-31';

/** How much a town holds. */
export interface Shape {
  communities: number;
  villages: number;
  blocks: number;
  teams: number;
}

/** Households of a town, and visits to each. */
export const households = 20_000;
export const visitsEach = 10;

/** Opens a town's units and teams, all on one day, as evenly as it goes. */
export async function openTree(desk: Desk, shape: Shape): Promise<void> {
  const communities = many(shape.communities, (each) => opening('COMMUNITY', `${each}社区`, null));
  const villages = many(shape.villages, (each) => opening('VILLAGE', `${each}村`, turn(communities, each).id));
  const blocks = many(shape.blocks, (each) => opening('BLOCK', `${each}块区`, turn(villages, each).id));
  const steps = [...communities, ...villages, ...blocks].map((unit) => unit.step);
  await happened(desk, begun, '建镇', steps);
  const teams = many(shape.teams, (each) => ({
    id: newId(),
    block: turn(blocks, each).id,
    name: `${each}组团`,
  }));
  await desk.db
    .insertInto('team')
    .values(teams.map(({ id }) => ({ town_id: desk.town, id, valid_from: begun, valid_to: null, version: 1 })))
    .execute();
  await desk.db
    .insertInto('team_version')
    .values(teams.map(({ id, block, name }) => teamVersionRow(desk, id, block, name, begun, null)))
    .execute();
  await settle(desk, blocks);
}

/** Places the town's households in its blocks, as many in each. */
async function settle(desk: Desk, blocks: readonly Opened[]): Promise<void> {
  await desk.run(
    `insert into household (town_id, id, code, valid_from, version)
     select $1, gen_random_uuid(), 'H' || n, $2::date, 1 from generate_series(1, $3::int) n`,
    [desk.town, begun, households],
  );
  await desk.run(
    `insert into household_block (town_id, id, household_id, block_id, valid_from, recorded_at)
     select town_id, gen_random_uuid(), id, (string_to_array($1, ','))[substr(code, 2)::int % $2::int + 1]::uuid, $3::date, $4
     from household where town_id = $5`,
    [blocks.map((block) => block.id).join(), blocks.length, begun, desk.now, desk.town],
  );
}

/** Records the visits of all years, each under the block that held the household on its day: one to each household a statement. */
export async function visitHouseholds(desk: Desk): Promise<void> {
  for (const each of many(visitsEach, (number) => number)) {
    await desk.run(
      `insert into visit (town_id, id, household_id, block_id, visited_on, way, noted_at, recorded_at)
       select placed.town_id, gen_random_uuid(), household.id, placed.block_id, day, 'AT_HOME', $1, $2
       from household
       -- Spread over the years by a hash, so that every run has the same days.
       cross join lateral (
         select $3::date + (hashtext(code || '/' || $4::int) & 2147483647) % ($5::date - $6::date + 1) as day) as told
       join household_block placed on placed.town_id = household.town_id and placed.household_id = household.id
         and placed.superseded_at is null and placed.overlay_id is null
         and placed.valid_from <= day and (placed.valid_to is null or placed.valid_to > day)
       where household.town_id = $7`,
      [desk.now, desk.now, begun, each, visitedUntil, begun, desk.town],
    );
  }
}

/** So many things, made by their numbers from 1. */
export function many<Thing>(count: number, make: (each: number) => Thing): Thing[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

/** One of some things, in turn. Throws where there is none. */
function turn<Thing>(things: readonly Thing[], each: number): Thing {
  const thing = things[each % things.length];
  if (thing === undefined) throw new Error('There is nothing to take turns with');
  return thing;
}
