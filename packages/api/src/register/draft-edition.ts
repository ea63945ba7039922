import { atDesk, type Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { Orm } from '../db/orm.ts';
import type { Step } from '../enactments/step.ts';
import { insertRestructuring } from '../restructurings/insert-restructuring.ts';
import { dayOf } from '../today.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { readTowns } from '../towns/read-towns.ts';
import { timelineOf } from '../units/timeline.ts';

/**
 * Draws up, for every town that is set up and that an edition of the register touches, a draft of what the edition adds,
 * renames and closes, for the town to apply. Again draws up nothing, also where the town has applied or dropped it.
 * Returns how many drafts it drew up.
 */
export async function draftEdition(orm: Orm, edition: string, now: Date): Promise<number> {
  const [previous, towns] = await atDesk(orm, { role: 'app_signin' }, now, 'read', async (desk) => [
    await editionBefore(desk, edition),
    await readTowns(desk, 'all', dayOf(now)),
  ]);
  // The first edition is what towns are set up with.
  if (previous === null) return 0;
  let drafted = 0;
  for (const { townId, status } of towns) {
    if (status !== 'ACTIVE') continue;
    const seat = { role: 'app_town', town: townId } as const;
    // Most towns are not touched, and are only read.
    const steps = await atDesk(orm, seat, now, 'read', (desk) => stepsOf(desk, previous, edition));
    if (steps.length === 0) continue;
    if (await atDesk(orm, seat, now, 'write', (desk) => drawUp(desk, edition, steps))) drafted++;
  }
  return drafted;
}

/** The day of the edition before one; null before the first. */
async function editionBefore(desk: Desk, edition: string): Promise<string | null> {
  const earlier = desk.db
    .selectFrom('register_unit')
    .select((all) => all.fn.max('valid_from').as('day'))
    .where('valid_from', '<', edition);
  return (await earlier.executeTakeFirst())?.day ?? null;
}

async function drawUp(desk: Desk, edition: string, steps: readonly Step[]): Promise<boolean> {
  const treeVersion = await lockTree(desk);
  const known = await desk.db
    .selectFrom('restructuring')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('origin', '=', 'REGISTER')
    .where('effective_on', '=', edition)
    .executeTakeFirst();
  if (known) return false;
  const reason = `区划代码 ${edition} 版`;
  const plan = { steps, effectiveOn: edition, origin: 'REGISTER' as const, reason, documentNumber: null };
  await insertRestructuring(desk, plan, { treeVersion, by: null, difference: null });
  return true;
}

interface Listed {
  code: string;
  name: string;
  kind: 'VILLAGE' | 'COMMITTEE' | 'SPECIAL_AREA';
}

/** What the edition says of the desk's town that the one before did not, and that its tree does not have yet. */
async function stepsOf(desk: Desk, previous: string, edition: string): Promise<Step[]> {
  const [before, after] = await editionsOf(desk, previous, edition);
  const timeline = await desk.load(timelineOf, desk.town);
  const coded = new Map([...timeline.on(edition)].flatMap(([unit, state]) => (state.code ? [[state.code, unit]] : [])));
  const opened: Step[] = [];
  const changed: Step[] = [];
  const closed: Step[] = [];
  for (const [code, { name, kind }] of after) {
    const unit = coded.get(code);
    const old = before.get(code);
    if (!unit && !old) opened.push(openStep(code, name, kind));
    const state = unit && timeline.stateOn(unit, edition);
    if (!unit || !old || !state) continue;
    if (old.name !== name && state.name !== name) changed.push({ verb: 'RENAME', unit, name });
    if (old.kind !== kind && state.kind !== kind) changed.push({ verb: 'CHANGE_KIND', unit, kind });
  }
  for (const code of before.keys()) {
    const unit = coded.get(code);
    if (unit && !after.has(code)) closed.push({ verb: 'CLOSE', unit, heir: null, officers: 'FOLLOW' });
  }
  return [...opened, ...changed, ...closed];
}

function openStep(code: string, name: string, kind: Listed['kind']): Step {
  const unit = newId();
  return { verb: 'OPEN', unit, ref: code, kind, name, code, status: 'ACTIVE', parent: null, overlay: null };
}

/** What two editions list for the desk's town, by code. */
async function editionsOf(
  desk: Desk,
  previous: string,
  edition: string,
): Promise<[Map<string, Listed>, Map<string, Listed>]> {
  const rows = await desk.db
    .selectFrom('register_unit')
    .innerJoin('town', 'town.code', 'register_unit.town_code')
    .select(['register_unit.code', 'name', 'kind', 'valid_from'])
    .where('town.id', '=', desk.town)
    .where('valid_from', 'in', [previous, edition])
    .orderBy('position')
    .execute();
  const of = (day: string) =>
    new Map(
      rows.flatMap(({ code, name, kind, valid_from }) =>
        valid_from === day && (kind === 'VILLAGE' || kind === 'COMMITTEE' || kind === 'SPECIAL_AREA')
          ? [[code, { code, name, kind }]]
          : [],
      ),
    );
  return [of(previous), of(edition)];
}
