import type { Context } from '../context.ts';

/** Whether whoever asks has registered the application of this owner, and asks on the platform’s own page. */
export function isOwn({ signedIn }: Context, ownerId: string): boolean {
  return !signedIn.application && signedIn.accountId === ownerId;
}

/** Whether an application asks for itself of what is its own. */
export function isItself({ signedIn: { application } }: Context, uuid: string): boolean {
  return application?.forItself === true && application.id === uuid;
}
