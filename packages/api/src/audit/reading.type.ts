import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import type { Purpose } from './purpose.ts';
import { ReadingPurposeEnum } from './purpose.type.ts';

@ObjectType('Reading', {
  description:
    'A look 查阅 at personal data: one operation of an account in a town, or of an application, for an account or for itself. It says which fields and of how many, never what they held.',
})
export class ReadingType {
  townId: number;
  accountId: string;
  applicationId: string | null;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => DateTimeScalar, { description: 'The moment of the operation.' })
  readAt: Date;
  @Field(() => String, { nullable: true, description: 'The name that the client gave its operation.' })
  operation: string | null;
  @Field(() => ReadingPurposeEnum, {
    nullable: true,
    description: 'What for; null where none was named, so that the values were answered masked.',
  })
  purpose: Purpose | null;
  @Field(() => [String], { description: 'Which fields, such as `Resident.name`.' })
  fields: string[];
  @Field(() => Int, { description: 'Of how many persons and households.' })
  subjects: number;
}

export const ReadingConnectionType = connectionType(() => ReadingType, 'Reading');

@InputType('ReadingFilter', { description: 'Which readings to list; those that fit all that is given.' })
export class ReadingFilter {
  @Field(() => ID, { nullable: true, description: 'Only readings of this resident.' })
  resident?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only readings of this household, or of residents while in it.' })
  household?: string | null;
  @Field(() => String, { nullable: true, description: 'The same of the household of this number 户号 in the town.' })
  householdCode?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only readings by this account, by its id in the town.' })
  account?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The first day.' })
  from?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The last day.' })
  to?: string | null;
}
