import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { holdsIn, reachesTown } from '../access/reach.ts';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { differenceOf } from '../enactments/difference.ts';
import { notFound } from '../errors.ts';
import { toldTo } from '../indicators/told-to.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { timelineOf } from '../units/timeline.ts';
import { dependentsOf, toldCount } from './dependents.ts';
import { RestructuringDifferenceType, type UnitLabelType } from './difference.type.ts';
import { getRestructuring, isOpen, restructuringOf } from './find-restructuring.ts';
import { labelsOf, presentDifference } from './present-difference.ts';
import { presentStep } from './present-steps.ts';
import { restoreTown } from './restored-town.ts';
import { workOutDraft } from './restructure.ts';
import { DependentType, RestructuringType, StepType } from './restructuring.type.ts';
import { restructuringsById } from './stored-restructuring.ts';

@Resolver(() => RestructuringType)
export class RestructuringResolver {
  @Query(() => RestructuringType, {
    nullable: true,
    description: 'A restructuring by its id. NOT_FOUND where it is not open to the viewer, as drafts are to few.',
  })
  restructuring(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the restructuring.' }) id: string,
  ): Promise<RestructuringType> {
    return getRestructuring(ctx, id);
  }

  @Query(() => [DependentType], {
    description: 'What keeps a restructuring that is in force from being undone; empty where it can be.',
  })
  async dependents(
    @Ctx() ctx: Context,
    @Arg('restructuring', () => ID, { description: 'The restructuring.' }) id: string,
  ): Promise<DependentType[]> {
    const { stored } = await getRestructuring(ctx, id, 'restructuring');
    if (stored.status !== 'APPLIED' || stored.voidsUuid !== null) return [];
    if (!reachesTown(ctx.signedIn, 'unit:restructure', stored.townId)) throw notFound('restructuring');
    const desk = await ctx.readTown(stored.townId);
    const dependents = await dependentsOf(desk, stored, await restoreTown(desk, stored.uuid));
    return dependents.map((each) => ({
      townId: stored.townId,
      restructuringUuid: each.restructuring,
      kind: each.kind,
      count: toldCount(ctx.signedIn, stored.townId, each),
      day: each.fault?.day ?? null,
    }));
  }

  @FieldResolver(() => TownType, { description: 'The town whose tree it changes.' })
  async town(@Ctx() ctx: Context, @Root() { stored }: RestructuringType): Promise<TownType> {
    return townOfId(ctx, stored.townId);
  }

  @FieldResolver(() => [StepType], { description: 'Its steps, in order. An undoing has none.' })
  async steps(@Ctx() ctx: Context, @Root() { stored }: RestructuringType): Promise<StepType[]> {
    const desk = await ctx.readTown(stored.townId);
    const timeline = await desk.load(timelineOf, stored.townId);
    const known = labelsOf(stored.townId, timeline, stored.effectiveOn);
    const opened = new Map(stored.steps.flatMap((step) => (step.verb === 'OPEN' ? [[step.unit, step] as const] : [])));
    const label = (uuid: string): UnitLabelType => {
      const step = opened.get(uuid);
      if (!step || known(uuid).name !== '') return known(uuid);
      return { ...known(uuid), name: step.name, under: step.parent === null ? null : label(step.parent).name };
    };
    const seesHouseholds = reachesTown(ctx.signedIn, 'household:read', stored.townId);
    const told = toldTo(ctx.signedIn, 'household:count', stored.townId);
    return stored.steps.map((step) => presentStep(stored.townId, step, label, { seesHouseholds, told }));
  }

  @FieldResolver(() => RestructuringDifferenceType, {
    nullable: true,
    description: 'What it changes: for a draft what applying it would change now. Null for a draft that was dropped.',
  })
  async difference(
    @Ctx() ctx: Context,
    @Root() { stored }: RestructuringType,
  ): Promise<RestructuringDifferenceType | null> {
    const desk = await ctx.readTown(stored.townId);
    const enactment = stored.status === 'DRAFT' ? await workOutDraft(desk, stored) : undefined;
    const difference = enactment ? differenceOf(enactment) : stored.difference;
    if (!difference) return null;
    const timeline = enactment?.timeline ?? (await desk.load(timelineOf, stored.townId));
    const label = labelsOf(stored.townId, timeline, stored.effectiveOn, difference.units);
    const restructures = reachesTown(ctx.signedIn, 'unit:restructure', stored.townId);
    const sees = (permission: 'person:read' | 'account:read') =>
      restructures && holdsIn(ctx.signedIn, permission, stored.townId);
    return presentDifference(desk, stored.townId, difference, label, {
      posts: sees('person:read'),
      accounts: sees('account:read'),
      teams: holdsIn(ctx.signedIn, 'team:read', stored.townId),
      told: (permission, count) => toldTo(ctx.signedIn, permission, stored.townId)(count),
    });
  }

  @FieldResolver(() => RestructuringType, { nullable: true, description: 'The restructuring that this one undoes.' })
  async voids(@Ctx() ctx: Context, @Root() { stored }: RestructuringType): Promise<RestructuringType | null> {
    if (stored.voidsUuid === null) return null;
    const desk = await ctx.readTown(stored.townId);
    const voided = await desk.load(restructuringsById, { townId: stored.townId, uuid: stored.voidsUuid });
    return voided ? restructuringOf(voided) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who drew it up, as the town knows them; null for a viewer who sees nobody in the town.',
  })
  draftedBy(@Ctx() ctx: Context, @Root() { stored }: RestructuringType): Promise<string | null> {
    return accountName(ctx, stored.townId, stored.draftedBy);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who applied it, as the town knows them; null for a viewer who sees nobody in the town.',
  })
  appliedBy(@Ctx() ctx: Context, @Root() { stored }: RestructuringType): Promise<string | null> {
    return accountName(ctx, stored.townId, stored.appliedBy);
  }
}

@Resolver(() => DependentType)
export class DependentResolver {
  @FieldResolver(() => RestructuringType, {
    nullable: true,
    description: 'The later restructuring, for RESTRUCTURING.',
  })
  async restructuring(@Ctx() ctx: Context, @Root() dependent: DependentType): Promise<RestructuringType | null> {
    const { townId, restructuringUuid: uuid } = dependent;
    if (uuid === null) return null;
    const stored = await (await ctx.readTown(townId)).load(restructuringsById, { townId, uuid });
    return stored && isOpen(ctx, stored) ? restructuringOf(stored) : null;
  }
}
