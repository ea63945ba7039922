import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../schema/scalars.ts';

/** A secret that was shown once. */
@ObjectType()
export abstract class KeptSecretType {
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => String, { description: 'Its last four characters.' })
  hint: string;
  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt: Date;
}
