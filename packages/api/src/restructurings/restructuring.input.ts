import { Field, ID, InputType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';

@InputType('UndoRestructuringInput', { description: 'A restructuring to undo.' })
export class UndoRestructuringInput extends KeyedInput {
  @Field(() => ID, { description: 'The restructuring. Nothing later may depend on it.' })
  restructuring: string;
  @Field(() => String, { description: 'Why, 1 to 500 characters.' })
  reason: string;
  @Field(() => String, {
    nullable: true,
    description: 'The number of the document 文号 that orders it, at most 60 characters.',
  })
  documentNumber?: string | null;
}
