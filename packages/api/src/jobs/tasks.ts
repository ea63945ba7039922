// Tasks reach verbs that know the types of GraphQL.
import 'reflect-metadata';
import { sealTask } from '../audit/seal-task.ts';
import { forgetKeys } from '../db/forget-keys.ts';
import { forgetExports } from '../exports/forget-exports.ts';
import { photosAwaited } from '../held-visits/photos-awaited.ts';
import { forgetPhotos } from '../photos/forget-photos.ts';
import { forgetPublications } from '../publications/forget-publications.ts';
import { remind } from '../reminders/remind.ts';
import { beginAnew } from '../sandbox/begin-anew.ts';
import { visitSomebody } from '../sandbox/visit-somebody.ts';
import { forgetSignIn } from '../signin/forget-sign-in.ts';
import { foldTask } from '../summaries/fold-summaries.ts';
import { forgetEvents } from '../town-events/event-rows.ts';
import { nightly } from '../towns/sandbox.ts';
import { forgetUsage } from '../usage/forget-usage.ts';
import { noteConsentsOver } from '../webhooks/consents-over.ts';
import { forgetDeliveries, queueWebhooks } from '../webhooks/queue-webhooks.ts';
import { type Planned, platformTask, sandboxTask, signInTask, townTask } from './task.ts';

/** Every task, a line each. */
export const tasks: readonly Planned[] = [
  { task: townTask('forget-keys', forgetKeys), minutes: '17' },
  { task: platformTask('forget-platform-keys', forgetKeys), minutes: '17' },
  { task: townTask('forget-photos', async (desk) => forgetPhotos(desk, await photosAwaited(desk))), minutes: '37' },
  { task: townTask('forget-publications', forgetPublications), minutes: '23', hours: '3' },
  { task: townTask('remind', remind), minutes: '0', hours: '8' },
  { task: sealTask, minutes: '*' },
  { task: foldTask, minutes: '41' },
  { task: townTask('note-consents-over', noteConsentsOver), minutes: '0' },
  { task: platformTask('queue-webhooks', (desk) => queueWebhooks(desk)), minutes: '*' },
  { task: platformTask('forget-deliveries', forgetDeliveries), minutes: '*/10' },
  { task: platformTask('forget-events', forgetEvents), minutes: '*/10' },
  { task: townTask('forget-exports', forgetExports), minutes: '11,41' },
  { task: signInTask('forget-sign-in', forgetSignIn), minutes: '*/10' },
  { task: platformTask('forget-usage', forgetUsage), minutes: '27', hours: '3' },
  { task: sandboxTask('reset-sandbox', 'app_sandbox', beginAnew), ...nightly },
  { task: sandboxTask('visit-in-sandbox', 'app_town', visitSomebody), minutes: '*/10' },
];
