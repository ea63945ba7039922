import { createHash } from 'node:crypto';
import type { CategoryType } from '../categories/category.type.ts';
import { categoriesOfTowns } from '../categories/find-category.ts';
import { categoriesOfHouseholds } from '../categories/household-categories.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { holdsOn } from '../db/versions.ts';
import type { DuplicateHandling } from '../imports/duplicates.ts';
import { type Handlings, handlingOf } from '../imports/handlings.ts';
import { readPath } from '../imports/path.ts';
import { TownIndex, type UnitNode } from '../imports/town-index.ts';
import { inTurns } from '../in-turns.ts';
import { type Timeline, timelineOf } from '../units/timeline.ts';
import type { Column } from './columns.ts';
import { type Duplicate, duplicatesAmong, sameMember } from './duplicates.ts';
import type { FileHousehold, FileMember, RowError } from './file-household.ts';
import {
  headed,
  membersNamed,
  type PresentHousehold,
  type PresentMember,
  presentHouseholds,
} from './present-households.ts';
import type { ReadHouseholds } from './read-households.ts';

/** What importing does for one household: a new one with its block, or one that is there, with what comes to it. */
export interface PlannedHousehold {
  uuid: string;
  code: string;
  from: string;
  /** The block of a new household; null for one that is there. */
  block: string | null;
  address: string | null;
  members: FileMember[];
  categories: { category: CategoryType; reason: string }[];
}

/** What importing a file of households does to a town. */
export interface HouseholdPlan {
  households: PlannedHousehold[];
  rows: number;
  /** Members who are in their household already, by their audit keys. */
  unchanged: string[];
  duplicates: Duplicate[];
  errors: RowError[];
  /** The same for the same file in the same town, whatever is to become of duplicates. */
  digest: string;
}

/**
 * Works out what a file of households makes of the desk's town; `day` is that of households without one. It adds what is
 * not there: households, members, categories, an address where there is none. Writes nothing; seven statements.
 */
export async function planHouseholds(
  desk: Desk,
  townName: string,
  { households, errors, rows }: ReadHouseholds,
  day: string,
  handlings: Handlings<DuplicateHandling>,
): Promise<HouseholdPlan> {
  const [timeline, categories, present] = await Promise.all([
    desk.load(timelineOf, desk.town),
    desk.load(categoriesOfTowns, desk.town),
    presentHouseholds(
      desk,
      households.map((each) => each.code),
      day,
    ),
  ]);
  const known = [...present.values()].map((each) => each.uuid);
  const names = [...new Set(households.flatMap(({ members }) => members.map((member) => member.name)))];
  const [named, heads, held] = await Promise.all([
    membersNamed(desk, names, day),
    headed(desk, known, day),
    Promise.all(
      known.map(async (uuid) => [uuid, await desk.load(categoriesOfHouseholds, { townId: desk.town, uuid })] as const),
    ),
  ]);
  const duplicates = await duplicatesAmong(households, named);
  const left = duplicates.filter(({ row }) => handlingOf(handlings, row) === 'SKIP').map(({ row }) => row);
  const index = new TownIndex(townName, timeline, day);
  const inHousehold = Map.groupBy(named, (member) => member.household);
  const categorized = new Map(
    held.map(([uuid, list]) => [
      uuid,
      new Set(list.filter((each) => each.validTo === null || each.validTo > day).map((each) => each.categoryUuid)),
    ]),
  );
  const without = async (skipped: ReadonlySet<number>) => {
    const town = new TownPlan(timeline, index, categories, day, errors);
    const planned: PlannedHousehold[] = [];
    for await (const household of inTurns(households)) {
      const there = present.get(household.code);
      const inIt = there ? (inHousehold.get(there.uuid) ?? []) : [];
      const plan = town.plan(household, there, inIt, there !== undefined && heads.has(there.uuid), skipped);
      if (!plan) continue;
      const own = there && categorized.get(there.uuid);
      plan.categories = plan.categories.filter(({ category }) => !own?.has(category.uuid));
      const changes = plan.block ?? plan.address ?? [...plan.members, ...plan.categories].length > 0;
      if (changes) planned.push(plan);
    }
    return { planned, unchanged: town.unchanged, found: town.errors.toSorted((a, b) => a.row - b.row) };
  };
  const whole = await without(new Set());
  const { planned, unchanged, found } = left.length === 0 ? whole : await without(new Set(left));
  const digest = await digestOf(whole.planned, whole.found, duplicates);
  return { households: planned, rows, unchanged, duplicates, errors: found, digest };
}

async function digestOf(
  planned: readonly PlannedHousehold[],
  errors: readonly RowError[],
  duplicates: readonly Duplicate[],
): Promise<string> {
  const hash = createHash('sha256');
  for await (const { code, from, block, address, members, categories } of inTurns(planned)) {
    const held = categories.map(({ category, reason }) => [category.uuid, reason]);
    hash.update(JSON.stringify([code, from, block, address, members, held]));
  }
  const rows = duplicates.map((each) => [each.row, each.known?.household, each.otherRow]);
  return hash.update(JSON.stringify([errors, rows])).digest('hex');
}

/** Plans household by household, and collects what is wrong with their rows. */
class TownPlan {
  /** Members who are in their household already, by their audit keys. */
  readonly unchanged: string[] = [];
  readonly errors: RowError[];

  constructor(
    readonly timeline: Timeline,
    readonly index: TownIndex,
    readonly categories: readonly CategoryType[],
    readonly day: string,
    errors: readonly RowError[],
  ) {
    this.errors = [...errors];
  }

  plan(
    household: FileHousehold,
    there: PresentHousehold | undefined,
    inIt: readonly PresentMember[],
    hasHead: boolean,
    skipped: ReadonlySet<number>,
  ): PlannedHousehold | undefined {
    const from = there ? this.day : (household.from ?? this.day);
    if (there?.ended) return this.#fault(household.row, 'code', 'rowHouseholdEnded');
    const block = there && household.block === null ? undefined : this.#block(household, from);
    if (there && block && there.block !== block) {
      const row = household.block?.row ?? household.row;
      const value = this.timeline.nameOn(there.block ?? '', this.day);
      this.#fault(row, 'block', 'rowDiffers', { value });
    }
    if (there?.address && household.address !== null && household.address !== there.address) {
      this.#fault(household.row, 'address', 'rowDiffersThere');
    }
    const members = this.#members(household, inIt, hasHead, skipped);
    const categories = this.#categories(household, from);
    if (!there && !block) return undefined;
    return {
      uuid: there?.uuid ?? newId(),
      code: household.code,
      from,
      block: there ? null : (block ?? null),
      address: there?.address ? null : household.address,
      members,
      categories,
    };
  }

  /** The geographic block that a household's rows name, lasting from its first day on. */
  #block({ row, block }: FileHousehold, from: string): string | undefined {
    if (block === null) return this.#fault(row, 'block', 'required');
    const path = block.path.slice(0, 200);
    const fits = (node: UnitNode) =>
      node.kind === 'BLOCK' && node.uuid !== null && this.timeline.find(node.uuid)?.overlayId === null;
    const found = this.index.find(readPath(block.path));
    const [node, another] = found.filter(fits);
    if (found.length === 0) return this.#fault(block.row, 'block', 'rowParentMissing', { path });
    if (!node?.uuid) return this.#fault(block.row, 'block', 'notABlock');
    if (another) return this.#fault(block.row, 'block', 'rowParentAmbiguous', { path });
    const life = this.timeline.lifeOf(node.uuid);
    if (life && from < life.from) return this.#fault(block.row, 'from', 'dateBeforeBeginning', { date: life.from });
    const date = this.timeline.noBlockFrom(node.uuid, from) ?? life?.to;
    if (date) return this.#fault(block.row, 'block', 'noBlockFrom', { unit: node.name, date });
    return node.uuid;
  }

  /** Those who are new to a household. */
  #members(
    { members }: FileHousehold,
    inIt: readonly PresentMember[],
    hasHead: boolean,
    skipped: ReadonlySet<number>,
  ): FileMember[] {
    const heads = members.filter((member) => member.head);
    const added: FileMember[] = [];
    for (const member of members) {
      if (skipped.has(member.row)) continue;
      const there = inIt.find((each) => sameMember(each, member));
      if (there) {
        this.unchanged.push(there.auditKey);
        continue;
      }
      const twice = added.find((each) => sameMember(each, member));
      if (twice) this.#fault(member.row, 'name', 'rowTwice', { row: twice.row });
      else if (member.head && (hasHead || heads[0] !== member)) this.#fault(member.row, 'head', 'headThere');
      else added.push(member);
    }
    return added;
  }

  #categories({ categories }: FileHousehold, from: string): PlannedHousehold['categories'] {
    const planned = new Map<string, PlannedHousehold['categories'][number]>();
    for (const { row, name, reason } of categories) {
      const named = this.categories.filter((each) => each.name === name);
      const category = named.find((each) => holdsOn({ from: each.validFrom, to: each.validTo }, from)) ?? named.at(-1);
      if (!category) this.#fault(row, 'categories', 'rowWord', { value: name.slice(0, 40), words: this.#words() });
      else if (category.validTo !== null) this.#fault(row, 'categories', 'categoryEnded', { date: category.validTo });
      else if (from < category.validFrom) {
        this.#fault(row, 'categories', 'dateBeforeBeginning', { date: category.validFrom });
      } else planned.set(category.uuid, { category, reason });
    }
    return [...planned.values()];
  }

  #words(): string {
    return this.categories
      .filter((each) => each.validTo === null)
      .map((each) => each.name)
      .join('、');
  }

  #fault(row: number, column: Column, message: RowError['message'], values: RowError['values'] = {}): undefined {
    this.errors.push({ row, column, message, values });
  }
}
