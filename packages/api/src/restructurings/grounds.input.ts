import { Field, InputType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';

const documentNumber = 'The number of the document 文号 that orders it, at most 60 characters.';

/** What an input has that must say why. */
@InputType()
export abstract class ReasonedInput extends KeyedInput {
  @Field(() => String, { description: 'Why, 1 to 500 characters.' })
  reason: string;
  @Field(() => String, { nullable: true, description: documentNumber })
  documentNumber?: string | null;
}

/** What an input has whose change is kept in the town’s history of restructurings. */
@InputType()
export abstract class GroundsInput extends KeyedInput {
  @Field(() => String, { nullable: true, description: 'Why, at most 500 characters; kept in the town’s history.' })
  reason?: string | null;
  @Field(() => String, { nullable: true, description: documentNumber })
  documentNumber?: string | null;
}
