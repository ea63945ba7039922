import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import type { TownKey } from '../db/batch.ts';
import { ExternalPartyType } from '../handling/handling.type.ts';
import { PhotoType } from '../photos/photo.type.ts';
import { requestSeen } from '../requests/find-request.ts';
import { partyNamed } from '../requests/named.ts';
import { RequestType } from '../requests/request.type.ts';
import { requestsById } from '../requests/request-rows.ts';
import { findingEventsOf, findingsOfRequests, photosOfFindings, wordsOf } from './finding-rows.ts';
import { findingTransitions } from './finding-states.ts';
import { PatrolType } from './patrol.type.ts';
import { FindingStepEnum, PatrolFindingEventType, PatrolFindingType } from './patrol-finding.type.ts';
import { reachesPatrol } from './patrol-reach.ts';
import { patrolsById } from './patrol-rows.ts';

@Resolver(() => PatrolFindingType)
export class PatrolFindingResolver {
  @FieldResolver(() => PatrolType, { description: 'The patrol that brought it up.' })
  async patrol(@Ctx() ctx: Context, @Root() { townId, patrolUuid }: PatrolFindingType): Promise<PatrolType | null> {
    return (await (await ctx.readTown(townId)).load(patrolsById, { townId, uuid: patrolUuid })) ?? null;
  }

  @FieldResolver(() => String, { description: 'What it says, as it was written last.' })
  async text(@Ctx() ctx: Context, @Root() finding: PatrolFindingType): Promise<string | null> {
    return (await wordsOf(await ctx.readTown(finding.townId), finding)).text;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Where it is, as it was written last.' })
  async place(@Ctx() ctx: Context, @Root() finding: PatrolFindingType): Promise<string | null> {
    return (await wordsOf(await ctx.readTown(finding.townId), finding)).place;
  }

  @FieldResolver(() => [PhotoType], { description: 'Photographs of the place that it was recorded with.' })
  photos(@Ctx() ctx: Context, @Root() { townId, uuid }: PatrolFindingType): Promise<PhotoType[]> {
    return photosOf(ctx, { townId, uuid }, 1);
  }

  @FieldResolver(() => RequestType, {
    nullable: true,
    description: 'The request as which it was raised; null where it was not, or that is out of the viewer’s reach.',
  })
  request(@Ctx() ctx: Context, @Root() { townId, requestUuid }: PatrolFindingType): Promise<RequestType | null> {
    return requestSeen(ctx, townId, requestUuid);
  }

  @FieldResolver(() => ExternalPartyType, {
    nullable: true,
    description: 'The party outside to which it was passed last.',
  })
  party(@Ctx() ctx: Context, @Root() { townId, partyUuid }: PatrolFindingType): Promise<ExternalPartyType | null> {
    return partyNamed(ctx, townId, partyUuid);
  }

  @FieldResolver(() => [PatrolFindingEventType], { description: 'Its steps, the first one first.' })
  async events(@Ctx() ctx: Context, @Root() { townId, uuid }: PatrolFindingType): Promise<PatrolFindingEventType[]> {
    return (await ctx.readTown(townId)).load(findingEventsOf, { townId, uuid });
  }

  @FieldResolver(() => [FindingStepEnum], { description: 'The steps that the viewer may take with it now.' })
  async actions(@Ctx() ctx: Context, @Root() finding: PatrolFindingType): Promise<string[]> {
    const { townId, patrolUuid, state, requestUuid, withdrawn } = finding;
    const desk = await ctx.readTown(townId);
    const patrol = await desk.load(patrolsById, { townId, uuid: patrolUuid });
    if (withdrawn || !patrol || !(await reachesPatrol(desk, ctx.signedIn, 'patrol:record', patrol))) return [];
    const request = requestUuid === null ? null : await desk.load(requestsById, { townId, uuid: requestUuid });
    const shared = request && request.state !== 'WITHDRAWN';
    return findingTransitions
      .filter(({ step, from }) => from.includes(state) && !(shared && step === 'REOPEN'))
      .map(({ step }) => step);
  }
}

@Resolver(() => PatrolFindingEventType)
export class PatrolFindingEventResolver {
  @FieldResolver(() => [PhotoType], { description: 'Photographs of the place that were recorded with the step.' })
  photos(@Ctx() ctx: Context, @Root() { townId, findingUuid, seq }: PatrolFindingEventType): Promise<PhotoType[]> {
    return photosOf(ctx, { townId, uuid: findingUuid }, seq);
  }

  @FieldResolver(() => RequestType, {
    nullable: true,
    description:
      'The request as which it was raised then; null where it was not, or that is out of the viewer’s reach.',
  })
  request(@Ctx() ctx: Context, @Root() { townId, requestUuid }: PatrolFindingEventType): Promise<RequestType | null> {
    return requestSeen(ctx, townId, requestUuid);
  }

  @FieldResolver(() => ExternalPartyType, {
    nullable: true,
    description: 'The party outside to which it was passed last, after the step.',
  })
  party(@Ctx() ctx: Context, @Root() { townId, partyUuid }: PatrolFindingEventType): Promise<ExternalPartyType | null> {
    return partyNamed(ctx, townId, partyUuid);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: PatrolFindingEventType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}

@Resolver(() => RequestType)
export class RequestPatrolResolver {
  @FieldResolver(() => PatrolFindingType, {
    nullable: true,
    description:
      'What a patrol brought up that was raised as it; null where it was not from one, or from one out of the viewer’s reach.',
  })
  async patrolFinding(@Ctx() ctx: Context, @Root() { townId, uuid }: RequestType): Promise<PatrolFindingType | null> {
    const desk = await ctx.readTownFor('patrol:read', townId);
    const finding = await desk?.load(findingsOfRequests, { townId, uuid });
    const patrol = finding && (await desk?.load(patrolsById, { townId, uuid: finding.patrolUuid }));
    return desk && patrol && (await reachesPatrol(desk, ctx.signedIn, 'patrol:read', patrol)) ? finding : null;
  }
}

async function photosOf(ctx: Context, key: TownKey, step: number): Promise<PhotoType[]> {
  const photos = await (await ctx.readTown(key.townId)).load(photosOfFindings, key);
  return photos.filter(({ seq }) => seq === step).map(({ photo }) => photo);
}
