import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PersonalField } from '../access/personal-fields.ts';
import { accountName } from '../accounts/account-name.ts';
import { masked } from '../audit/mask.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { ExternalPartyType } from '../handling/handling.type.ts';
import { householdSeen } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { PersonType } from '../people/person.type.ts';
import { partyNamed, personNamed } from '../requests/named.ts';
import { dayOf } from '../today.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { partiesOf, petitionersOf } from './petition-parts.ts';
import {
  PetitionEventType,
  PetitionerType,
  PetitionGroupMemberType,
  PetitionMeetingType,
  PetitionPartyType,
} from './petition-parts.type.ts';

@Resolver(() => PetitionerType)
export class PetitionerResolver {
  @FieldResolver(() => String, { description: 'Their name; without `@purpose` its beginning, such as 张**.' })
  name(@Ctx() ctx: Context, @Root() petitioner: PetitionerType): string {
    return shownOf(ctx, petitioner, 'Petitioner.name', petitioner.nameInFull) ?? '';
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Their telephone number; without `@purpose` without its middle. Null where none is known.',
  })
  telephone(@Ctx() ctx: Context, @Root() petitioner: PetitionerType): string | null {
    return shownOf(ctx, petitioner, 'Petitioner.telephone', petitioner.telephoneInFull);
  }

  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description: 'The household that they belong to, as far as it is known and within the viewer’s reach today.',
  })
  household(@Ctx() ctx: Context, @Root() { townId, householdUuid }: PetitionerType): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }
}

/** A personal value of a petitioner, noted as read of everybody whom it is about. */
function shownOf(
  ctx: Context,
  { townId, subjects }: PetitionerType,
  field: PersonalField,
  value: string | null,
): string | null {
  const inFull = subjects.map((subject) => personal(ctx, townId, { subject, field }));
  return inFull.every(Boolean) ? value : masked(field, value);
}

@Resolver(() => PetitionPartyType)
export class PetitionPartyResolver {
  @FieldResolver(() => String, { description: 'Its name.' })
  async name(@Ctx() ctx: Context, @Root() { townId, ownName, partyUuid }: PetitionPartyType): Promise<string> {
    return ownName ?? (await partyNamed(ctx, townId, partyUuid))?.name ?? '';
  }

  @FieldResolver(() => ExternalPartyType, {
    nullable: true,
    description: 'The party outside on the town’s list; null for another organisation.',
  })
  party(@Ctx() ctx: Context, @Root() { townId, partyUuid }: PetitionPartyType): Promise<ExternalPartyType | null> {
    return partyNamed(ctx, townId, partyUuid);
  }
}

@Resolver(() => PetitionGroupMemberType)
export class PetitionGroupMemberResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: 'The person.' })
  person(@Ctx() ctx: Context, @Root() { townId, personUuid }: PetitionGroupMemberType): Promise<PersonType | null> {
    return personNamed(ctx, townId, personUuid);
  }
}

@Resolver(() => PetitionMeetingType)
export class PetitionMeetingResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was agreed; null where nothing was, and without `@purpose`.',
  })
  agreed(@Ctx() ctx: Context, @Root() { townId, subject, agreedInFull }: PetitionMeetingType): string | null {
    if (agreedInFull === null) return null;
    return personal(ctx, townId, { subject, field: 'PetitionMeeting.agreed' }) ? agreedInFull : null;
  }

  @FieldResolver(() => [PersonType], { description: 'Who of the town took part.' })
  async people(@Ctx() ctx: Context, @Root() { townId, personUuids }: PetitionMeetingType): Promise<PersonType[]> {
    const people = await Promise.all(personUuids.map((uuid) => personNamed(ctx, townId, uuid)));
    return people.flatMap((person) => person ?? []);
  }

  @FieldResolver(() => [PetitionerType], { description: 'Which petitioners took part.' })
  async petitioners(@Ctx() ctx: Context, @Root() meeting: PetitionMeetingType): Promise<PetitionerType[]> {
    const { townId, petitionUuid, petitionerUuids } = meeting;
    const all = await (await ctx.readTown(townId)).load(petitionersOf, { townId, uuid: petitionUuid });
    return all.filter(({ uuid }) => petitionerUuids.includes(uuid));
  }

  @FieldResolver(() => [PetitionPartyType], { description: 'Which parties took part.' })
  async parties(@Ctx() ctx: Context, @Root() meeting: PetitionMeetingType): Promise<PetitionPartyType[]> {
    const { townId, petitionUuid, partyUuids } = meeting;
    const all = await (await ctx.readTown(townId)).load(partiesOf, { townId, uuid: petitionUuid });
    return all.filter(({ uuid }) => partyUuids.includes(uuid));
  }
}

@Resolver(() => PetitionEventType)
export class PetitionEventResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who took the step, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: PetitionEventType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What was written with it: a reason, the answer, what is to be said of the end; null without `@purpose`.',
  })
  text(@Ctx() ctx: Context, @Root() { townId, subject, textInFull }: PetitionEventType): string | null {
    if (textInFull === null) return null;
    return personal(ctx, townId, { subject, field: 'PetitionEvent.text' }) ? textInFull : null;
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit that dealt with it after the step, as it was on the day of recording; null for the town.',
  })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid, recordedAt }: PetitionEventType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid, dayOf(recordedAt));
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit accused after the step, as it was on the day of recording; null where none of the tree was.',
  })
  accused(
    @Ctx() ctx: Context,
    @Root() { townId, accusedUuid, recordedAt }: PetitionEventType,
  ): Promise<UnitType | null> {
    return unitNamed(ctx, townId, accusedUuid, dayOf(recordedAt));
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who dealt with it after the step.' })
  holder(@Ctx() ctx: Context, @Root() { townId, holderUuid }: PetitionEventType): Promise<PersonType | null> {
    return personNamed(ctx, townId, holderUuid);
  }
}
