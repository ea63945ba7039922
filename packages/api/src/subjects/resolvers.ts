import { RecurringSubjectResolver, TownSubjectsResolver } from './recurring-subject.resolver.ts';

/** All that resolves what the schema says of subjects. */
export const resolvers = [RecurringSubjectResolver, TownSubjectsResolver];
