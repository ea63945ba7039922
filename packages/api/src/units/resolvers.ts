import { BlockOverlayResolver, OverlayResolver, TownOverlaysResolver } from './overlay.resolver.ts';
import { TownUnitsResolver } from './town-units.resolver.ts';
import { UnitResolver, UnitVersionResolver } from './unit.resolver.ts';

/** All that resolves what the schema says of units. */
export const resolvers = [
  BlockOverlayResolver,
  OverlayResolver,
  TownOverlaysResolver,
  TownUnitsResolver,
  UnitResolver,
  UnitVersionResolver,
];
