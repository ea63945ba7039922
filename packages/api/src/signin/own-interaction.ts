import type { Request, Response } from 'express';
import { errors, type Provider } from 'oidc-provider';

/** What the provider keeps of something that it asks a person. */
export type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/**
 * What the provider asks in this browser under the id of the path; undefined where that is over, or was asked in another. The browser
 * proves that it is its own by the interaction's cookie.
 */
export async function findOwnInteraction(
  provider: Provider,
  request: Request<{ uid: string }>,
  response: Response,
): Promise<Interaction | undefined> {
  try {
    const interaction = await provider.interactionDetails(request, response);
    return interaction.uid === request.params.uid ? interaction : undefined;
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  }
}

/** Answers the provider with what a person did. Returns where the browser goes on. */
export async function answerProvider(
  provider: Provider,
  request: Request,
  response: Response,
  result: Parameters<Provider['interactionResult']>[2],
  mergeWithLastSubmission = false,
): Promise<string> {
  return new URL(await provider.interactionResult(request, response, result, { mergeWithLastSubmission })).pathname;
}
