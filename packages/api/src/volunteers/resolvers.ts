import {
  TownVolunteerActivitiesResolver,
  VolunteerActivityResolver,
  VolunteerSignUpResolver,
} from './activity.resolver.ts';
import { RedemptionResolver, TownRewardsResolver } from './reward.resolver.ts';
import { RewardMutations } from './reward-mutations.resolver.ts';
import {
  PointEntryResolver,
  PointSumResolver,
  TownVolunteersResolver,
  VolunteerResolver,
} from './volunteer.resolver.ts';
import { VolunteerMutations } from './volunteer-mutations.resolver.ts';

/** All that resolves what the schema says of volunteers and their points. */
export const resolvers = [
  PointEntryResolver,
  PointSumResolver,
  RedemptionResolver,
  RewardMutations,
  TownRewardsResolver,
  TownVolunteerActivitiesResolver,
  TownVolunteersResolver,
  VolunteerActivityResolver,
  VolunteerMutations,
  VolunteerResolver,
  VolunteerSignUpResolver,
];
