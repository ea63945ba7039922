import { Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { peopleById } from '../people/person-rows.ts';
import { PhotoType } from '../photos/photo.type.ts';
import { photosById } from '../photos/photo-rows.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { placeOfTeam } from '../teams/find-team.ts';
import { teamsById } from '../teams/read-teams.ts';
import { TeamMemberType } from '../teams/team.type.ts';
import { agreeToPublication, endPublication, isSelf } from './agree-to-publication.ts';
import {
  AgreeToPublicationInput,
  EndPublicationInput,
  PublicationPayload,
  PublicationType,
} from './publication.type.ts';
import { publicationsOf, shownOf } from './publication-rows.ts';

@Resolver(() => TeamMemberType)
export class MemberPublicationResolver {
  @FieldResolver(() => PublicationType, {
    nullable: true,
    description:
      'What the person agrees to have shown on boards now, for themselves and for whoever keeps the board; null for nothing, and for others.',
  })
  async publication(@Ctx() ctx: Context, @Root() member: TeamMemberType): Promise<PublicationType | null> {
    const { townId, person, teamUuid: uuid } = member;
    if (!person) return null;
    const desk = await ctx.readTown(townId);
    if (!isSelf(ctx.signedIn, person)) {
      const team = await desk.load(teamsById, { townId, asOf: ctx.today, uuid });
      if (!team || !reaches(ctx.signedIn, 'board:publish', await placeOfTeam(desk, team))) return null;
    }
    return (await desk.load(publicationsOf, { townId, uuid: person.uuid })) ?? null;
  }
}

@Resolver(() => PublicationType)
export class PublicationResolver {
  @FieldResolver(() => PhotoType, {
    nullable: true,
    description: 'The photograph that everybody may see; null for none.',
  })
  async photo(@Ctx() ctx: Context, @Root() { townId, personUuid }: PublicationType): Promise<PhotoType | null> {
    const desk = await ctx.readTown(townId);
    const uuid = (await desk.load(shownOf, { townId, uuid: personUuid }))?.photo ?? null;
    return uuid === null ? null : ((await desk.load(photosById, { townId, uuid })) ?? null);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The telephone number that everybody may see; null for none.',
  })
  async telephone(@Ctx() ctx: Context, @Root() { townId, personUuid: uuid }: PublicationType): Promise<string | null> {
    return (await (await ctx.readTown(townId)).load(shownOf, { townId, uuid }))?.telephone ?? null;
  }
}

@Resolver()
export class PublicationMutations {
  @Mutation(() => PublicationPayload, {
    description:
      'Notes what somebody of a team agreed to have shown on boards 同意公示, in place of what they agreed to before.',
  })
  agreeToPublication(
    @Ctx() ctx: Context,
    @Input(() => AgreeToPublicationInput) input: AgreeToPublicationInput,
  ): Promise<PublicationPayload> {
    return changePublication(ctx, 'agreeToPublication', input, (desk) => agreeToPublication(desk, ctx.signedIn, input));
  }

  @Mutation(() => PublicationPayload, {
    description:
      'Takes somebody off the boards 撤回同意, at once: people alone do, who keep the board, or the person themselves.',
  })
  endPublication(
    @Ctx() ctx: Context,
    @Input(() => EndPublicationInput) input: EndPublicationInput,
  ): Promise<PublicationPayload> {
    return changePublication(ctx, 'endPublication', input, (desk) => endPublication(desk, ctx.signedIn, input));
  }
}

function changePublication(
  ctx: Context,
  operation: string,
  input: Keyed & { person: string },
  work: (desk: Desk) => Promise<string>,
): Promise<PublicationPayload> {
  const field = 'input.person';
  const { townId } = requireId(input.person, 'Person', field);
  return ctx.changeTown(townId, field, operation, input, async (desk) => {
    const key = { townId, uuid: await work(desk) };
    desk.forget();
    const [person, publication = null] = await Promise.all([
      desk.load(peopleById, key),
      desk.load(publicationsOf, key),
    ]);
    if (!person) throw notFound(field);
    return { person, publication };
  });
}
