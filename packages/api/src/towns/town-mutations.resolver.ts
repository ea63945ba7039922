import { Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Input, KeyedInput } from '../schema/keyed.input.ts';
import { RegisterCodeScalar } from '../schema/scalars.ts';
import { setAllowedParents } from './allowed-parents.ts';
import { getTownFor } from './find-town.ts';
import { TownType, UnitKindEnum } from './town.type.ts';
import type { UnitKind } from './unit-kind.ts';

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
