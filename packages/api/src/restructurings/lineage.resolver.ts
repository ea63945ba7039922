import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { holdsIn } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { oneLine } from '../schema/text.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed, unitsById } from '../units/find-unit.ts';
import { chainOf, lineageOfTowns } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import { UnitType } from '../units/unit.type.ts';
import { isOpen, restructuringOf } from './find-restructuring.ts';
import { FormerNameType, LineageType } from './lineage.type.ts';
import { labelsOf } from './present-difference.ts';
import { RestructuringType } from './restructuring.type.ts';
import { restructuringsById } from './stored-restructuring.ts';

/** Former names that one search answers. */
const mostNames = 50;

@Resolver(() => UnitType)
export class UnitLineageResolver {
  @FieldResolver(() => [LineageType], { description: 'From which units it came, directly, oldest first.' })
  async predecessors(@Ctx() ctx: Context, @Root() unit: UnitType): Promise<LineageType[]> {
    const links = await (await ctx.readTown(unit.townId)).load(lineageOfTowns, unit.townId);
    return links.filter((link) => link.successorUuid === unit.uuid);
  }

  @FieldResolver(() => [LineageType], { description: 'To which units it went, directly, oldest first.' })
  async successors(@Ctx() ctx: Context, @Root() unit: UnitType): Promise<LineageType[]> {
    const links = await (await ctx.readTown(unit.townId)).load(lineageOfTowns, unit.townId);
    return links.filter((link) => link.predecessorUuid === unit.uuid);
  }

  @FieldResolver(() => [LineageType], {
    description: 'All that led to it and all that came of it, to both ends of the chain, oldest first.',
  })
  async lineage(@Ctx() ctx: Context, @Root() unit: UnitType): Promise<LineageType[]> {
    return chainOf(await (await ctx.readTown(unit.townId)).load(lineageOfTowns, unit.townId), unit.uuid);
  }
}

@Resolver(() => LineageType)
export class LineageResolver {
  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit that went on, as it was last.' })
  predecessor(@Ctx() ctx: Context, @Root() { townId, predecessorUuid, day }: LineageType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, predecessorUuid, day);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit that took it over, on that day; null for the town itself.',
  })
  successor(@Ctx() ctx: Context, @Root() { townId, successorUuid, day }: LineageType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, successorUuid, day);
  }

  @FieldResolver(() => RestructuringType, {
    nullable: true,
    description: 'The restructuring; null for a viewer who sees none of the town’s.',
  })
  async restructuring(@Ctx() ctx: Context, @Root() link: LineageType): Promise<RestructuringType | null> {
    if (!holdsIn(ctx.signedIn, 'restructuring:read', link.townId)) return null;
    const desk = await ctx.readTown(link.townId);
    const key = { townId: link.townId, uuid: link.restructuringUuid };
    const stored = await desk.load(restructuringsById, key);
    return stored && isOpen(ctx, stored) ? restructuringOf(stored) : null;
  }
}

@Resolver(() => TownType)
export class FormerNamesResolver {
  @FieldResolver(() => [FormerNameType], {
    nullable: true,
    description: `Units by a part of any name that they have or had, closed ones included; at most ${mostNames}. Names no longer in use come first, the one that ended last before all others; then those in use, the latest first.`,
  })
  async unitsEverNamed(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Arg('text', () => String, { description: 'Part of a name, 1 to 60 characters.' }) text: string,
  ): Promise<FormerNameType[] | null> {
    const part = oneLine(text, 'text');
    const { townId } = town;
    const desk = await ctx.readTownFor('unit:read', townId);
    if (!desk) return null;
    const timeline = await desk.load(timelineOf, townId);
    const links = await desk.load(lineageOfTowns, townId);
    const label = labelsOf(townId, timeline, ctx.today);
    const standing = timeline.on(ctx.today);
    const names = timeline.lines.flatMap(({ uuid, versions }) => namesOf(versions).map((each) => ({ uuid, ...each })));
    const found = names
      .filter((each) => each.name.includes(part))
      .sort((a, b) => byUse(a, b, ctx.today))
      .slice(0, mostNames);
    return Promise.all(
      found.map(async (each) => {
        const unit = await desk.load(unitsById, { townId, asOf: ctx.today, uuid: each.uuid });
        if (!unit) throw new Error(`Unit ${each.uuid} has versions but is not there`);
        const gone = standing.has(each.uuid) ? [] : chainOf(links, each.uuid);
        const followers = new Set(gone.flatMap(({ successorUuid }) => successorUuid ?? []));
        return {
          townId,
          ...each,
          unit,
          successors: [...followers].filter((follower) => standing.has(follower)).map(label),
        };
      }),
    );
  }
}

interface Named {
  uuid: string;
  name: string;
  from: string;
  to: string | null;
}

/** Names no longer in use before those in use, the latest first; what is alike in that stands in one order always. */
function byUse(a: Named, b: Named, today: string): number {
  const former = ({ to }: Named) => to !== null && to <= today;
  if (former(a) !== former(b)) return former(a) ? -1 : 1;
  const [left, right] = former(a) ? [a.to ?? '', b.to ?? ''] : [a.from, b.from];
  if (left !== right) return left > right ? -1 : 1;
  return byPinyin(a.name, b.name) || (a.uuid < b.uuid ? -1 : 1);
}

/** The names that a unit had one after the other, each with its dates. */
function namesOf(versions: readonly { from: string; to: string | null; state: { name: string } }[]) {
  const names: { name: string; from: string; to: string | null }[] = [];
  for (const { from, to, state } of versions) {
    const last = names.at(-1);
    if (last?.name === state.name) last.to = to;
    else names.push({ name: state.name, from, to });
  }
  return names;
}
