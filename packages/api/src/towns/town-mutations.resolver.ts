import { Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { reachesTown } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { notFound, Refusal } from '../errors.ts';
import { Input, KeyedInput } from '../schema/keyed.input.ts';
import { RegisterCodeScalar } from '../schema/scalars.ts';
import { setAllowedParents } from './allowed-parents.ts';
import { getTown, getTownFor } from './find-town.ts';
import { readTowns } from './read-towns.ts';
import { setUpTown } from './set-up-town.ts';
import { TownType, UnitKindEnum } from './town.type.ts';
import type { UnitKind } from './unit-kind.ts';

@InputType('SetUpTownInput', { description: 'A town of the register to set up.' })
class SetUpTownInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'Its code in the register, 9 digits.' })
  code: string;
}
@ObjectType('SetUpTownPayload', { description: 'What `setUpTown` did.' })
class SetUpTownPayload {
  @Field(() => TownType, { description: 'The town, now a tenant.' })
  town: TownType;
}

@InputType('SetAllowedParentsInput', { description: 'Under what a kind of unit may stand.' })
class SetAllowedParentsInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => UnitKindEnum, { description: 'The kind that stands below.' })
  kind: UnitKind;
  @Field(() => [UnitKindEnum], { description: 'All kinds it may stand under; TOWN means directly under the town.' })
  parents: UnitKind[];
}
@ObjectType('SetAllowedParentsPayload', { description: 'What `setAllowedParents` did.' })
class SetAllowedParentsPayload {
  @Field(() => TownType, { description: 'The town with its settings.' })
  town: TownType;
}

@Resolver()
export class TownMutations {
  @Mutation(() => SetUpTownPayload, {
    description:
      'Makes a town of the register a tenant, with its villages and committees in its tree. Takes effect at once.',
  })
  async setUpTown(@Ctx() ctx: Context, @Input(() => SetUpTownInput) input: SetUpTownInput): Promise<SetUpTownPayload> {
    const { townId } = await getTown(ctx, input.code, ctx.today, 'input.code');
    if (!reachesTown(ctx.signedIn, 'town:set-up', townId)) throw new Refusal('FORBIDDEN', 'forbidden');
    return ctx.changeTown(townId, 'input.code', 'setUpTown', input, async (desk) => {
      await setUpTown(desk, ctx.today);
      const [town] = await readTowns(desk, { ids: [townId] }, ctx.today);
      if (!town) throw notFound('input.code');
      return { town };
    });
  }

  @Mutation(() => SetAllowedParentsPayload, {
    description:
      'Settles under which kinds a kind of unit may stand in a town. Units that stand elsewhere already stay.',
  })
  async setAllowedParents(
    @Ctx() ctx: Context,
    @Input(() => SetAllowedParentsInput) input: SetAllowedParentsInput,
  ): Promise<SetAllowedParentsPayload> {
    const town = await getTownFor(ctx, 'town:configure', input.town);
    return ctx.changeTown(town.townId, 'input.town', 'setAllowedParents', input, async (desk) => {
      await setAllowedParents(desk, input.kind, input.parents);
      return { town };
    });
  }
}
