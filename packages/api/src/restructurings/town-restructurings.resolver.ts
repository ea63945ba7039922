import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { unitsOfDifference } from '../enactments/difference.ts';
import { badInput, notFound } from '../errors.ts';
import { type Connection, fillPage, PageArgs, pageOf } from '../schema/connection.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import { unitsById } from '../units/find-unit.ts';
import { lineageBetween, lineageOfTowns } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import { UnitDifferenceType } from './difference.type.ts';
import {
  isOpen,
  type RestructuringHead,
  restructuringHeads,
  restructuringOf,
  restructuringsMentioning,
} from './find-restructuring.ts';
import { labelsOf, presentUnits } from './present-difference.ts';
import { RestructuringConnectionType, RestructuringStatusEnum, type RestructuringType } from './restructuring.type.ts';
import { restructuringsById, type StoredRestructuring } from './stored-restructuring.ts';

@ArgsType()
class RestructuringsArgs extends PageArgs {
  @Field(() => [RestructuringStatusEnum], { nullable: true, description: 'Only those that have come so far.' })
  status?: StoredRestructuring['status'][] | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Only those that changed this unit, gave it something or took something from it.',
  })
  unit?: string | null;
}

@ArgsType()
class ChangesArgs {
  @Field(() => DateScalar, { description: 'The day of the tree to compare from.' })
  from: string;
  @Field(() => DateScalar, { description: 'The day of the tree to compare with; not before `from`.' })
  to: string;
}

@Resolver(() => TownType)
export class TownRestructuringsResolver {
  @FieldResolver(() => RestructuringConnectionType, {
    nullable: true,
    description:
      'The town’s restructurings, the latest day first: its history. Drafts are among them only for those who may restructure the town.',
  })
  async restructurings(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Args(() => RestructuringsArgs) args: RestructuringsArgs,
  ): Promise<Connection<RestructuringType> | null> {
    const desk = await ctx.readTownFor('restructuring:read', town.townId);
    if (!desk) return null;
    const unit = args.unit == null ? undefined : requireIdIn(town.townId, args.unit, 'Unit', 'unit');
    if (unit !== undefined && !(await desk.load(unitsById, { townId: town.townId, asOf: town.asOf, uuid: unit }))) {
      throw notFound('unit');
    }
    const open = (await desk.load(restructuringHeads, town.townId)).filter(
      (each) => isOpen(ctx, each) && (args.status == null || args.status.includes(each.status)),
    );
    const chosen = unit === undefined ? open : await concerning(desk, open, town.townId, unit);
    return fillPage(
      pageOf(chosen, args, ({ uuid }) => uuid),
      async (head) => restructuringOf(await storedOfHead(desk, head)),
    );
  }

  @FieldResolver(() => [UnitDifferenceType], {
    nullable: true,
    description: 'How the tree differs between two days, by kind and name: what was opened, closed, renamed, moved.',
  })
  async changes(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Args(() => ChangesArgs) { from, to }: ChangesArgs,
  ): Promise<UnitDifferenceType[] | null> {
    if (to < from) throw badInput('to', 'dateBeforeBeginning', { date: from });
    const desk = await ctx.readTownFor('unit:read', town.townId);
    if (!desk) return null;
    const timeline = await desk.load(timelineOf, town.townId);
    const [old, next] = [timeline.on(from), timeline.on(to)];
    const changed = [...new Set([...old.keys(), ...next.keys()])].flatMap((unit) => {
      const [before, after] = [old.get(unit) ?? null, next.get(unit) ?? null];
      if (JSON.stringify(before) === JSON.stringify(after)) return [];
      // The first boundary between the two days at which it is not as before any more.
      const days = timeline.find(unit)?.versions.flatMap((version) => [version.from, version.to ?? version.from]) ?? [];
      const day = days
        .filter((each) => each > from && each <= to)
        .sort()
        .find((each) => JSON.stringify(timeline.stateOn(unit, each) ?? null) !== JSON.stringify(before));
      return [{ unit, day: day ?? to, before, after }];
    });
    const links = await desk.load(lineageOfTowns, town.townId);
    return presentUnits(changed, lineageBetween(timeline, links, old, next), labelsOf(town.townId, timeline, to));
  }
}

/** Those of restructurings that concern a unit. */
async function concerning(
  desk: Desk,
  heads: readonly RestructuringHead[],
  townId: number,
  unit: string,
): Promise<RestructuringHead[]> {
  const mentioning = await desk.load(restructuringsMentioning, { townId, unit });
  const stored = await Promise.all(
    heads.filter(({ uuid }) => mentioning.has(uuid)).map((head) => storedOfHead(desk, head)),
  );
  return stored.filter(({ difference }) => difference && unitsOfDifference(difference).has(unit));
}

async function storedOfHead(desk: Desk, { townId, uuid }: RestructuringHead): Promise<StoredRestructuring> {
  const stored = await desk.load(restructuringsById, { townId, uuid });
  if (!stored) throw new Error(`Restructuring ${uuid} has a head but is not there`);
  return stored;
}
