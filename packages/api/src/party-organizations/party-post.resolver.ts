import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { notFound } from '../errors.ts';
import { PersonType } from '../people/person.type.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { dayOf } from '../today.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { endPartyPost, givePartyPost } from './give-party-post.ts';
import { holderOn, secretaryOn } from './holders.ts';
import { PartyOrganizationType } from './party-organization.type.ts';
import { partyNamed } from './party-organization-rows.ts';
import { EndPartyPostInput, GivePartyPostInput, PartyPostPayload, PartyPostType } from './party-post.type.ts';
import { partyPostsOf, postOf } from './party-posts.ts';
import { deskForPeople } from './party-posts-seen.ts';

const asOfHint = 'The day on which to look; the day `asOf` of this object unless told.';

@Resolver(() => PartyOrganizationType)
export class PartyOrganizationPostsResolver {
  @FieldResolver(() => [PartyPostType], {
    nullable: true,
    description: 'The posts in it on a day; null where the viewer does not see people there.',
  })
  async posts(
    @Ctx() ctx: Context,
    @Root() party: PartyOrganizationType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfHint }) asOf?: string | null,
  ): Promise<PartyPostType[] | null> {
    const desk = await deskForPeople(ctx, party);
    if (!desk) return null;
    const day = asOf ?? party.asOf;
    const posts = await desk.load(partyPostsOf, party.townId);
    const own = posts.filter((post) => post.party === party.uuid && holdsOn(post, day));
    return own.map((post) => postOf(party.townId, post, day));
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description:
      'Who is its secretary 书记 on a day, be it by another office; null without one, and where the viewer does not see people there.',
  })
  async secretary(
    @Ctx() ctx: Context,
    @Root() party: PartyOrganizationType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfHint }) asOf?: string | null,
  ): Promise<PersonType | null> {
    const desk = await deskForPeople(ctx, party);
    if (!desk) return null;
    const { townId, uuid } = party;
    return (await secretaryOn(desk, { townId, uuid, asOf: asOf ?? party.asOf })) ?? null;
  }
}

@Resolver(() => PartyPostType)
export class PartyPostResolver {
  @FieldResolver(() => PartyOrganizationType, { description: 'The Party organisation in which the post is.' })
  async partyOrganization(
    @Ctx() ctx: Context,
    @Root() { townId, partyUuid, asOf }: PartyPostType,
  ): Promise<PartyOrganizationType> {
    const party = await partyNamed(ctx, townId, partyUuid, asOf);
    if (!party) throw notFound();
    return party;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who holds it on a day, through whatever offices; null where one of these is vacant then.',
  })
  async holder(
    @Ctx() ctx: Context,
    @Root() post: PartyPostType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfHint }) asOf?: string | null,
  ): Promise<PersonType | null> {
    const desk = await ctx.readTown(post.townId);
    const day = asOf ?? post.asOf;
    const row = (await desk.load(partyPostsOf, post.townId)).find(({ uuid }) => uuid === post.uuid);
    return row && holdsOn(row, day) ? ((await holderOn(desk, post.townId, row, day)) ?? null) : null;
  }

  @FieldResolver(() => PartyOrganizationType, {
    nullable: true,
    description: 'The Party organisation whose secretary holds it ex officio, where it is held so.',
  })
  secretaryOf(
    @Ctx() ctx: Context,
    @Root() { townId, secretaryOfUuid, asOf }: PartyPostType,
  ): Promise<PartyOrganizationType | null> {
    return partyNamed(ctx, townId, secretaryOfUuid, asOf);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit whose Party secretary holds it ex officio, where it is held so.',
  })
  secretaryAt(@Ctx() ctx: Context, @Root() { townId, secretaryAtUuid, asOf }: PartyPostType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, secretaryAtUuid, asOf);
  }
}

@Resolver()
export class PartyPostMutations {
  @Mutation(() => PartyPostPayload, {
    description: 'Gives a post in a Party organisation to a person, or to whoever is secretary elsewhere.',
  })
  givePartyPost(
    @Ctx() ctx: Context,
    @Input(() => GivePartyPostInput) input: GivePartyPostInput,
  ): Promise<PartyPostPayload> {
    const field = 'input.partyOrganization';
    const { townId } = requireId(input.partyOrganization, 'PartyOrganization', field);
    return ctx.changeTown(townId, field, 'givePartyPost', input, async (desk) =>
      payloadOf(desk, await givePartyPost(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => PartyPostPayload, { description: 'Ends a post in a Party organisation.' })
  endPartyPost(
    @Ctx() ctx: Context,
    @Input(() => EndPartyPostInput) input: EndPartyPostInput,
  ): Promise<PartyPostPayload> {
    const { townId } = requireId(input.post, 'PartyPost', 'input.post');
    return ctx.changeTown(townId, 'input.post', 'endPartyPost', input, async (desk) =>
      payloadOf(desk, await endPartyPost(desk, ctx.signedIn, input)),
    );
  }
}

/** A post as a change has left it: on its first day where that lies ahead, else today. */
async function payloadOf(desk: Desk, uuid: string): Promise<PartyPostPayload> {
  desk.forget();
  const row = (await desk.load(partyPostsOf, desk.town)).find((post) => post.uuid === uuid);
  if (!row) throw notFound();
  return { post: postOf(desk.town, row, [row.from, dayOf(desk.now)].sort()[1] ?? row.from) };
}
