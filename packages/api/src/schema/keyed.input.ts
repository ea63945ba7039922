import { Arg, type ClassType, Field, InputType } from 'type-graphql';

/** The field that every mutation's input has, for one that is built on something else than `KeyedInput`. */
export function IdempotencyKey() {
  return Field(() => String, {
    nullable: true,
    description:
      'A key of the caller’s own, 1 to 255 visible ASCII characters. The same key with the same input changes nothing twice and answers as the first time, for 24 hours; of what has gone out of the viewer’s reach by then the id alone. With another input it is refused.',
  });
}

/** What every mutation's input has. */
@InputType()
export abstract class KeyedInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;
}

/** The one argument of a mutation. */
export function Input(type: () => ClassType<KeyedInput>) {
  return Arg('input', type, { description: 'What to change.' });
}
