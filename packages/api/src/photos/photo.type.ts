import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateTimeScalar, RegisterCodeScalar } from '../schema/scalars.ts';

@ObjectType('Photo', {
  description:
    'A photograph 照片 of a place, or of somebody who agreed to be shown on boards; never of people’s documents.',
})
export class PhotoType {
  townId: number;
  uuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => Int, { description: 'Its width in pixels.' })
  width: number;
  @Field(() => Int, { description: 'Its height in pixels.' })
  height: number;
  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  addedAt: Date;
}

@InputType('AddPhotoInput', { description: 'A photograph to add.' })
export class AddPhotoInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, {
    nullable: true,
    description:
      'A UUID that the client gave it, also without a network. However often it is sent again, it is added once.',
  })
  clientId?: string | null;
  @Field(() => String, {
    description:
      'The photograph as a JPEG of at most 400 kB, 12,000 points a side and 50 million in all, in base64. Place, time and device, which cameras write into it, are taken out, as is all else that is not the picture.',
  })
  content: string;
}

@ObjectType('AddPhotoPayload', { description: 'What `addPhoto` did.' })
export class AddPhotoPayload {
  @Field(() => PhotoType, { description: 'The photograph; give its id to what it shows.' })
  photo: PhotoType;
}
