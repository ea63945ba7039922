import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { teamVersionRow } from '../teams/form-team.ts';
import { timelineOf } from '../units/timeline.ts';
import { settle } from './demo-households.ts';
import { happened, opening, place, registered } from './demo-past.ts';
import { inventedMark, personName, repeatable } from './invented.ts';

/** The day on which the demo's households and their groups by native place begin. */
const begun = '2023-03-01';

/** Jianlong's four blocks by native place; which provinces they are of is invented, 19 in all live there. */
const provinces = ['安徽', '江苏', '河南', '四川'];

/**
 * Caojing 漕泾镇: the Jianlong 建龙 committee groups residents from elsewhere by the province they come from, across the
 * geographic blocks: 4 blocks, 8 group heads, each tied to certain families (published; the families are invented).
 */
export async function caojing(desk: Desk): Promise<void> {
  const { db, town: town_id } = desk;
  const jianlong = await registered(desk, '310116112002');
  const geographic = (await desk.load(timelineOf, town_id)).lines
    .filter(({ versions }) => versions.some(({ state }) => state.parent_id === jianlong && state.kind === 'BLOCK'))
    .map(({ uuid }) => uuid);
  const households = await settle(desk, geographic, 24, begun);

  const overlay = newId();
  await db
    .insertInto('tree_overlay')
    .values({ town_id, id: overlay, name: '籍贯', valid_from: begun, valid_to: null, version: 1 })
    .execute();
  const blocks = provinces.map((province) => opening('BLOCK', `${province}籍块区`, jianlong, overlay));
  await happened(
    desk,
    begun,
    `老乡管老乡${inventedMark}`,
    blocks.map((block) => block.step),
  );
  const heads = await seatHeads(desk, blocks);
  // Every second household comes from elsewhere, and goes by turns to one of the eight heads.
  const guests = households.filter((_, index) => index % 2 === 0);
  const placed = guests.flatMap((household, index) => {
    const head = heads[index % heads.length];
    return head ? [{ household, block: head.block, head: head.id }] : [];
  });
  await place(desk, placed, begun, overlay);
}

/** A team with two group heads in each block. Returns the memberships. */
async function seatHeads(desk: Desk, blocks: readonly { id: string }[]): Promise<{ id: string; block: string }[]> {
  const { db, town: town_id } = desk;
  const next = repeatable(town_id);
  const life = { valid_from: begun, valid_to: null };
  const teams = blocks.map((block) => ({ id: newId(), block: block.id }));
  await db
    .insertInto('team')
    .values(teams.map(({ id }) => ({ town_id, id, ...life, version: 1 })))
    .execute();
  await db
    .insertInto('team_version')
    .values(teams.map(({ id, block }) => teamVersionRow(desk, id, block, '老乡组团', begun, null)))
    .execute();
  const heads = teams.flatMap((team) => [0, 1].map(() => ({ id: newId(), person: newId(), team })));
  await db
    .insertInto('person')
    .values(heads.map(({ person }) => ({ town_id, id: person, name: personName(next) })))
    .execute();
  await db
    .insertInto('team_member')
    .values(
      heads.map(({ id, person, team }) => ({
        ...{ town_id, id, team_id: team.id, person_id: person, partner_id: null },
        role: 'GROUP_HEAD' as const,
        ...life,
      })),
    )
    .execute();
  return heads.map(({ id, team }) => ({ id, block: team.block }));
}
