import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { PairingContactType, PairingType } from './pairing.type.ts';
import { pairingsById } from './pairing-rows.ts';

@Resolver(() => PairingContactType)
export class PairingContactResolver {
  @FieldResolver(() => PairingType, { description: 'The pairing.' })
  async pairing(@Ctx() ctx: Context, @Root() { townId, pairingUuid }: PairingContactType): Promise<PairingType> {
    const pairing = await (await ctx.readTown(townId)).load(pairingsById, { townId, uuid: pairingUuid });
    if (!pairing) throw notFound();
    return pairing;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What was done; null without `@purpose`.' })
  done(@Ctx() ctx: Context, @Root() { townId, auditKey: subject, doneInFull }: PairingContactType): string | null {
    return personal(ctx, townId, { subject, field: 'PairingContact.done' }) ? doneInFull : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was withdrawn; null unless, and without `@purpose`.',
  })
  withdrawnBecause(
    @Ctx() ctx: Context,
    @Root() { townId, auditKey: subject, becauseInFull }: PairingContactType,
  ): string | null {
    if (becauseInFull === null) return null;
    return personal(ctx, townId, { subject, field: 'PairingContact.withdrawnBecause' }) ? becauseInFull : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: PairingContactType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}
