import {
  HouseholdPairingsResolver,
  PairingResolver,
  PairingVersionResolver,
  TownPairingsResolver,
} from './pairing.resolver.ts';
import { PairingContactResolver } from './pairing-contact.resolver.ts';
import {
  PairingKindMutations,
  PairingKindResolver,
  PairingKindVersionResolver,
  TownPairingKindsResolver,
} from './pairing-kind.resolver.ts';
import { PairingMutations } from './pairing-mutations.resolver.ts';
import { PairingSumResolver, TownPairingSumsResolver } from './pairing-sums.resolver.ts';
import { TownUnpairedResolver, UnpairedHouseholdResolver } from './unpaired.resolver.ts';

/** All that resolves what the schema says of pairings. */
export const resolvers = [
  HouseholdPairingsResolver,
  PairingContactResolver,
  PairingKindMutations,
  PairingKindResolver,
  PairingKindVersionResolver,
  PairingMutations,
  PairingResolver,
  PairingSumResolver,
  PairingVersionResolver,
  TownPairingKindsResolver,
  TownPairingSumsResolver,
  TownPairingsResolver,
  TownUnpairedResolver,
  UnpairedHouseholdResolver,
];
