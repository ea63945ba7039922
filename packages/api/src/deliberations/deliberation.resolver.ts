import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { toldTo } from '../indicators/told-to.ts';
import { requestSeen } from '../requests/find-request.ts';
import { pageAmong } from '../requests/page-among.ts';
import { RequestConnectionType, RequestType } from '../requests/request.type.ts';
import { type Connection, PageArgs } from '../schema/connection.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { decideByRule } from './decide-by-rule.ts';
import { DeliberationsArgs } from './deliberation.input.ts';
import {
  DeliberationCalculationType,
  DeliberationConnectionType,
  DeliberationEventType,
  DeliberationMeetingType,
  DeliberationStepEnum,
  DeliberationTallyType,
  DeliberationTransitionType,
  DeliberationType,
} from './deliberation.type.ts';
import {
  countsOf,
  deliberationEventsOf,
  deliberationsOfRequests,
  meetingsOf,
  requestsOfDeliberations,
} from './deliberation-parts.ts';
import { deliberationActions, getDeliberation } from './deliberation-reach.ts';
import { deliberationsById } from './deliberation-rows.ts';
import { deliberationTransitions } from './deliberation-states.ts';
import { listDeliberations } from './list-deliberations.ts';
import { DeliberationRuleType, DeliberationRuleVersionType } from './rule.type.ts';
import { rulesOfTowns, ruleVersionsById, saidOn } from './rule-rows.ts';

@Resolver(() => TownType)
export class TownDeliberationsResolver {
  @Query(() => [DeliberationTransitionType], {
    description: 'What may become of a deliberation: every step, from which states to which.',
  })
  deliberationTransitions(): DeliberationTransitionType[] {
    return deliberationTransitions.map(({ step, from, to }) => ({ step, from: [...from], to: [...to] }));
  }

  @FieldResolver(() => [DeliberationRuleType], {
    nullable: true,
    description:
      'The town’s rules of deliberation 议事规则, those that hold no more among them. Null where the viewer sees no deliberations in the town.',
  })
  async deliberationRules(@Ctx() ctx: Context, @Root() { townId }: TownType): Promise<DeliberationRuleType[] | null> {
    return (await ctx.readTownFor('deliberation:read', townId))?.load(rulesOfTowns, townId) ?? null;
  }

  @FieldResolver(() => DeliberationConnectionType, {
    nullable: true,
    description:
      'The town’s deliberations 议事, the latest first. Null where the viewer sees no deliberations in the town.',
  })
  async deliberations(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => DeliberationsArgs) args: DeliberationsArgs,
  ): Promise<Connection<DeliberationType> | null> {
    const desk = await ctx.readTownFor('deliberation:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['deliberations', args], () => listDeliberations(desk, args));
  }
}

@Resolver(() => DeliberationType)
export class DeliberationResolver {
  @Query(() => DeliberationType, {
    nullable: true,
    description: 'A deliberation by its id. NOT_FOUND where it is not open to the viewer.',
  })
  deliberation(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the deliberation.' }) id: string,
  ): Promise<DeliberationType> {
    return getDeliberation(ctx, id);
  }

  @FieldResolver(() => TownType, { description: 'The town whose deliberation it is.' })
  async town(@Ctx() ctx: Context, @Root() { townId }: DeliberationType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit that deliberates, as it is today or was last.',
  })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: DeliberationType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }

  @FieldResolver(() => DeliberationRuleVersionType, {
    nullable: true,
    description:
      'What its rule says: on the day on which the vote was opened, for ever, or, until it is, today. Null where the rule was ended before.',
  })
  async rule(@Ctx() ctx: Context, @Root() deliberation: DeliberationType): Promise<DeliberationRuleVersionType | null> {
    const { townId, ruleUuid, ruleVersionUuid: uuid } = deliberation;
    const desk = await ctx.readTown(townId);
    if (uuid !== null) return (await desk.load(ruleVersionsById, { townId, uuid })) ?? null;
    const rule = (await desk.load(rulesOfTowns, townId)).find((each) => each.uuid === ruleUuid);
    return (rule && saidOn(rule, ctx.today)) ?? null;
  }

  @FieldResolver(() => DeliberationTallyType, {
    description: 'How many may vote, how they voted, and what is missing.',
  })
  async tally(@Ctx() ctx: Context, @Root() { townId, uuid }: DeliberationType): Promise<DeliberationTallyType> {
    const counts = await (await ctx.readTown(townId)).load(countsOf, { townId, uuid });
    const told = toldTo(ctx.signedIn, 'deliberation:read', townId);
    const { voters, inFavour, against, abstained, withoutReason, objections, unanswered } = counts;
    return {
      ...{ voters: told(voters), inFavour: told(inFavour), against: told(against), abstained: told(abstained) },
      ...{ notVoted: told(voters - inFavour - against - abstained), withoutReason: told(withoutReason) },
      ...{ objections: told(objections), unanswered: told(unanswered) },
    };
  }

  @FieldResolver(() => DeliberationCalculationType, {
    nullable: true,
    description: 'What the rule makes of the votes, with its numbers; null until the vote is over.',
  })
  async calculation(
    @Ctx() ctx: Context,
    @Root() { townId, uuid, state, ruleVersionUuid, passed: decided }: DeliberationType,
  ): Promise<DeliberationCalculationType | null> {
    if (ruleVersionUuid === null || (decided === null && state !== 'CLOSED')) return null;
    const desk = await ctx.readTown(townId);
    const [rule, tally] = await Promise.all([
      desk.load(ruleVersionsById, { townId, uuid: ruleVersionUuid }),
      desk.load(countsOf, { townId, uuid }),
    ]);
    if (!rule) return null;
    const { base, needed, turnoutNeeded, voted, passed } = decideByRule(rule, tally);
    const told = toldTo(ctx.signedIn, 'deliberation:read', townId);
    return {
      ...{ base: told(base), needed: told(needed), inFavour: told(tally.inFavour) },
      ...{ turnoutNeeded: told(turnoutNeeded), voted: told(voted), passed },
    };
  }

  @FieldResolver(() => [DeliberationMeetingType], { description: 'The meetings about it, the first one first.' })
  async meetings(@Ctx() ctx: Context, @Root() { townId, uuid }: DeliberationType): Promise<DeliberationMeetingType[]> {
    return (await ctx.readTown(townId)).load(meetingsOf, { townId, uuid });
  }

  @FieldResolver(() => RequestConnectionType, {
    nullable: true,
    description:
      'The requests that led to it, the latest first, as far as the viewer may see them. Null where the viewer sees no requests in the town.',
  })
  async requests(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: DeliberationType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<RequestType> | null> {
    const desk = await ctx.readTownFor('request:read', townId);
    if (!desk) return null;
    return pageAmong(desk, ctx.signedIn, await desk.load(requestsOfDeliberations, { townId, uuid }), args);
  }

  @FieldResolver(() => [DeliberationEventType], { description: 'Its steps, the first one first.' })
  async events(@Ctx() ctx: Context, @Root() { townId, uuid }: DeliberationType): Promise<DeliberationEventType[]> {
    return (await ctx.readTown(townId)).load(deliberationEventsOf, { townId, uuid });
  }

  @FieldResolver(() => [DeliberationStepEnum], { description: 'The steps that the viewer may take with it now.' })
  async actions(@Ctx() ctx: Context, @Root() deliberation: DeliberationType): Promise<string[]> {
    return deliberationActions(await ctx.readTown(deliberation.townId), ctx.signedIn, deliberation);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: DeliberationType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}

@Resolver(() => DeliberationMeetingType)
export class DeliberationMeetingResolver {
  @FieldResolver(() => [RequestType], {
    description: 'The requests that have its minutes as evidence, as far as the viewer may see them.',
  })
  async evidenceOf(@Ctx() ctx: Context, @Root() meeting: DeliberationMeetingType): Promise<RequestType[]> {
    const seen = await Promise.all(meeting.requestUuids.map((uuid) => requestSeen(ctx, meeting.townId, uuid)));
    return seen.flatMap((request) => request ?? []);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: DeliberationMeetingType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}

@Resolver(() => DeliberationEventType)
export class DeliberationEventResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who took the step, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: DeliberationEventType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}

@Resolver(() => RequestType)
export class RequestDeliberationsResolver {
  @FieldResolver(() => [DeliberationType], {
    nullable: true,
    description:
      'The deliberations to which it led, the first one first. Null where the viewer sees no deliberations in the town.',
  })
  async deliberations(@Ctx() ctx: Context, @Root() { townId, uuid }: RequestType): Promise<DeliberationType[] | null> {
    const desk = await ctx.readTownFor('deliberation:read', townId);
    if (!desk) return null;
    const own = await desk.load(deliberationsOfRequests, { townId, uuid });
    const found = await Promise.all(own.map((each) => desk.load(deliberationsById, { townId, uuid: each })));
    return found.flatMap((each) => each ?? []);
  }
}
