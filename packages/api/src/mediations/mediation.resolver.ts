import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { RequestSubjectType } from '../handling/handling.type.ts';
import { PersonType } from '../people/person.type.ts';
import { requestSeen } from '../requests/find-request.ts';
import { personNamed, subjectNamed } from '../requests/named.ts';
import { RequestType } from '../requests/request.type.ts';
import type { Connection } from '../schema/connection.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { MediationsArgs } from './mediation.input.ts';
import {
  MediationConnectionType,
  MediationEventType,
  MediationPartyType,
  MediationStepEnum,
  MediationTalkType,
  MediationTransitionType,
  MediationType,
} from './mediation.type.ts';
import { allPartiesOf, disputesOf, mediationEventsOf, mediatorsOf, talksOf } from './mediation-parts.ts';
import { getMediation, listMediations, reachesMediation } from './mediation-rows.ts';
import { mediationTransitions } from './mediation-states.ts';

@Resolver(() => TownType)
export class TownMediationsResolver {
  @Query(() => [MediationTransitionType], {
    description: 'What may become of a mediation: every step, and from which states to which it leads.',
  })
  mediationTransitions(): MediationTransitionType[] {
    return mediationTransitions.map(({ from, keeping, ...each }) => ({
      ...each,
      from: [...from],
      keeping: keeping ?? null,
    }));
  }

  @FieldResolver(() => MediationConnectionType, {
    nullable: true,
    description:
      'The town’s mediations that the viewer may see, the latest first. Null where the viewer sees no mediations in the town.',
  })
  async mediations(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => MediationsArgs) args: MediationsArgs,
  ): Promise<Connection<MediationType> | null> {
    const desk = await ctx.readTownFor('mediation:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['mediations', args], () => listMediations(desk, ctx.signedIn, args));
  }
}

@Resolver(() => MediationType)
export class MediationResolver {
  @Query(() => MediationType, {
    nullable: true,
    description: 'A mediation by its id. NOT_FOUND where it is not open to the viewer.',
  })
  mediation(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the mediation.' }) id: string,
  ): Promise<MediationType> {
    return getMediation(ctx, id);
  }

  @FieldResolver(() => TownType, { description: 'The town in which it is held.' })
  async town(@Ctx() ctx: Context, @Root() { townId }: MediationType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What they are at odds about; null without `@purpose`.',
  })
  async matter(@Ctx() ctx: Context, @Root() { townId, uuid, auditKey }: MediationType): Promise<string | null> {
    if (!personal(ctx, townId, { subject: auditKey, field: 'Mediation.matter' })) return null;
    return (await (await ctx.readTown(townId)).load(disputesOf, { townId, uuid })) ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The agreement that holds 协议内容; null without one, and without `@purpose`.',
  })
  async agreement(@Ctx() ctx: Context, @Root() { townId, uuid, agreedOn }: MediationType): Promise<string | null> {
    if (agreedOn === null) return null;
    const events = await (await ctx.readTown(townId)).load(mediationEventsOf, { townId, uuid });
    const agreed = events.findLast(({ step }) => step === 'AGREE');
    if (!agreed || !personal(ctx, townId, { subject: agreed.subject, field: 'Mediation.agreement' })) return null;
    return agreed.textInFull;
  }

  @FieldResolver(() => RequestSubjectType, { description: 'What it is about.' })
  subject(@Ctx() ctx: Context, @Root() { townId, subjectUuid }: MediationType): Promise<RequestSubjectType> {
    return subjectNamed(ctx, townId, subjectUuid);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit where it is held, as it is today, or was last; null for the town itself.',
  })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: MediationType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }

  @FieldResolver(() => RequestType, {
    nullable: true,
    description: 'The request out of which it came; null where there is none, or none that the viewer may see.',
  })
  request(@Ctx() ctx: Context, @Root() { townId, requestUuid }: MediationType): Promise<RequestType | null> {
    return requestSeen(ctx, townId, requestUuid);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: MediationType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => [MediationPartyType], { description: 'Those at odds; not those who have left.' })
  async parties(@Ctx() ctx: Context, @Root() { townId, uuid }: MediationType): Promise<MediationPartyType[]> {
    const all = await (await ctx.readTown(townId)).load(allPartiesOf, { townId, uuid });
    return all.filter(({ leftSeq }) => leftSeq === null);
  }

  @FieldResolver(() => [PersonType], { description: 'Who mediates.' })
  async mediators(@Ctx() ctx: Context, @Root() { townId, uuid }: MediationType): Promise<PersonType[]> {
    const mediators = await (await ctx.readTown(townId)).load(mediatorsOf, { townId, uuid });
    const people = await Promise.all(mediators.map((person) => personNamed(ctx, townId, person)));
    return people.flatMap((person) => person ?? []);
  }

  @FieldResolver(() => [MediationTalkType], { description: 'Its talks, the first one first.' })
  async talks(@Ctx() ctx: Context, @Root() { townId, uuid }: MediationType): Promise<MediationTalkType[]> {
    return (await ctx.readTown(townId)).load(talksOf, { townId, uuid });
  }

  @FieldResolver(() => [MediationEventType], { description: 'Its steps, the first one first.' })
  async events(@Ctx() ctx: Context, @Root() { townId, uuid }: MediationType): Promise<MediationEventType[]> {
    return (await ctx.readTown(townId)).load(mediationEventsOf, { townId, uuid });
  }

  @FieldResolver(() => [MediationStepEnum], { description: 'The steps that the viewer may take with it now.' })
  async actions(@Ctx() ctx: Context, @Root() mediation: MediationType): Promise<string[]> {
    const desk = await ctx.readTown(mediation.townId);
    if (!(await reachesMediation(desk, ctx.signedIn, 'mediation:record', mediation))) return [];
    const steps = mediationTransitions.filter(({ from }) => from.includes(mediation.state)).map(({ step }) => step);
    return [...new Set(steps)];
  }
}
