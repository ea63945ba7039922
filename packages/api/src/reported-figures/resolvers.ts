import {
  DistrictReportedResolver,
  FigureReportedResolver,
  ReportedFigureResolver,
  ReportedFigureVersionResolver,
  TownReportedResolver,
} from './reported-figure.resolver.ts';
import { ReportedFigureMutations } from './reported-mutations.resolver.ts';

/** All that resolves what the schema says of reported figures. */
export const resolvers = [
  DistrictReportedResolver,
  FigureReportedResolver,
  ReportedFigureMutations,
  ReportedFigureResolver,
  ReportedFigureVersionResolver,
  TownReportedResolver,
];
