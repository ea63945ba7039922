import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import { maskName } from '../audit/mask.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { householdSeen } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { MediationEventType, MediationPartyType, MediationTalkType } from './mediation.type.ts';
import { allPartiesOf } from './mediation-parts.ts';

@Resolver(() => MediationPartyType)
export class MediationPartyResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The name of the resident or of somebody else, without `@purpose` its beginning; null for a household.',
  })
  name(@Ctx() ctx: Context, @Root() { townId, subject, nameInFull }: MediationPartyType): string | null {
    if (nameInFull === null) return null;
    return personal(ctx, townId, { subject, field: 'MediationParty.name' }) ? nameInFull : maskName(nameInFull);
  }

  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description: 'The household; null for a person, and where it is out of the viewer’s reach.',
  })
  household(@Ctx() ctx: Context, @Root() { townId, householdUuid }: MediationPartyType): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }
}

@Resolver(() => MediationTalkType)
export class MediationTalkResolver {
  @FieldResolver(() => String, { nullable: true, description: 'What was said; null without `@purpose`.' })
  said(@Ctx() ctx: Context, @Root() { townId, subject, saidInFull }: MediationTalkType): string | null {
    return personal(ctx, townId, { subject, field: 'MediationTalk.said' }) ? saidInFull : null;
  }

  @FieldResolver(() => [MediationPartyType], { description: 'The parties that took part.' })
  async parties(@Ctx() ctx: Context, @Root() talk: MediationTalkType): Promise<MediationPartyType[]> {
    const { townId, mediationUuid, partyUuids } = talk;
    const all = await (await ctx.readTown(townId)).load(allPartiesOf, { townId, uuid: mediationUuid });
    return all.filter(({ uuid }) => partyUuids.includes(uuid));
  }
}

@Resolver(() => MediationEventType)
export class MediationEventResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who took the step, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: MediationEventType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => [MediationPartyType], {
    description: 'The parties that came in with it, or left with it; none for other steps.',
  })
  async parties(@Ctx() ctx: Context, @Root() event: MediationEventType): Promise<MediationPartyType[]> {
    const { townId, mediationUuid, seq } = event;
    const all = await (await ctx.readTown(townId)).load(allPartiesOf, { townId, uuid: mediationUuid });
    return all.filter(({ joinedSeq, leftSeq }) => joinedSeq === seq || leftSeq === seq);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was written with it: the agreement, a reason, what was found; null without `@purpose`.',
  })
  text(@Ctx() ctx: Context, @Root() { townId, subject, textInFull }: MediationEventType): string | null {
    if (textInFull === null) return null;
    return personal(ctx, townId, { subject, field: 'MediationEvent.text' }) ? textInFull : null;
  }
}
