import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';

@ObjectType('Overlay', {
  implements: NodeType,
  description:
    'An overlay 叠加分区: a partition of the town’s households beside the geographic one, such as native place 籍贯 or building groups 楼组, with blocks of its own. It never counts a household twice.',
})
export class OverlayType extends NodeType {
  typename: 'Overlay';
  townId: number;
  uuid: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => DateScalar, { description: 'The first day of its life.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after its life; null while no end is known.' })
  validTo: string | null;
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}

@InputType('OpenOverlayInput', { description: 'An overlay to open.' })
export class OpenOverlayInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: 'Its name, at most 60 characters; one of its name at a time.' })
  name: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day of its life; today unless told.' })
  from?: string | null;
}

@InputType('RenameOverlayInput', { description: 'Another name for an overlay, also for its past.' })
export class RenameOverlayInput extends VersionedInput {
  @Field(() => ID, { description: 'The overlay.' })
  overlay: string;
  @Field(() => String, { description: 'Its new name, at most 60 characters.' })
  name: string;
}

@InputType('CloseOverlayInput', { description: 'An overlay to close.' })
export class CloseOverlayInput extends KeyedInput {
  @Field(() => ID, { description: 'The overlay. No block of it may last.' })
  overlay: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
}

@ObjectType('OverlayPayload', { description: 'The overlay as the change left it.' })
export class OverlayPayload {
  @Field(() => OverlayType, { description: 'The overlay.' })
  overlay: OverlayType;
}
