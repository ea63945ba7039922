import {
  InspectionFindingEventResolver,
  InspectionFindingResolver,
  RequestInspectionResolver,
} from './inspection-finding.resolver.ts';
import { InspectionPlaceResolver, TownInspectionPlacesResolver } from './place.resolver.ts';
import { InspectionCheckResolver, InspectionRoundResolver, InspectionRoundVersionResolver } from './round.resolver.ts';
import { InspectionSquadResolver, TownInspectionSquadsResolver } from './squad.resolver.ts';
import { InspectionSumResolver, TownInspectionsResolver } from './town-inspections.resolver.ts';

/** All that resolves what the schema says of inspections. */
export const resolvers = [
  InspectionCheckResolver,
  InspectionFindingEventResolver,
  InspectionFindingResolver,
  InspectionPlaceResolver,
  InspectionRoundResolver,
  InspectionRoundVersionResolver,
  InspectionSquadResolver,
  InspectionSumResolver,
  RequestInspectionResolver,
  TownInspectionPlacesResolver,
  TownInspectionSquadsResolver,
  TownInspectionsResolver,
];
