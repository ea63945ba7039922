import { pleased } from '../calls/call.fixture.ts';
import { contented, explained } from '../requests/request.fixture.ts';
import { visitInput } from '../visits/visit.fixture.ts';
import { attempt, pick, type Write } from './made.fixture.ts';

/** Random writes about households, visits, requests and calls. */
export const residentsWrites: Record<string, Write> = {
  recordVisit: async (made, { a, day }) => {
    const input = await visitInput(made.town, pick(made.households, a), day);
    return attempt(made, 'recordVisit', input, 'visit { id }', made.visits);
  },
  withdrawVisit: (made, { a }) =>
    attempt(made, 'withdrawVisit', { visit: pick(made.visits, a), reason: '误录' }, 'visit { id }'),
  reviseVisit: (made, { a, day }) => {
    const input = { visit: pick(made.visits, a), expectedVersion: 1, visitedOn: day, reason: '日期有误' };
    return attempt(made, 'reviseVisit', input, 'visit { id }');
  },
  raiseRequest: (made, { a, day }) => {
    const handled = a % 2 === 0 ? explained(made.holder) : { handlingClass: 'INDIVIDUAL' };
    const of = { household: pick(made.households, a), subject: made.about, on: day };
    const input = { source: 'VISIT', description: '修灯', ...of, ...handled };
    return attempt(made, 'raiseRequest', input, 'request { id }', made.requests);
  },
  handleRequest: async (made, { a }) => {
    const request = pick(made.requests, a);
    await attempt(made, 'acceptRequest', { request, holder: made.holder }, 'request { id }');
    const { evidence, outcome } = explained(made.holder).handled;
    return attempt(made, 'handleRequest', { request, outcome, evidence }, 'request { id }');
  },
  followUpRequest: (made, { a }) =>
    attempt(made, 'followUpRequest', { request: pick(made.requests, a), ...contented }, 'request { id }'),
  withdrawRequest: (made, { a }) =>
    attempt(made, 'withdrawRequest', { request: pick(made.requests, a), reason: '已自行解决' }, 'request { id }'),
  recordCall: (made, { a, day }) => {
    const of = { hotline: made.line, answeredBy: made.holder, caller: { household: pick(made.households, a) } };
    const input = { ...of, calledAt: `${day}T10:00:00+08:00`, matter: '问活动室几点开门', answer: '早上八点' };
    return attempt(made, 'recordCall', input, 'call { id }', made.calls);
  },
  followUpCall: (made, { a }) =>
    attempt(made, 'followUpCall', { call: pick(made.calls, a), ...pleased }, 'call { id }'),
  registerHouseholds: (made, { index, a, early }) => {
    const input = { block: pick(made.blocks, a), codes: [`新${index}`], from: early };
    return attempt(made, 'registerHouseholds', input, 'households { id }', made.households);
  },
  moveHousehold: (made, { a, b, day }) => {
    const input = { household: pick(made.households, a), block: pick(made.blocks, b), from: day };
    return attempt(made, 'moveHousehold', input, 'household { id }');
  },
  endHousehold: async (made, { a, day }) =>
    attempt(made, 'endHousehold', { household: pick(made.households, a), on: day }, 'household { id }'),
};
