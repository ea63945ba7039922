import { Field, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';

@ObjectType('WorkingDayException', {
  description: 'A day that is worked though the week has it free, or free 放假 though the week has it worked 调休.',
})
export class WorkingDayExceptionType {
  @Field(() => DateScalar, { description: 'The day.' })
  day: string;
  @Field(() => Boolean, { description: 'Whether it is a working day.' })
  working: boolean;
  @Field(() => String, { description: 'Why, such as 春节.' })
  name: string;
  @Field(() => String, {
    nullable: true,
    description: 'The number of the State Council’s notice; null for a day that the town itself has settled.',
  })
  source: string | null;
}

@InputType('SettleWorkingDayInput', { description: 'A day that a town works, or does not.' })
export class SettleWorkingDayInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => DateScalar, { description: 'The day.' })
  day: string;
  @Field(() => Boolean, { description: 'Whether the town works on it.' })
  working: boolean;
  @Field(() => String, { description: 'Why, at most 60 characters.' })
  name: string;
}

@InputType('LeaveWorkingDayInput', { description: 'A day to leave to the State’s notices and the week again.' })
export class LeaveWorkingDayInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => DateScalar, { description: 'The day.' })
  day: string;
}

@ObjectType('WorkingDayPayload', { description: 'The town whose calendar was changed.' })
export class WorkingDayPayload {
  @Field(() => TownType, { description: 'The town.' })
  town: TownType;
}
