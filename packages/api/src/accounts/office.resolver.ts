import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { change } from '../db/change.ts';
import { Input } from '../schema/keyed.input.ts';
import { districtsByCode } from '../towns/read-towns.ts';
import { DistrictType } from '../towns/town.type.ts';
import {
  EndOfficeInput,
  EndOfficePayload,
  OfficeType,
  ResetOfficePasswordInput,
  ResetOfficePasswordPayload,
} from './office.type.ts';
import { endOffice, readOffices, resetOfficePassword } from './offices.ts';

@Resolver(() => OfficeType)
export class OfficeResolver {
  @Query(() => [OfficeType], {
    description: 'The offices above the towns that are held today: platform operators first, then by district.',
  })
  async offices(@Ctx() ctx: Context): Promise<OfficeType[]> {
    // Only operators hold office:open, and they read the register at the platform's desk.
    return readOffices(await ctx.readRegister(), ctx.today);
  }

  @FieldResolver(() => DistrictType, { nullable: true, description: 'The district; null for a platform operator.' })
  async district(@Ctx() ctx: Context, @Root() { districtCode }: OfficeType): Promise<DistrictType | null> {
    if (districtCode === null) return null;
    return (await (await ctx.readRegister()).load(districtsByCode, districtCode)) ?? null;
  }

  @Mutation(() => EndOfficePayload, {
    description: 'Ends an office and all sessions of its account. The last platform operator stays.',
  })
  endOffice(@Ctx() ctx: Context, @Input(() => EndOfficeInput) input: EndOfficeInput): Promise<EndOfficePayload> {
    return change(ctx, { role: 'app_platform' }, 'endOffice', input, async (desk) => ({
      office: await endOffice(desk, input.office, ctx.today),
    }));
  }

  @Mutation(() => ResetOfficePasswordPayload, {
    description: 'Gives the account of an office a new password and ends all its sessions.',
  })
  resetOfficePassword(
    @Ctx() ctx: Context,
    @Input(() => ResetOfficePasswordInput) input: ResetOfficePasswordInput,
  ): Promise<ResetOfficePasswordPayload> {
    return change<ResetOfficePasswordPayload>(
      ctx,
      { role: 'app_platform' },
      'resetOfficePassword',
      input,
      (desk) => resetOfficePassword(desk, input.office),
      { secret: 'password' },
    );
  }
}
