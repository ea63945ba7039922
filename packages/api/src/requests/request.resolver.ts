import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { missingEvidence } from '../handling/classes.ts';
import { EvidenceKindEnum, ExternalPartyType, RequestStepEnum, RequestSubjectType } from '../handling/handling.type.ts';
import { levelAt, levelsOn } from '../handling/levels.ts';
import { openStates } from '../handling/transitions.ts';
import { householdSeen, visibleHouseholds } from '../households/find-household.ts';
import { HouseholdConnectionType, HouseholdType } from '../households/household.type.ts';
import { PersonType } from '../people/person.type.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { actionsOf } from './actions.ts';
import { concernedBy, concernedCounts } from './concerned.ts';
import { eventsOf } from './events.ts';
import { getRequest } from './find-request.ts';
import { partyNamed, personNamed, subjectNamed } from './named.ts';
import { RequestEventType, RequestLevelUnitType, RequestPlaceType, RequestType } from './request.type.ts';
import { standingOf } from './standing.ts';
import { descriptionsOf, shownText } from './texts.ts';

@Resolver(() => RequestType)
export class RequestResolver {
  @Query(() => RequestType, {
    nullable: true,
    description: 'A request by its id. NOT_FOUND where it is not open to the viewer.',
  })
  request(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the request.' }) id: string,
  ): Promise<RequestType> {
    return getRequest(ctx, id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What is asked for; where the request is a household’s, null without `@purpose`.',
  })
  async description(@Ctx() ctx: Context, @Root() { townId, uuid }: RequestType): Promise<string | null> {
    const written = await (await ctx.readTown(townId)).load(descriptionsOf, { townId, uuid });
    return shownText(ctx, townId, 'Request.description', written ?? null);
  }

  @FieldResolver(() => RequestSubjectType, { description: 'What it is about.' })
  subject(@Ctx() ctx: Context, @Root() { townId, subjectUuid }: RequestType): Promise<RequestSubjectType> {
    return subjectNamed(ctx, townId, subjectUuid);
  }

  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description:
      'The household whose request it is; null where it is about a place, or the household is out of the viewer’s reach.',
  })
  household(@Ctx() ctx: Context, @Root() { townId, householdUuid }: RequestType): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }

  @FieldResolver(() => RequestPlaceType, {
    nullable: true,
    description: 'The place that it is about; null where it is a household’s.',
  })
  place(@Root() { townId, unitUuid, placeText, raisedOn }: RequestType): RequestPlaceType | null {
    return unitUuid === null ? null : { townId, unitUuid, asOf: raisedOn, text: placeText };
  }

  @FieldResolver(() => UnitType, {
    description: 'The block under which it was raised, for a place above the blocks its unit, as it was on that day.',
  })
  block(@Ctx() ctx: Context, @Root() request: RequestType): Promise<UnitType | null> {
    const { townId, blockUuid, raisedOn } = request;
    return unitNamed(ctx, townId, blockUuid, raisedOn);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit that has charge at its level, as the tree is today; null for the town itself.',
  })
  async unit(@Ctx() ctx: Context, @Root() request: RequestType): Promise<UnitType | null> {
    const { path } = await standingOf(await ctx.readTown(request.townId), request);
    return levelAt(levelsOn(path), request.level).unit;
  }

  @FieldResolver(() => [RequestLevelUnitType], {
    description: 'The levels that it can be at as the tree is today, the lowest first.',
  })
  async levels(@Ctx() ctx: Context, @Root() request: RequestType): Promise<RequestLevelUnitType[]> {
    const { path } = await standingOf(await ctx.readTown(request.townId), request);
    return levelsOn(path).map(({ level, unit }) => ({
      townId: request.townId,
      unitUuid: unit?.uuid ?? null,
      level,
    }));
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who holds it at its level, or held it last; null where nobody there has accepted it.',
  })
  holder(@Ctx() ctx: Context, @Root() { townId, holderUuid }: RequestType): Promise<PersonType | null> {
    return personNamed(ctx, townId, holderUuid);
  }

  @FieldResolver(() => ExternalPartyType, {
    nullable: true,
    description: 'The party outside to which it is, or at this level was last, referred.',
  })
  party(@Ctx() ctx: Context, @Root() { townId, partyUuid }: RequestType): Promise<ExternalPartyType | null> {
    return partyNamed(ctx, townId, partyUuid);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it is overdue 逾期: still to be handled today, and `dueOn` is over.',
  })
  overdue(@Ctx() ctx: Context, @Root() { state, dueOn }: RequestType): boolean {
    return openStates.some((open) => open === state) && dueOn < ctx.today;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who recorded it, as the town knows them; null for a viewer who sees nobody in the town.',
  })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: RequestType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many households it concerns, its own included; null for a viewer who sees no households in the town.',
  })
  async householdCount(@Ctx() ctx: Context, @Root() { townId, uuid }: RequestType): Promise<number | null> {
    return (await ctx.readTownFor('household:read', townId))?.load(concernedCounts, { townId, uuid }) ?? null;
  }

  @FieldResolver(() => HouseholdConnectionType, {
    description: 'The households that it concerns, by number, as far as they are within the viewer’s reach today.',
  })
  async households(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: RequestType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<HouseholdType>> {
    const desk = await ctx.readTown(townId);
    const concerned = await desk.load(concernedBy, { townId, uuid });
    return pageOf(await visibleHouseholds(desk, ctx.signedIn, concerned), args, (each) => each.uuid);
  }

  @FieldResolver(() => [RequestEventType], { description: 'Its steps, the first one first.' })
  async events(@Ctx() ctx: Context, @Root() { townId, uuid }: RequestType): Promise<RequestEventType[]> {
    return (await ctx.readTown(townId)).load(eventsOf, { townId, uuid });
  }

  @FieldResolver(() => [EvidenceKindEnum], {
    description: 'The evidence that its class asks for and that it has not been given; empty without a class.',
  })
  async missingEvidence(@Ctx() ctx: Context, @Root() request: RequestType): Promise<string[]> {
    const { townId, uuid, handlingClass } = request;
    const events = await (await ctx.readTown(townId)).load(eventsOf, { townId, uuid });
    return [
      ...missingEvidence(
        handlingClass,
        events.flatMap(({ evidence }) => evidence ?? []),
      ),
    ];
  }

  @FieldResolver(() => [RequestStepEnum], {
    description: 'The steps that the viewer may take with it now. `HANDLE` also takes the evidence that is missing.',
  })
  async actions(@Ctx() ctx: Context, @Root() request: RequestType): Promise<string[]> {
    return actionsOf(await ctx.readTown(request.townId), ctx.signedIn, request);
  }
}

@Resolver(() => RequestPlaceType)
export class RequestPlaceResolver {
  @FieldResolver(() => UnitType, { description: 'The unit, as it was on the day on which the request was raised.' })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid, asOf }: RequestPlaceType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid, asOf);
  }
}

@Resolver(() => RequestLevelUnitType)
export class RequestLevelUnitResolver {
  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit today; null for the town itself.' })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: RequestLevelUnitType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }
}
