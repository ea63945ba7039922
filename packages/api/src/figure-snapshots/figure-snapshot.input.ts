import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import type { ClosedLength } from './closed-lengths.ts';
import { ClosedLengthEnum } from './figure-snapshot.type.ts';

@InputType('ClosePeriodInput', { description: 'A period of a town to close.' })
export class ClosePeriodInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town.' })
  town: string;
  @Field(() => ClosedLengthEnum, { description: 'How long the period is.' })
  length: ClosedLength;
  @Field(() => DateScalar, { description: 'Any day of the period, which is over.' })
  day: string;
}

@InputType('ReopenPeriodInput', { description: 'A closed period to open again.' })
export class ReopenPeriodInput extends KeyedInput {
  @Field(() => ID, { description: 'The snapshot that the closing made.' })
  snapshot: string;
  @Field(() => String, { description: 'Why, at most 200 characters. Nobody’s name.' })
  because: string;
}

@ArgsType()
export class SnapshotsArgs extends PageArgs {
  @Field(() => ClosedLengthEnum, { nullable: true, description: 'Of periods of this length; of all unless told.' })
  length?: ClosedLength | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Those that stand, or those whose period was opened again; both unless told.',
  })
  stands?: boolean | null;
}

@ArgsType()
export class SnapshotFigureArgs {
  @Field(() => String, { description: 'The code of the indicator.' })
  indicator: string;
  @Field(() => ID, { nullable: true, description: 'The unit; the whole town unless told.' })
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'The kind of organisations; all unless told.' })
  organizationKind?: string | null;
}

@ArgsType()
export class SnapshotFiguresArgs extends PageArgs {
  @Field(() => [String], { nullable: true, description: 'Of these indicators, by their codes; of all unless told.' })
  indicator?: string[] | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Of the units and the kinds of organisations as well, and not of the whole town alone.',
  })
  everywhere: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Those of which the records give another number today, or those of which they do not; both unless told.',
  })
  changed?: boolean | null;
}
