import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { RequestSubjectType } from '../handling/handling.type.ts';
import { entriesById, subjectOf } from '../handling/listed.ts';
import { PhotoType } from '../photos/photo.type.ts';
import { photosById } from '../photos/photo-rows.ts';
import { findIdIn } from '../schema/global-id.ts';
import { HeldVisitRequestType, HeldVisitType } from './held-visit.type.ts';
import { sentOf } from './held-visit-rows.ts';

@Resolver(() => HeldVisitType)
export class HeldVisitRequestsResolver {
  @FieldResolver(() => [HeldVisitRequestType], { description: 'What is to be handled as requests.' })
  async requests(
    @Ctx() ctx: Context,
    @Root() { row: { townId, uuid, accountId: sender } }: HeldVisitType,
  ): Promise<HeldVisitRequestType[]> {
    const { requests } = await (await ctx.readTown(townId)).load(sentOf, { townId, uuid });
    return requests.map(({ subject, handlingClass, handled, photos }, index) => ({
      ...{ townId, heldUuid: uuid, index, sender },
      subjectUuid: findIdIn(townId, subject, 'RequestSubject') ?? null,
      photoIds: photos ?? [],
      handlingClass: handlingClass ?? null,
      handled: handled != null,
    }));
  }
}

@Resolver(() => HeldVisitRequestType)
export class HeldVisitRequestResolver {
  @FieldResolver(() => RequestSubjectType, {
    nullable: true,
    description: 'What it is about; null where the town has no such subject.',
  })
  async subject(
    @Ctx() ctx: Context,
    @Root() { townId, subjectUuid: uuid }: HeldVisitRequestType,
  ): Promise<RequestSubjectType | null> {
    if (uuid === null) return null;
    const entry = await (await ctx.readTown(townId)).load(entriesById('request_subject'), { townId, uuid });
    return entry ? subjectOf(entry) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What is asked for; null without `@purpose`.' })
  async description(
    @Ctx() ctx: Context,
    @Root() { townId, heldUuid: uuid, index }: HeldVisitRequestType,
  ): Promise<string | null> {
    const sent = await (await ctx.readTown(townId)).load(sentOf, { townId, uuid });
    const reading = { subject: sent.auditKey, field: 'HeldVisitRequest.description' } as const;
    return personal(ctx, townId, reading) ? (sent.requests[index]?.description ?? null) : null;
  }

  @FieldResolver(() => [PhotoType], { description: 'Photographs of the place that the sender has added.' })
  async photos(
    @Ctx() ctx: Context,
    @Root() { townId, photoIds, sender: addedBy }: HeldVisitRequestType,
  ): Promise<PhotoType[]> {
    const desk = await ctx.readTown(townId);
    const keys = photoIds.flatMap((id) => findIdIn(townId, id, 'Photo') ?? []);
    const photos = await Promise.all(keys.map((uuid) => desk.load(photosById, { townId, uuid, addedBy })));
    return photos.filter((photo) => photo !== undefined);
  }
}
