import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { RegisterCodeScalar } from '../schema/scalars.ts';

@ObjectType('ServiceNumber', {
  description:
    'A number 便民电话 that residents may need, such as of water, power or the committee. It stands on boards and convenience cards.',
})
export class ServiceNumberType {
  townId: number;
  uuid: string;
  unitUuid: string | null;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => String, { description: 'Whose it is.' })
  label: string;
  @Field(() => String, { description: 'The number, digits alone.' })
  telephone: string;
  @Field(() => Int, { description: 'Its position among those of its unit or town.' })
  position: number;
}

@InputType('AddServiceNumberInput', { description: 'A number that residents may need.' })
export class AddServiceNumberInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The unit with all under it for which it is; the whole town unless told.',
  })
  unit?: string | null;
  @Field(() => String, { description: 'Whose it is, at most 20 characters.' })
  label: string;
  @Field(() => String, { description: 'The number: 3 to 12 digits, such as 110, 962450 or one with its area code.' })
  telephone: string;
  @Field(() => Int, { nullable: true, description: 'Its position, 1 to 999; the last unless told.' })
  position?: number | null;
}

@InputType('EndServiceNumberInput', { description: 'A number that is not to be shown any more.' })
export class EndServiceNumberInput extends KeyedInput {
  @Field(() => ID, { description: 'The number.' })
  number: string;
}

@ObjectType('ServiceNumberPayload', { description: 'What a change of the numbers did.' })
export class ServiceNumberPayload {
  @Field(() => [ServiceNumberType], { description: 'Those of the same unit, or of the whole town, as they are now.' })
  numbers: ServiceNumberType[];
}
