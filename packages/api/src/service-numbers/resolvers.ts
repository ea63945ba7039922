import { ServiceNumberMutations, TownNumbersResolver, UnitNumbersResolver } from './service-number.resolver.ts';

/** All that resolves what the schema says of numbers for residents. */
export const resolvers = [ServiceNumberMutations, TownNumbersResolver, UnitNumbersResolver];
