import { Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { reachesTown } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { forbidden, notFound } from '../errors.ts';
import { Input, KeyedInput } from '../schema/keyed.input.ts';
import { RegisterCodeScalar } from '../schema/scalars.ts';
import { getTown } from '../towns/find-town.ts';
import { readTowns } from '../towns/read-towns.ts';
import { TownType } from '../towns/town.type.ts';
import { setUpTown } from './set-up-town.ts';

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

@Resolver()
export class SetUpMutations {
  @Mutation(() => SetUpTownPayload, {
    description:
      'Makes a town of the register a tenant, with its villages and committees in its tree. Takes effect at once.',
  })
  async setUpTown(@Ctx() ctx: Context, @Input(() => SetUpTownInput) input: SetUpTownInput): Promise<SetUpTownPayload> {
    const { townId } = await getTown(ctx, input.code, ctx.today, 'input.code');
    if (!reachesTown(ctx.signedIn, 'town:set-up', townId)) throw forbidden(['town:set-up']);
    return ctx.changeTown(townId, 'input.code', 'setUpTown', input, async (desk) => {
      await setUpTown(desk, ctx.today);
      const [town] = await readTowns(desk, { ids: [townId] }, ctx.today);
      if (!town) throw notFound('input.code');
      return { town };
    });
  }
}
