import {
  ProjectEventResolver,
  ProjectResolver,
  RequestProjectResolver,
  TownProjectsResolver,
} from './project.resolver.ts';
import { ProjectMutations } from './project-mutations.resolver.ts';

/** All that resolves what the schema says of projects. */
export const resolvers = [
  ProjectEventResolver,
  ProjectMutations,
  ProjectResolver,
  RequestProjectResolver,
  TownProjectsResolver,
];
