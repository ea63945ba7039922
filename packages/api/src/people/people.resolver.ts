import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { type Connection, PageArgs } from '../schema/connection.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { namedPage } from '../schema/named-page.ts';
import { DateScalar } from '../schema/scalars.ts';
import { getTownFor } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { placeOf, unitsById } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { appointOfficer, endPost } from './appoint-officer.ts';
import {
  AppointOfficerInput,
  AppointOfficerPayload,
  EndPostInput,
  EndPostPayload,
  NameFilter,
  PartnerConnectionType,
  type PartnerType,
  PersonConnectionType,
  PersonType,
  PostType,
  RegisterPartnerInput,
  RegisterPartnerPayload,
  RegisterPersonInput,
  RegisterPersonPayload,
} from './person.type.ts';
import { partnerOf, personOf } from './person-rows.ts';
import { postsOn } from './posts.ts';
import { registerPartner, registerPerson } from './register-person.ts';

@ArgsType()
class NamedArgs extends PageArgs {
  @Field(() => NameFilter, { nullable: true, description: 'Which to list.' })
  filter?: NameFilter | null;
}

@Resolver(() => TownType)
export class TownPeopleResolver {
  @FieldResolver(() => PersonConnectionType, {
    nullable: true,
    description: 'The people who act for the town, by name. For whoever registers people there; null for others.',
  })
  async people(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Args(() => NamedArgs) args: NamedArgs,
  ): Promise<Connection<PersonType> | null> {
    const desk = await ctx.readTownFor('person:register', town.townId);
    return desk ? namedPage(desk, 'person', args, args.filter?.name, personOf) : null;
  }

  @FieldResolver(() => PartnerConnectionType, {
    nullable: true,
    description: 'The partner organisations of the town, by name. For whoever registers them there; null for others.',
  })
  async partners(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Args(() => NamedArgs) args: NamedArgs,
  ): Promise<Connection<PartnerType> | null> {
    const desk = await ctx.readTownFor('person:register', town.townId);
    return desk ? namedPage(desk, 'partner', args, args.filter?.name, partnerOf) : null;
  }
}

@Resolver(() => UnitType)
export class UnitPostsResolver {
  @FieldResolver(() => [PostType], {
    nullable: true,
    description: 'Who holds a post at the unit on a day; null where the viewer does not see people there.',
  })
  async posts(
    @Ctx() ctx: Context,
    @Root() unit: UnitType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; the unit’s `asOf` unless told.' })
    asOf?: string | null,
  ): Promise<PostType[] | null> {
    const desk = await ctx.readTown(unit.townId);
    if (!reaches(ctx.signedIn, 'person:read', await placeOf(desk, unit))) return null;
    return desk.load(postsOn, { townId: unit.townId, asOf: asOf ?? unit.asOf, unit: unit.uuid });
  }
}

@Resolver(() => PersonType)
export class PersonResolver {
  @FieldResolver(() => [PostType], {
    description: 'The posts that the person holds on a day, at the units where the viewer sees people.',
  })
  async posts(
    @Ctx() ctx: Context,
    @Root() person: PersonType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; today unless told.' }) asOf?: string | null,
  ): Promise<PostType[]> {
    const desk = await ctx.readTown(person.townId);
    const posts = await desk.load(postsOn, { townId: person.townId, asOf: asOf ?? ctx.today, person: person.uuid });
    const places = await Promise.all(posts.map(({ townId, unitUuid }) => placeOf(desk, { townId, uuid: unitUuid })));
    return posts.filter((_, index) => {
      const place = places[index];
      return place !== undefined && reaches(ctx.signedIn, 'person:read', place);
    });
  }
}

@Resolver(() => PostType)
export class PostResolver {
  @FieldResolver(() => UnitType, { description: 'The unit at which the post is.' })
  async unit(@Ctx() ctx: Context, @Root() post: PostType): Promise<UnitType> {
    const desk = await ctx.readTown(post.townId);
    const unit = await desk.load(unitsById, { townId: post.townId, asOf: post.asOf, uuid: post.unitUuid });
    if (!unit) throw notFound();
    return unit;
  }
}

@Resolver()
export class PeopleMutations {
  @Mutation(() => RegisterPersonPayload, { description: 'Registers somebody who will hold a post or join a team.' })
  async registerPerson(
    @Ctx() ctx: Context,
    @Input(() => RegisterPersonInput) input: RegisterPersonInput,
  ): Promise<RegisterPersonPayload> {
    const { townId } = await getTownFor(ctx, 'person:register', input.town);
    return ctx.changeTown(townId, 'input.town', 'registerPerson', input, async (desk) => ({
      person: await registerPerson(desk, input.name),
    }));
  }

  @Mutation(() => RegisterPartnerPayload, { description: 'Registers a partner organisation 共建单位.' })
  async registerPartner(
    @Ctx() ctx: Context,
    @Input(() => RegisterPartnerInput) input: RegisterPartnerInput,
  ): Promise<RegisterPartnerPayload> {
    const { townId } = await getTownFor(ctx, 'person:register', input.town);
    return ctx.changeTown(townId, 'input.town', 'registerPartner', input, async (desk) => ({
      partner: await registerPartner(desk, input.name),
    }));
  }

  @Mutation(() => AppointOfficerPayload, { description: 'Gives a person a post at a unit.' })
  appointOfficer(
    @Ctx() ctx: Context,
    @Input(() => AppointOfficerInput) input: AppointOfficerInput,
  ): Promise<AppointOfficerPayload> {
    const { townId } = requireId(input.unit, 'Unit', 'input.unit');
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.unit', 'appointOfficer', input, async (desk) => ({
      post: await appointOfficer(desk, ctx.signedIn, input, from),
    }));
  }

  @Mutation(() => EndPostPayload, { description: 'Ends a post.' })
  endPost(@Ctx() ctx: Context, @Input(() => EndPostInput) input: EndPostInput): Promise<EndPostPayload> {
    const { townId, key } = requireId(input.post, 'Post', 'input.post');
    const on = dayOfChange(input.on, ctx.today, 'input.on');
    return ctx.changeTown(townId, 'input.post', 'endPost', input, async (desk) => ({
      post: await endPost(desk, ctx.signedIn, key, on),
    }));
  }
}
