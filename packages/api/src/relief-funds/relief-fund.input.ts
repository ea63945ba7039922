import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { MoneyScalar } from '../schema/money.ts';
import { RegisterCodeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { ReliefFundType, ReliefSourceEnum } from './relief-fund.type.ts';
import type { ReliefSource } from './relief-sources.ts';

@InputType('OpenReliefFundInput', { description: 'A fund of relief to open.' })
export class OpenReliefFundInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => Int, { description: 'The year whose fund it is, 2000 to 2100.' })
  year: number;
  @Field(() => String, { description: 'At most 60 characters, unique among the funds of the year.' })
  name: string;
  @Field(() => ReliefSourceEnum, { description: 'Where its money comes from.' })
  source: ReliefSource;
  @Field(() => MoneyScalar, { description: 'What there is.' })
  budget: number;
  @Field(() => String, {
    nullable: true,
    description: 'What is to be said of it, such as the number of a document, at most 200 characters.',
  })
  reason?: string | null;
}

@InputType('AdjustReliefFundInput', { description: 'By how much a fund becomes more or less.' })
export class AdjustReliefFundInput extends VersionedInput {
  @Field(() => ID, { description: 'The fund.' })
  fund: string;
  @Field(() => MoneyScalar, {
    description: 'By how much: less than nothing where it becomes less, which it cannot by more than is free of it.',
  })
  amount: number;
  @Field(() => String, { description: 'Why, at most 200 characters.' })
  reason: string;
}

@InputType('CloseReliefFundInput', { description: 'A fund of which nothing is granted any more, from today on.' })
export class CloseReliefFundInput extends VersionedInput {
  @Field(() => ID, { description: 'The fund.' })
  fund: string;
}

@ObjectType('ReliefFundPayload', { description: 'The fund as the change left it.' })
export class ReliefFundPayload {
  @Field(() => ReliefFundType, { description: 'The fund.' })
  fund: ReliefFundType;
}
