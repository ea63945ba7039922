import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { holdsIn } from '../access/reach.ts';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { ExternalPartyType, RequestSubjectType } from '../handling/handling.type.ts';
import { PersonType } from '../people/person.type.ts';
import { dayOf } from '../today.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { partyNamed, personNamed, subjectNamed } from './named.ts';
import { RequestEventType } from './request.type.ts';
import { shownText } from './texts.ts';

@Resolver(() => RequestEventType)
export class RequestEventResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who took the step, as the town knows them; null for a viewer who sees nobody in the town.',
  })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: RequestEventType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What was written with it: why it went up or down, what a party answered, what the evidence says, what came of it. Where the request is a household’s, null without `@purpose`.',
  })
  text(@Ctx() ctx: Context, @Root() { townId, written }: RequestEventType): string | null {
    return shownText(ctx, townId, 'RequestEvent.text', written);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit that had charge after it, as it was on the day of recording; null for the town itself.',
  })
  unit(@Ctx() ctx: Context, @Root() event: RequestEventType): Promise<UnitType | null> {
    const { townId, unitUuid, recordedAt } = event;
    return unitNamed(ctx, townId, unitUuid, dayOf(recordedAt));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many photographs or households the step added; of households null for a viewer who sees none in the town.',
  })
  added(@Ctx() ctx: Context, @Root() { townId, step, added }: RequestEventType): number | null {
    return step !== 'ADD_HOUSEHOLDS' || holdsIn(ctx.signedIn, 'household:read', townId) ? added : null;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who held it after it.' })
  holder(@Ctx() ctx: Context, @Root() { townId, holderUuid }: RequestEventType): Promise<PersonType | null> {
    return personNamed(ctx, townId, holderUuid);
  }

  @FieldResolver(() => RequestSubjectType, { description: 'What it was about after it.' })
  subject(@Ctx() ctx: Context, @Root() { townId, subjectUuid }: RequestEventType): Promise<RequestSubjectType> {
    return subjectNamed(ctx, townId, subjectUuid);
  }

  @FieldResolver(() => ExternalPartyType, {
    nullable: true,
    description: 'The party outside to which it was, or at that level had last been, referred.',
  })
  party(@Ctx() ctx: Context, @Root() { townId, partyUuid }: RequestEventType): Promise<ExternalPartyType | null> {
    return partyNamed(ctx, townId, partyUuid);
  }
}
