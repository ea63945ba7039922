import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import { shown } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { householdSeen } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { PersonType } from '../people/person.type.ts';
import { personNamed } from '../requests/named.ts';
import { type CallAccount, CallEventType } from './call.type.ts';

@Resolver(() => CallEventType)
export class CallEventResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: CallEventType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who had answered the call, as it was known then.' })
  answeredBy(@Ctx() ctx: Context, @Root() { townId, answeredByUuid }: CallEventType): Promise<PersonType | null> {
    return personNamed(ctx, townId, answeredByUuid);
  }

  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description: 'The household that had called, as it was known then and is within the viewer’s reach today.',
  })
  household(@Ctx() ctx: Context, @Root() { townId, householdUuid }: CallEventType): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The caller’s name, as it was known then; without `@purpose` its beginning.',
  })
  callerName(@Ctx() ctx: Context, @Root() event: CallEventType): string | null {
    return shownOf(ctx, event, 'callerName');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Their number, as it was known then; without `@purpose` without its middle.',
  })
  telephone(@Ctx() ctx: Context, @Root() event: CallEventType): string | null {
    return shownOf(ctx, event, 'telephone');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was written of what they wanted; null without `@purpose`.',
  })
  matter(@Ctx() ctx: Context, @Root() event: CallEventType): string | null {
    return shownOf(ctx, event, 'matter');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was written of what they were told; null without `@purpose`.',
  })
  answer(@Ctx() ctx: Context, @Root() event: CallEventType): string | null {
    return shownOf(ctx, event, 'answer');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was written with the step: why, or what came out of a follow-up; null without `@purpose`.',
  })
  text(@Ctx() ctx: Context, @Root() { townId, subject, textInFull }: CallEventType): string | null {
    if (textInFull === null) return null;
    return shown(ctx, townId, { subject, field: 'CallEvent.text' }, textInFull);
  }
}

/** A personal value as it was known after a step, in full or as it is shown without a purpose. */
function shownOf(ctx: Context, { townId, subject, inFull }: CallEventType, name: keyof CallAccount): string | null {
  return shown(ctx, townId, { subject, field: `CallEvent.${name}` }, inFull[name]);
}
