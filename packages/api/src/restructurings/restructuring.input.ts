import { Field, ID, InputType } from 'type-graphql';
import { ReasonedInput } from './grounds.input.ts';

@InputType('UndoRestructuringInput', { description: 'A restructuring to undo.' })
export class UndoRestructuringInput extends ReasonedInput {
  @Field(() => ID, { description: 'The restructuring. Nothing later may depend on it.' })
  restructuring: string;
}
