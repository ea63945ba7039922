import { ReliefCampaignResolver } from './relief-campaign.resolver.ts';

/** All that resolves what the schema says of rounds of relief. */
export const resolvers = [ReliefCampaignResolver];
