import { Args, ArgsType, Ctx, Field, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { householdSeen } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { isMessageKey, say } from '../messages.ts';
import { PersonType } from '../people/person.type.ts';
import { peopleById } from '../people/person-rows.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { findIdIn, requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { dropHeldVisit } from './drop-held-visit.ts';
import { seesHeld } from './find-held-visit.ts';
import {
  DropHeldVisitInput,
  HeldVisitConnectionType,
  HeldVisitPayload,
  HeldVisitType,
  RecordHeldVisitInput,
  SyncVisitsInput,
  SyncVisitsPayload,
} from './held-visit.type.ts';
import { heldVisitsById, heldVisitsOf, sentOf } from './held-visit-rows.ts';
import { recordHeldVisit } from './record-held-visit.ts';
import { syncVisits } from './sync-visits.ts';

@ArgsType()
class HeldVisitsArgs extends PageArgs {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Those that somebody has dealt with, instead of those that wait.',
  })
  settled: boolean;
}

@Resolver(() => HeldVisitType)
export class HeldVisitResolver {
  @Mutation(() => SyncVisitsPayload, {
    description:
      'Takes visits that were made without a network. Each is recorded once, however often and in whatever order they are sent; one that cannot be recorded is held with the reason, and nothing is lost.',
  })
  async syncVisits(
    @Ctx() ctx: Context,
    @Input(() => SyncVisitsInput) input: SyncVisitsInput,
  ): Promise<SyncVisitsPayload> {
    const { townId } = await getTownFor(ctx, 'visit:record', input.town);
    return ctx.changeTown(townId, 'input.town', 'syncVisits', input, async (desk) => ({
      results: await syncVisits(desk, ctx.signedIn, input.visits),
    }));
  }

  @Mutation(() => HeldVisitPayload, {
    description: 'Records a visit that is held after all, as it was sent or as it is corrected here.',
  })
  async recordHeldVisit(
    @Ctx() ctx: Context,
    @Input(() => RecordHeldVisitInput) input: RecordHeldVisitInput,
  ): Promise<HeldVisitPayload> {
    const { townId } = requireId(input.held, 'HeldVisit', 'input.held');
    return ctx.changeTown(townId, 'input.held', 'recordHeldVisit', input, async (desk) => {
      const { uuid, visit } = await recordHeldVisit(desk, ctx.signedIn, input);
      desk.forget();
      const held = await desk.load(heldVisitsById, { townId, uuid });
      if (!held) throw notFound('input.held');
      return { held, visit };
    });
  }

  @Mutation(() => HeldVisitPayload, {
    description: 'Drops a visit that is held and is not to be recorded. It stays to be read, with the reason.',
  })
  async dropHeldVisit(
    @Ctx() ctx: Context,
    @Input(() => DropHeldVisitInput) input: DropHeldVisitInput,
  ): Promise<HeldVisitPayload> {
    const { townId } = requireId(input.held, 'HeldVisit', 'input.held');
    return ctx.changeTown(townId, 'input.held', 'dropHeldVisit', input, async (desk) => {
      const uuid = await dropHeldVisit(desk, ctx.signedIn, input);
      desk.forget();
      const held = await desk.load(heldVisitsById, { townId, uuid });
      if (!held) throw notFound('input.held');
      return { held, visit: null };
    });
  }

  @FieldResolver(() => String, { description: 'Why it could not be taken, in the caller’s language.' })
  message(@Ctx() ctx: Context, @Root() { row }: HeldVisitType): string {
    return isMessageKey(row.messageKey) ? say(ctx.language, row.messageKey, row.messageValues) : row.messageKey;
  }

  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description: 'The household; null where the town has none such, or it is out of the viewer’s reach.',
  })
  household(
    @Ctx() ctx: Context,
    @Root() { row: { townId, householdUuid } }: HeldVisitType,
  ): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }

  @FieldResolver(() => [PersonType], { description: 'The people of the town who are named as having made it.' })
  async visitors(@Ctx() ctx: Context, @Root() { row: { townId, uuid } }: HeldVisitType): Promise<PersonType[]> {
    const desk = await ctx.readTown(townId);
    const { visitors } = await desk.load(sentOf, { townId, uuid });
    const people = visitors.flatMap((id) => findIdIn(townId, id, 'Person') ?? []);
    const found = await Promise.all(people.map((person) => desk.load(peopleById, { townId, uuid: person })));
    return found.filter((person) => person !== undefined);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who sent it, as the town knows them.' })
  sentBy(@Ctx() ctx: Context, @Root() { row }: HeldVisitType): Promise<string | null> {
    return accountName(ctx, row.townId, row.accountId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who dealt with it, as the town knows them.' })
  settledBy(@Ctx() ctx: Context, @Root() { row }: HeldVisitType): Promise<string | null> {
    return accountName(ctx, row.townId, row.settledBy);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The basic situation; null without `@purpose`.' })
  situation(@Ctx() ctx: Context, @Root() held: HeldVisitType): Promise<string | null> {
    return said(ctx, held, 'situation');
  }

  @FieldResolver(() => String, { nullable: true, description: 'What was asked for; null without `@purpose`.' })
  demand(@Ctx() ctx: Context, @Root() held: HeldVisitType): Promise<string | null> {
    return said(ctx, held, 'demand');
  }

  @FieldResolver(() => String, { nullable: true, description: 'What service was given; null without `@purpose`.' })
  service(@Ctx() ctx: Context, @Root() held: HeldVisitType): Promise<string | null> {
    return said(ctx, held, 'service');
  }

  @FieldResolver(() => String, { nullable: true, description: 'What came of it; null without `@purpose`.' })
  outcome(@Ctx() ctx: Context, @Root() held: HeldVisitType): Promise<string | null> {
    return said(ctx, held, 'outcome');
  }
}

@Resolver(() => TownType)
export class TownHeldVisitsResolver {
  @FieldResolver(() => HeldVisitConnectionType, {
    nullable: true,
    description:
      'The visits that wait to be dealt with, or were, the latest first: one’s own, and those of the teams and households that one is in charge of.',
  })
  async heldVisits(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => HeldVisitsArgs) { settled, ...args }: HeldVisitsArgs,
  ): Promise<Connection<HeldVisitType> | null> {
    const desk = await ctx.readTownFor('visit:record', townId);
    if (!desk) return null;
    const held = await desk.load(heldVisitsOf, { townId, settled });
    const seen = await Promise.all(held.map((each) => seesHeld(desk, ctx.signedIn, each)));
    return pageOf(
      held.filter((_, index) => seen[index]),
      args,
      (each) => each.row.uuid,
    );
  }
}

async function said(
  ctx: Context,
  { row: { townId, uuid } }: HeldVisitType,
  field: 'situation' | 'demand' | 'service' | 'outcome',
): Promise<string | null> {
  const sent = await (await ctx.readTown(townId)).load(sentOf, { townId, uuid });
  return personal(ctx, townId, { subject: sent.auditKey, field: `HeldVisit.${field}` }) ? sent[field] : null;
}
