import { ReminderMutations, ReminderResolver, ViewerRemindersResolver } from './reminder.resolver.ts';

/** All that resolves what the schema says of reminders. */
export const resolvers = [ReminderMutations, ReminderResolver, ViewerRemindersResolver];
