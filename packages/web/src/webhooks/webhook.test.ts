import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { oauthName } from '../scopes/scope.ts';
import { eventsFor } from './webhook.ts';

test('an event is offered where the application asks for the scope that the platform wants for it, and consents always', () => {
  const source = readFileSync(new URL('../../../api/src/webhooks/webhook-events.ts', import.meta.url), 'utf8');
  const needed = [...source.matchAll(/^ {2}([A-Z_]+): '([a-z:]+)',$/gm)].map(([, event, scope]) => [event, scope]);
  expect(needed.length).toBeGreaterThan(3);
  const closed = eventsFor([]).filter(({ isOpen }) => !isOpen);
  expect(closed.map(({ event, scope }) => [event, scope && oauthName(scope)])).toEqual(needed);
  expect(eventsFor(['VISIT_READ']).filter(({ isOpen }) => isOpen)).toEqual([
    { event: 'VISIT_RECORDED', scope: 'VISIT_READ', isOpen: true },
    { event: 'CONSENT_GIVEN', scope: null, isOpen: true },
    { event: 'CONSENT_ENDED', scope: null, isOpen: true },
  ]);
});
