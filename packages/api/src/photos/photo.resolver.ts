import { Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { addPhoto } from './add-photo.ts';
import { AddPhotoInput, AddPhotoPayload, PhotoType } from './photo.type.ts';
import { picturesOf } from './photo-rows.ts';

@Resolver(() => PhotoType)
export class PhotoResolver {
  @Mutation(() => AddPhotoPayload, {
    description: 'Adds a photograph, to be named by what shows it. Nobody else sees it before.',
  })
  async addPhoto(@Ctx() ctx: Context, @Input(() => AddPhotoInput) input: AddPhotoInput): Promise<AddPhotoPayload> {
    const { townId } = await getTownFor(ctx, 'photo:add', input.town);
    return ctx.changeTown(townId, 'input.town', 'addPhoto', input, async (desk) => ({
      photo: await addPhoto(desk, ctx.signedIn, input),
    }));
  }

  @FieldResolver(() => String, { description: 'The picture, a JPEG in base64.' })
  async content(@Ctx() ctx: Context, @Root() { townId, uuid }: PhotoType): Promise<string> {
    const picture = await (await ctx.readTown(townId)).load(picturesOf, { townId, uuid });
    if (!picture) throw new Error(`No photograph ${uuid}`);
    return picture.toString('base64');
  }
}
