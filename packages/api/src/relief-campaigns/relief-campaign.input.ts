import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { ReliefCampaignType } from './relief-campaign.type.ts';

const name = 'At most 60 characters, unique in the town.';
const lastDay = 'The last day on which is applied for within it, at most a year after the first.';

@InputType('OpenReliefCampaignInput', { description: 'A round of relief to open.' })
export class OpenReliefCampaignInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: name })
  name: string;
  @Field(() => DateScalar, { description: 'The first day on which is applied for within it.' })
  firstDay: string;
  @Field(() => DateScalar, { description: lastDay })
  lastDay: string;
}

@InputType('ReviseReliefCampaignInput', { description: 'A round of relief as it is to be.' })
export class ReviseReliefCampaignInput extends VersionedInput {
  @Field(() => ID, { description: 'The campaign.' })
  campaign: string;
  @Field(() => String, { description: name })
  name: string;
  @Field(() => DateScalar, { description: 'Its first day, not after an application within it.' })
  firstDay: string;
  @Field(() => DateScalar, { description: `${lastDay} Not before an application within it.` })
  lastDay: string;
}

@ObjectType('ReliefCampaignPayload', { description: 'The campaign as the change left it.' })
export class ReliefCampaignPayload {
  @Field(() => ReliefCampaignType, { description: 'The campaign.' })
  campaign: ReliefCampaignType;
}
