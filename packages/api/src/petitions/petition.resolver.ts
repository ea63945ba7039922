import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { RequestSubjectType } from '../handling/handling.type.ts';
import { PersonType } from '../people/person.type.ts';
import { requestSeen } from '../requests/find-request.ts';
import { personNamed, subjectNamed } from '../requests/named.ts';
import { RequestType } from '../requests/request.type.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { PetitionStepEnum, PetitionType } from './petition.type.ts';
import { meetingsOf } from './petition-meetings.ts';
import {
  groupsOf,
  mattersOf,
  partiesOf,
  petitionEventsOf,
  petitionersOf,
  requestsOfPetitions,
} from './petition-parts.ts';
import {
  PetitionEventType,
  PetitionerType,
  PetitionGroupMemberType,
  PetitionMeetingType,
  PetitionPartyType,
} from './petition-parts.type.ts';
import { getPetition, petitionActions } from './petition-reach.ts';

@Resolver(() => PetitionType)
export class PetitionResolver {
  @Query(() => PetitionType, {
    nullable: true,
    description: 'A petition by its id. NOT_FOUND where it is not open to the viewer.',
  })
  petition(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the petition.' }) id: string,
  ): Promise<PetitionType> {
    return getPetition(ctx, id);
  }

  @FieldResolver(() => TownType, { description: 'The town to which it was brought.' })
  async town(@Ctx() ctx: Context, @Root() { townId }: PetitionType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What it asks for and why; null without `@purpose`.' })
  async matter(@Ctx() ctx: Context, @Root() { townId, uuid, auditKey }: PetitionType): Promise<string | null> {
    if (!personal(ctx, townId, { subject: auditKey, field: 'Petition.matter' })) return null;
    return (await (await ctx.readTown(townId)).load(mattersOf, { townId, uuid })) ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The answer 答复意见; null until there is one, and without `@purpose`.',
  })
  async answer(@Ctx() ctx: Context, @Root() { townId, uuid }: PetitionType): Promise<string | null> {
    const events = await (await ctx.readTown(townId)).load(petitionEventsOf, { townId, uuid });
    const answered = events.findLast(({ step }) => step === 'ANSWER');
    if (!answered || !personal(ctx, townId, { subject: answered.subject, field: 'Petition.answer' })) return null;
    return answered.textInFull;
  }

  @FieldResolver(() => RequestSubjectType, { description: 'What it is about.' })
  subject(@Ctx() ctx: Context, @Root() { townId, subjectUuid }: PetitionType): Promise<RequestSubjectType> {
    return subjectNamed(ctx, townId, subjectUuid);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit that deals with it, as it is today, or was last; null for the town itself.',
  })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: PetitionType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description:
      'The unit accused 被检举单位, as it is today, or was last: neither it nor a unit under it deals with the petition, and none of their people sees it. Null where none of the tree is.',
  })
  accused(@Ctx() ctx: Context, @Root() { townId, accusedUuid }: PetitionType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, accusedUuid);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who deals with it; null where nobody does yet.' })
  holder(@Ctx() ctx: Context, @Root() { townId, holderUuid }: PetitionType): Promise<PersonType | null> {
    return personNamed(ctx, townId, holderUuid);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: PetitionType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is overdue 逾期: `dueOn` is over today.' })
  overdue(@Ctx() ctx: Context, @Root() { dueOn }: PetitionType): boolean {
    return dueOn !== null && dueOn < ctx.today;
  }

  @FieldResolver(() => [PetitionerType], { description: 'Who petitions, those first who speak for all.' })
  async petitioners(@Ctx() ctx: Context, @Root() { townId, uuid }: PetitionType): Promise<PetitionerType[]> {
    return (await ctx.readTown(townId)).load(petitionersOf, { townId, uuid });
  }

  @FieldResolver(() => [PetitionPartyType], { description: 'Whom it is about.' })
  async parties(@Ctx() ctx: Context, @Root() { townId, uuid }: PetitionType): Promise<PetitionPartyType[]> {
    return (await ctx.readTown(townId)).load(partiesOf, { townId, uuid });
  }

  @FieldResolver(() => [PetitionGroupMemberType], { description: 'Its emergency group 应急小组, who leads it first.' })
  async group(@Ctx() ctx: Context, @Root() { townId, uuid }: PetitionType): Promise<PetitionGroupMemberType[]> {
    return (await ctx.readTown(townId)).load(groupsOf, { townId, uuid });
  }

  @FieldResolver(() => [PetitionMeetingType], { description: 'The meetings about it, the first one first.' })
  async meetings(@Ctx() ctx: Context, @Root() { townId, uuid }: PetitionType): Promise<PetitionMeetingType[]> {
    return (await ctx.readTown(townId)).load(meetingsOf, { townId, uuid });
  }

  @FieldResolver(() => [RequestType], {
    description: 'The requests to which it led, the first one first, as far as the viewer may see them.',
  })
  async requests(@Ctx() ctx: Context, @Root() { townId, uuid }: PetitionType): Promise<RequestType[]> {
    const raised = await (await ctx.readTown(townId)).load(requestsOfPetitions, { townId, uuid });
    const seen = await Promise.all(raised.map((request) => requestSeen(ctx, townId, request)));
    return seen.filter((request) => request !== null);
  }

  @FieldResolver(() => [PetitionEventType], { description: 'Its steps, the first one first.' })
  async events(@Ctx() ctx: Context, @Root() { townId, uuid }: PetitionType): Promise<PetitionEventType[]> {
    return (await ctx.readTown(townId)).load(petitionEventsOf, { townId, uuid });
  }

  @FieldResolver(() => [PetitionStepEnum], { description: 'The steps that the viewer may take with it now.' })
  async actions(@Ctx() ctx: Context, @Root() petition: PetitionType): Promise<string[]> {
    return petitionActions(await ctx.readTown(petition.townId), ctx.signedIn, petition);
  }
}
