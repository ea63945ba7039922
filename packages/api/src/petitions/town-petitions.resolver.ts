import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { permissionName } from '../access/permission.type.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { RequestType } from '../requests/request.type.ts';
import type { Connection } from '../schema/connection.ts';
import { TownType } from '../towns/town.type.ts';
import { listPetitions } from './list-petitions.ts';
import { PetitionConnectionType, PetitionTransitionType, PetitionType } from './petition.type.ts';
import { PetitionsArgs } from './petition-list.type.ts';
import { petitionOfRequests } from './petition-of-requests.ts';
import { reachesPetition } from './petition-reach.ts';
import { petitionsById } from './petition-rows.ts';
import { petitionTransitions } from './petition-states.ts';

@Resolver(() => TownType)
export class TownPetitionsResolver {
  @Query(() => [PetitionTransitionType], {
    description: 'What may become of a petition: every step, from which states to which, and with which permission.',
  })
  petitionTransitions(): PetitionTransitionType[] {
    return petitionTransitions.map(({ step, from, to, permission }) => ({
      step,
      from: [...from],
      to,
      permission: permissionName(permission),
    }));
  }

  @FieldResolver(() => PetitionConnectionType, {
    nullable: true,
    description: 'The town’s petitions that the viewer may see. Null where the viewer sees no petitions in the town.',
  })
  async petitions(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => PetitionsArgs) args: PetitionsArgs,
  ): Promise<Connection<PetitionType> | null> {
    const desk = await ctx.readTownFor('petition:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['petitions', args], () => listPetitions(desk, ctx.signedIn, args));
  }
}

@Resolver(() => RequestType)
export class RequestPetitionResolver {
  @FieldResolver(() => PetitionType, {
    nullable: true,
    description: 'The petition out of which it was raised; null where there is none, or none that the viewer may see.',
  })
  async petition(@Ctx() ctx: Context, @Root() { townId, uuid, source }: RequestType): Promise<PetitionType | null> {
    const desk = source === 'PETITION' ? await ctx.readTownFor('petition:read', townId) : undefined;
    const own = await desk?.load(petitionOfRequests, { townId, uuid });
    const petition = own && (await desk?.load(petitionsById, { townId, uuid: own }));
    if (!desk || !petition) return null;
    return (await reachesPetition(desk, ctx.signedIn, 'petition:read', petition)) ? petition : null;
  }
}
