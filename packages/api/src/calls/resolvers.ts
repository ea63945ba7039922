import { CallResolver } from './call.resolver.ts';
import { CallEventResolver } from './call-event.resolver.ts';
import { CallMutations } from './call-mutations.resolver.ts';
import { HotlineDutyResolver, HotlineResolver, TownHotlinesResolver } from './hotline.resolver.ts';
import { HotlineMutations } from './hotline-mutations.resolver.ts';
import { CallRatesResolver, RequestCallsResolver, TownCallsResolver } from './town-calls.resolver.ts';

/** All that resolves what the schema says of calls. */
export const resolvers = [
  CallEventResolver,
  CallMutations,
  CallRatesResolver,
  CallResolver,
  HotlineDutyResolver,
  HotlineMutations,
  HotlineResolver,
  RequestCallsResolver,
  TownCallsResolver,
  TownHotlinesResolver,
];
