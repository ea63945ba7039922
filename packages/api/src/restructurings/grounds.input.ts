import { Field, InputType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';

/** What an input has whose change is kept in the town’s history of restructurings. */
@InputType()
export abstract class GroundsInput extends KeyedInput {
  @Field(() => String, { nullable: true, description: 'Why, at most 500 characters; kept in the town’s history.' })
  reason?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The number of the document 文号 that orders it, at most 60 characters.',
  })
  documentNumber?: string | null;
}
