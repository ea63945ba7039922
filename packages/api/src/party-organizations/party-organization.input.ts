import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import type { PartyOrganizationForm, PartyOrganizationKind } from './party-organization.entity.ts';
import {
  PartyOrganizationFormEnum,
  PartyOrganizationKindEnum,
  PartyOrganizationType,
} from './party-organization.type.ts';

const from = 'The first day; today unless told.';
const reason = 'Why, at most 200 characters. Nobody’s name.';

@InputType('PartySeatInput', {
  description: 'Where a Party organisation sits: in one of these, or, with none of them, in the town itself.',
})
export class PartySeatInput {
  @Field(() => ID, { nullable: true, description: 'A unit, no block of an overlay.' })
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'An organisation.' })
  organization?: string | null;
  @Field(() => ID, { nullable: true, description: 'An industry of the town’s list.' })
  industry?: string | null;
}

@InputType('FoundPartyOrganizationInput', { description: 'A Party organisation to found.' })
export class FoundPartyOrganizationInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The code of the town.' })
  town: string;
  @Field(() => String, {
    description: 'Its name, at most 60 characters; no other Party organisation of the town has it at the time.',
  })
  name: string;
  @Field(() => PartyOrganizationKindEnum, { description: 'Its kind.' })
  kind: PartyOrganizationKind;
  @Field(() => PartyOrganizationFormEnum, { description: 'Of whom it is made up.' })
  form: PartyOrganizationForm;
  @Field(() => ID, {
    nullable: true,
    description: 'Under which Party organisation it stands; at the top of the town unless told.',
  })
  parent?: string | null;
  @Field(() => PartySeatInput, { nullable: true, description: 'Where it sits; in the town itself unless told.' })
  seat?: PartySeatInput | null;
  @Field(() => [ID], {
    nullable: true,
    description:
      'The organisations in which it is established: of an independent one the organisation that it sits in, which it is unless told where nothing above it sits there; of a joint one two or more; of a group those affiliated to it.',
  })
  covers?: string[] | null;
  @Field(() => DateScalar, { nullable: true, description: from })
  from?: string | null;
}

@ObjectType('PartyOrganizationPayload', { description: 'The Party organisation as the change left it.' })
export class PartyOrganizationPayload {
  @Field(() => PartyOrganizationType, { description: 'The Party organisation.' })
  partyOrganization: PartyOrganizationType;
}

@InputType('ChangePartyOrganizationInput', {
  description:
    'What a Party organisation is from a day on. What is not told stays; what was settled for a later day, too.',
})
export class ChangePartyOrganizationInput extends VersionedInput {
  @Field(() => ID, { description: 'The Party organisation.' })
  partyOrganization: string;
  @Field(() => String, { nullable: true, description: 'Its name, at most 60 characters.' })
  name?: string | null;
  @Field(() => PartyOrganizationKindEnum, {
    nullable: true,
    description: 'Its kind, such as general branch for a branch that is upgraded 升格.',
  })
  kind?: PartyOrganizationKind | null;
  @Field(() => PartyOrganizationFormEnum, { nullable: true, description: 'Of whom it is made up.' })
  form?: PartyOrganizationForm | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Under which Party organisation it stands; null puts it at the top of the town.',
  })
  parent?: string | null;
  @Field(() => PartySeatInput, { nullable: true, description: 'Where it sits; without a member in the town itself.' })
  seat?: PartySeatInput | null;
  @Field(() => [ID], {
    nullable: true,
    description:
      'All organisations in which it is established from that day on, as in `FoundPartyOrganizationInput`. Unless told they stay while form and seat do, and a joint one has to be told them.',
  })
  covers?: string[] | null;
  @Field(() => DateScalar, { nullable: true, description: from })
  from?: string | null;
}

@InputType('MergePartyOrganizationsInput', {
  description: 'Party organisations to merge into one that goes on for them.',
})
export class MergePartyOrganizationsInput extends VersionedInput {
  @Field(() => ID, { description: 'The one that goes on; `expectedVersion` is about it.' })
  into: string;
  @Field(() => [ID], { description: 'The others, 1 to 50 of them.' })
  others: string[];
  @Field(() => PartyOrganizationFormEnum, {
    nullable: true,
    description:
      'Of whom it is made up from that day on, such as joint where it was independent; as it was unless told.',
  })
  form?: PartyOrganizationForm | null;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without the others; today unless told.' })
  on?: string | null;
  @Field(() => String, { description: reason })
  because: string;
}

@InputType('DissolvePartyOrganizationInput', { description: 'A Party organisation to dissolve.' })
export class DissolvePartyOrganizationInput extends VersionedInput {
  @Field(() => ID, { description: 'The Party organisation.' })
  partyOrganization: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
  @Field(() => String, { description: reason })
  because: string;
}
