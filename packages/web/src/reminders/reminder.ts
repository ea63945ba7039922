import type { RemindersQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const REMINDERS = graphql(`
  query Reminders {
    viewer {
      unseenReminders
      reminders {
        id
        kind
        since
        seenAt
        town { code name }
        request { id number level subject { name } unit { name } holder { name } }
        household { id code block { id name } }
      }
    }
  }
`);

export const SEE_REMINDERS = graphql(`
  mutation SeeReminders($input: SeeRemindersInput!) {
    seeReminders(input: $input) { seen }
  }
`);

export type Reminder = NonNullable<RemindersQuery['viewer']>['reminders'][number];
