import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { PhotoType } from '../photos/photo.type.ts';
import { RequestType } from './request.type.ts';
import { photosOfRequests } from './request-photos.ts';

@Resolver(() => RequestType)
export class RequestPhotosResolver {
  @FieldResolver(() => [PhotoType], { description: 'Photographs that show what it is about.' })
  async photos(@Ctx() ctx: Context, @Root() { townId, uuid }: RequestType): Promise<PhotoType[]> {
    return (await ctx.readTown(townId)).load(photosOfRequests, { townId, uuid });
  }
}
