import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { loadOnce } from '../db/load-once.ts';
import { PersonType } from '../people/person.type.ts';
import { type Connection, PageArgs } from '../schema/connection.ts';
import { globalId, requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { changeInspectionSquad, disbandInspectionSquad, formInspectionSquad } from './keep-squads.ts';
import { listSquads } from './list-squads.ts';
import {
  ChangeInspectionSquadInput,
  DisbandInspectionSquadInput,
  FormInspectionSquadInput,
  InspectionSquadPayload,
} from './squad.input.ts';
import { InspectionSquadConnectionType, InspectionSquadType, InspectionSquadVersionType } from './squad.type.ts';
import { getSquad, getSquadIn, squadNear, squadVersionsOf } from './squad-rows.ts';

@ArgsType()
class InspectionSquadsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Whether to list those that are disbanded, alone.' })
  disbanded: boolean;
}

@Resolver(() => TownType)
export class TownInspectionSquadsResolver {
  @FieldResolver(() => InspectionSquadConnectionType, {
    nullable: true,
    description:
      'The town’s squads for inspections that are not disbanded, by name. Null where the viewer sees no inspections in the town.',
  })
  async inspectionSquads(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => InspectionSquadsArgs) args: InspectionSquadsArgs,
  ): Promise<Connection<InspectionSquadType> | null> {
    const desk = await ctx.readTownFor('inspection:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['inspectionSquads', args], () => listSquads(desk, args));
  }
}

@Resolver(() => InspectionSquadType)
export class InspectionSquadResolver {
  @Query(() => InspectionSquadType, {
    nullable: true,
    description: 'A squad for inspections by its id. NOT_FOUND where it is not open to the viewer.',
  })
  inspectionSquad(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the squad.' }) id: string,
  ): Promise<InspectionSquadType> {
    return getSquad(ctx, id);
  }

  @Mutation(() => InspectionSquadPayload, { description: 'Forms a squad for inspections 督查组, with its head.' })
  async formInspectionSquad(
    @Ctx() ctx: Context,
    @Input(() => FormInspectionSquadInput) input: FormInspectionSquadInput,
  ): Promise<InspectionSquadPayload> {
    const { townId } = await getTownFor(ctx, 'inspection:manage', input.town);
    return ctx.changeTown(townId, 'input.town', 'formInspectionSquad', input, async (desk) =>
      payloadOf(desk, await formInspectionSquad(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => InspectionSquadPayload, {
    description: 'Says what a squad is called and who is in it from a day on. Who was in it before stays to be read.',
  })
  changeInspectionSquad(
    @Ctx() ctx: Context,
    @Input(() => ChangeInspectionSquadInput) input: ChangeInspectionSquadInput,
  ): Promise<InspectionSquadPayload> {
    return change(ctx, 'changeInspectionSquad', input, (desk) => changeInspectionSquad(desk, ctx.signedIn, input));
  }

  @Mutation(() => InspectionSquadPayload, { description: 'Disbands a squad: it goes on no inspections any more.' })
  disbandInspectionSquad(
    @Ctx() ctx: Context,
    @Input(() => DisbandInspectionSquadInput) input: DisbandInspectionSquadInput,
  ): Promise<InspectionSquadPayload> {
    return change(ctx, 'disbandInspectionSquad', input, (desk) => disbandInspectionSquad(desk, ctx.signedIn, input));
  }

  @FieldResolver(() => String, { description: 'Its name today, or, outside its life, the last one.' })
  async name(@Ctx() ctx: Context, @Root() squad: InspectionSquadType): Promise<string> {
    return (await squadNear(await ctx.readTown(squad.townId), squad, ctx.today)).name;
  }

  @FieldResolver(() => PersonType, { description: 'Its head 组长 today, or, outside its life, the last one.' })
  async head(@Ctx() ctx: Context, @Root() squad: InspectionSquadType): Promise<PersonType> {
    return (await squadNear(await ctx.readTown(squad.townId), squad, ctx.today)).head;
  }

  @FieldResolver(() => [PersonType], {
    description: 'Who is in it today, the head as well, by name; or, outside its life, who was in it last.',
  })
  async members(@Ctx() ctx: Context, @Root() squad: InspectionSquadType): Promise<PersonType[]> {
    return (await squadNear(await ctx.readTown(squad.townId), squad, ctx.today)).members;
  }

  @FieldResolver(() => [InspectionSquadVersionType], {
    description: 'What it was called and who was in it over time, the first first.',
  })
  async versions(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: InspectionSquadType,
  ): Promise<InspectionSquadVersionType[]> {
    const versions = await (await ctx.readTown(townId)).load(squadVersionsOf, { townId, uuid });
    return versions.filter(({ validFrom, validTo }) => validFrom !== validTo);
  }

  @FieldResolver(() => [PermissionEnum], {
    description: 'What the viewer may do in the whole town, whose squad it is.',
  })
  viewerCan(@Ctx() ctx: Context, @Root() { townId }: InspectionSquadType): string[] {
    return permissionsAt(ctx.signedIn, { townId, units: [] }).map(permissionName);
  }
}

/** Runs a change of one squad and answers it as the change left it. */
function change(
  ctx: Context,
  operation: string,
  input: Keyed & { squad: string },
  work: (desk: Desk) => Promise<string>,
): Promise<InspectionSquadPayload> {
  const { townId } = requireId(input.squad, 'InspectionSquad', 'input.squad');
  return ctx.changeTown(townId, 'input.squad', operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, uuid: string): Promise<InspectionSquadPayload> {
  desk.forget();
  return { squad: await getSquadIn(desk, globalId('InspectionSquad', desk.town, uuid), 'input.squad') };
}
