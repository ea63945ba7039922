import { CalendarMutations, TownCalendarResolver } from './calendar.resolver.ts';

/** All that resolves what the schema says of calendars. */
export const resolvers = [CalendarMutations, TownCalendarResolver];
