import type { Request } from 'express';
import type { Messages } from '../messages.ts';

/** Why a request can begin no subscription, whatever it asks for. */
export interface RequestFault {
  status: 400 | 405 | 406 | 415;
  messageKey: keyof Messages;
  headers: Record<string, string>;
}

/** What is wrong with a request for a subscription before its document is looked at; undefined where nothing is. */
export function faultOf(request: Request): RequestFault | undefined {
  const fault = (status: RequestFault['status'], messageKey: keyof Messages, headers = {}) => ({
    ...{ status, messageKey, headers },
  });
  if (request.method !== 'POST') return fault(405, 'streamMethod', { Allow: 'POST' });
  if (!/(^|[\s,])text\/event-stream($|[\s,;])/i.test(request.headers.accept ?? '')) return fault(406, 'streamAccept');
  if (!request.is('application/json')) return fault(415, 'streamType');
  return isAsked(request.body) ? undefined : fault(400, 'streamBody');
}

/** Whether a body asks for something as GraphQL over HTTP has it. */
function isAsked(body: unknown): boolean {
  if (!isObject(body) || typeof body.query !== 'string') return false;
  const { operationName, variables, extensions } = body;
  return (
    (operationName == null || typeof operationName === 'string') &&
    (variables == null || isObject(variables)) &&
    (extensions == null || isObject(extensions))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
