import type { Actor } from '../../api/src/access/actor.ts';
import { ReadingNotes } from '../../api/src/audit/reading-notes.ts';
import { atDesk, type Desk } from '../../api/src/db/door.ts';
import type { Orm } from '../../api/src/db/orm.ts';
import { happened, opening } from '../../api/src/demo/demo-past.ts';
import { repeatable } from '../../api/src/demo/invented.ts';
import type { Step } from '../../api/src/enactments/step.ts';
import { moveHousehold } from '../../api/src/households/move-household.ts';
import { undoRestructuring } from '../../api/src/restructurings/undo-restructuring.ts';
import { globalId } from '../../api/src/schema/global-id.ts';
import { type Timeline, timelineOf } from '../../api/src/units/timeline.ts';
import { many } from './town.ts';

const officers = 'FOLLOW' as const;

/** What happens to a town in a year: the month and day, and the steps, worked out on the tree of that day. */
const year: { on: string; reason: string; steps(town: Standing): Step[] }[] = [
  {
    on: '02-01',
    reason: '更名',
    steps: (town) => town.some('BLOCK', 20).map((unit) => ({ verb: 'RENAME', unit, name: town.newName('块区') })),
  },
  {
    on: '03-01',
    reason: '块区调整',
    steps: (town) =>
      town.some('BLOCK', 8).map((unit) => ({ verb: 'MOVE', units: [unit], parent: town.one('VILLAGE') })),
  },
  {
    on: '04-01',
    reason: '村合并',
    steps: (town) => {
      const merged = opening('VILLAGE', town.newName('村'), town.one('COMMUNITY'));
      const units = town.some('VILLAGE', 2);
      return [merged.step, { verb: 'MERGE', units, into: merged.id, designated: null, officers }];
    },
  },
  {
    on: '05-01',
    reason: '析村',
    steps: (town) => {
      const unit = town.largest('VILLAGE');
      const halves = many(2, () => opening('VILLAGE', town.newName('村'), town.parentOf(unit)));
      const blocks = town.under(unit);
      const parts = halves.map(({ id }, half) => ({
        ...{ unit: id, teams: [], households: [] },
        units: blocks.filter((_, index) => index % 2 === half),
      }));
      return [
        ...halves.map((half) => half.step),
        { verb: 'SPLIT', unit, parts, heir: parts[0]?.unit ?? unit, officers },
      ];
    },
  },
  {
    on: '06-01',
    reason: '析块区',
    steps: (town) =>
      town.some('BLOCK', 2).flatMap((unit): Step[] => {
        const halves = many(2, () => opening('BLOCK', town.newName('块区'), town.parentOf(unit)));
        const parts = halves.map(({ id }, half) => ({
          ...{ unit: id, units: [], teams: [] },
          households: half === 0 ? town.householdsOf(unit, 20) : [],
        }));
        const split: Step = { verb: 'SPLIT', unit, parts, heir: parts[1]?.unit ?? unit, officers };
        return [...halves.map((half) => half.step), split];
      }),
  },
  {
    on: '07-01',
    reason: '块区合并',
    steps: (town) => {
      const [into = '', ...units] = town.some('BLOCK', 3);
      return [{ verb: 'MERGE', units, into, designated: null, officers }];
    },
  },
  {
    on: '08-01',
    reason: '划转',
    steps: (town) => {
      const [from = '', to = ''] = town.some('BLOCK', 2);
      return [{ verb: 'TRANSFER_HOUSEHOLDS', from, to, households: town.householdsOf(from, 15) }];
    },
  },
  {
    on: '09-01',
    reason: '社区调整',
    steps: (town) => [{ verb: 'MOVE', units: town.some('VILLAGE', 3), parent: town.one('COMMUNITY') }],
  },
];

/** Restructures a town through years, every year the same way, with moves of households in between and something undone. */
export async function liveThrough(orm: Orm, actor: Actor, townId: number, years: readonly number[]): Promise<void> {
  const next = repeatable(7);
  const inTown = (work: (desk: Desk) => Promise<unknown>) =>
    atDesk(orm, { role: 'app_town', town: townId }, new Date(), 'write', work);
  for (const each of years) {
    for (const { on, reason, steps } of year) {
      const day = `${each}-${on}`;
      await inTown(async (desk) => happened(desk, day, reason, steps(await standingOn(desk, day, next))));
    }
    await inTown((desk) => renameByMistake(desk, actor, `${each}-10-01`, next));
    await inTown((desk) => moveSome(desk, actor, `${each}-11-01`, next));
  }
}

async function renameByMistake(desk: Desk, actor: Actor, day: string, next: (below: number) => number): Promise<void> {
  const town = await standingOn(desk, day, next);
  await happened(desk, day, '误', [{ verb: 'RENAME', unit: town.one('VILLAGE'), name: town.newName('误村') }]);
  const { id } = await desk.db
    .selectFrom('restructuring')
    .select('id')
    .where('town_id', '=', desk.town)
    .orderBy('tree_version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const restructuring = globalId('Restructuring', desk.town, id);
  await undoRestructuring(desk, actor, id, { restructuring, reason: '误' });
}

async function moveSome(desk: Desk, actor: Actor, day: string, next: (below: number) => number): Promise<void> {
  const town = await standingOn(desk, day, next);
  const [from = '', to = ''] = town.some('BLOCK', 2);
  for (const household of town.householdsOf(from, 20)) {
    const input = { household: globalId('Household', desk.town, household), block: globalId('Unit', desk.town, to) };
    await moveHousehold(desk, { signedIn: actor, personalReadings: new ReadingNotes() }, input, day);
  }
}

/** A town on a day, to choose from at random. */
interface Standing {
  one(kind: string): string;
  some(kind: string, count: number): string[];
  largest(kind: string): string;
  under(unit: string): string[];
  parentOf(unit: string): string | null;
  /** The first so many households that a block holds. */
  householdsOf(block: string, count: number): string[];
  newName(end: string): string;
}

let names = 0;

async function standingOn(desk: Desk, day: string, next: (below: number) => number): Promise<Standing> {
  const timeline: Timeline = await desk.load(timelineOf, desk.town);
  const states = timeline.on(day);
  // Ids are made one after the other, so every run has the same order.
  const units = [...states.keys()].sort();
  const ofKind = (kind: string) => units.filter((unit) => states.get(unit)?.kind === kind);
  const under = (unit: string) => units.filter((each) => states.get(each)?.parent_id === unit);
  const placed = await desk.db
    .selectFrom('household_block')
    .innerJoin('household', (join) =>
      join.onRef('household.town_id', '=', 'household_block.town_id').onRef('household.id', '=', 'household_id'),
    )
    .select(['block_id', 'household_id'])
    .where('household_block.town_id', '=', desk.town)
    .where('superseded_at', 'is', null)
    .where('household_block.valid_from', '<=', day)
    .where((or) => or.or([or('household_block.valid_to', 'is', null), or('household_block.valid_to', '>', day)]))
    .orderBy('household.code')
    .execute();
  const held = Map.groupBy(placed, (row) => row.block_id);
  const some = (kind: string, count: number) => {
    const from = ofKind(kind);
    return many(Math.min(count, from.length), () => from.splice(next(from.length), 1)).flat();
  };
  return {
    some,
    one: (kind) => some(kind, 1)[0] ?? '',
    largest: (kind) => ofKind(kind).sort((a, b) => under(b).length - under(a).length)[0] ?? '',
    under,
    parentOf: (unit) => states.get(unit)?.parent_id ?? null,
    householdsOf: (block, count) => (held.get(block) ?? []).slice(0, count).map((row) => row.household_id),
    newName: (end) => `新${++names}${end}`,
  };
}
