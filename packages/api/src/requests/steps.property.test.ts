import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import {
  type RequestState,
  type RequestStep,
  requestSteps,
  type Satisfaction,
  satisfactions,
  transitionFrom,
} from '../handling/transitions.ts';
import { settledTown } from '../households/household.fixture.ts';
import { party, raise } from './request.fixture.ts';

const platform = testPlatform();

/** Raising is tried no second time, and what adds photographs or households is taken with other ones each time (add-to-request.test.ts). */
const apart = ['RAISE', 'ADD_PHOTOS', 'ADD_HOUSEHOLDS'] as const;
type Tried = Exclude<RequestStep, (typeof apart)[number]>;

const verbs: Record<Tried, string> = {
  ACCEPT: 'acceptRequest',
  CLASSIFY: 'classifyRequest',
  ESCALATE: 'escalateRequest',
  RETURN: 'returnRequest',
  REFER: 'referRequest',
  NOTE_ANSWER: 'notePartyAnswer',
  ADD_EVIDENCE: 'addRequestEvidence',
  HANDLE: 'handleRequest',
  FOLLOW_UP: 'followUpRequest',
  WITHDRAW: 'withdrawRequest',
};

/** What carries a request on, more often than what leads it astray. */
const onwards = ['ACCEPT', 'CLASSIFY', 'HANDLE', 'FOLLOW_UP'] as const;
const isTried = (step: RequestStep): step is Tried => !apart.some((each) => each === step);
const choice = fc.record({
  step: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...onwards) },
    { weight: 1, arbitrary: fc.constantFrom(...requestSteps.filter(isTried)) },
  ),
  satisfaction: fc.constantFrom(...satisfactions),
  handlingClass: fc.constantFrom('INDIVIDUAL', 'REASONABLE', 'MIXED'),
});

/** What a request is, as the table and the rules beside it have it. */
interface Model {
  state: RequestState;
  level: 0 | 1 | 2;
  classified: boolean;
  /** Whether it was ever referred or handled. */
  touched: boolean;
}

/** What becomes of it by a step; undefined where the step is not to be taken. */
function after(model: Model, step: RequestStep, satisfaction: Satisfaction): Model | undefined {
  const transition = transitionFrom(model.state, step, satisfaction);
  if (!transition || (step === 'HANDLE' && !model.classified)) return undefined;
  if (transition.untouched && model.touched) return undefined;
  const level = model.level + (step === 'ESCALATE' ? 1 : step === 'RETURN' ? -1 : 0);
  if (level !== 0 && level !== 1 && level !== 2) return undefined;
  const touched = model.touched || step === 'REFER' || step === 'HANDLE';
  return { state: transition.to ?? model.state, level, classified: model.classified || step === 'CLASSIFY', touched };
}

const whole = `state level dueOn holder { id } handlingClass party { id } satisfaction handledOn version actions
  events { seq step state level dueOn holder { id } handlingClass party { id } satisfaction happenedOn }`;

it('whatever is tried in whatever order, a request goes the table’s ways only, closes by a follow-up only, and is its last event', async () => {
  const { town, households } = await settledTown(platform, 1);
  const [holder, company] = [await town.person(), await party(town)];
  const evidence = ['EXPLANATION', 'WORK_RECORD', 'RESIDENTS_MEETING', 'PARTY_MEETING'].map((kind) => ({
    kind,
    text: '有',
  }));
  const inputs = {
    ...{ ACCEPT: { holder }, ESCALATE: { reason: '上' }, RETURN: { reason: '下' }, REFER: { party: company } },
    ...{ NOTE_ANSWER: { answer: '好' }, ADD_EVIDENCE: { kind: 'WORK_RECORD', text: '有' }, WITHDRAW: { reason: '撤' } },
    ...{ HANDLE: { outcome: '好', evidence }, CLASSIFY: {}, FOLLOW_UP: { way: 'VISIT', outcome: '好' } },
  };
  const numbers = { taken: 0, refused: 0, closed: 0, reopened: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(choice, { minLength: 10, maxLength: 24 }), async (choices) => {
      const { id } = await raise(town, { household: households[0] });
      let model: Model = { state: 'RAISED', level: 0, classified: false, touched: false };
      let version = 1;
      for (const { step, satisfaction, handlingClass } of choices) {
        const more = step === 'FOLLOW_UP' ? { satisfaction } : step === 'CLASSIFY' ? { handlingClass } : {};
        const input = { request: id, expectedVersion: version, ...inputs[step], ...more };
        const next = after(model, step, satisfaction);
        if (!next) {
          expect(await town.admin.refused(verbs[step], input)).toEqual({ code: 'CONFLICT', field: 'input.request' });
          numbers.refused++;
          continue;
        }
        const { request } = await town.admin.do(verbs[step], input, 'request { state level version }');
        expect(request.state).toBe(next.state);
        model = next;
        version = request.version;
        numbers.taken++;
        if (next.state === 'CLOSED') numbers.closed++;
        if (step === 'FOLLOW_UP' && next.state === 'ACCEPTED') numbers.reopened++;
      }
      const { request } = await town.admin.ask(`query($id: ID!) { request(id: $id) { ${whole} } }`, { id });
      const { events, actions, satisfaction, handledOn, version: steps, ...present } = request;
      const last = events.at(-1);
      expect(present).toEqual(Object.fromEntries(Object.keys(present).map((key) => [key, last[key]])));
      expect(events.map((event: Data) => event.seq)).toEqual(Array.from({ length: steps }, (_, index) => index + 1));
      const followed = events.findLast((event: Data) => event.step === 'FOLLOW_UP');
      const handled = events.findLast((event: Data) => event.step === 'HANDLE');
      expect(satisfaction).toBe(followed?.satisfaction ?? null);
      expect(handledOn).toBe(['HANDLED', 'CLOSED'].includes(present.state) ? handled.happenedOn : null);
      // What it offers is what it takes.
      const offered = requestSteps.filter((step) => satisfactions.some((said) => after(model, step, said)));
      expect(actions).toEqual(offered);
      for (const [index, { step, state }] of events.entries()) {
        if (step === 'FOLLOW_UP') expect(events[index - 1].state).toBe('HANDLED');
        if (state === 'CLOSED' && events[index - 1].state !== 'CLOSED') expect(step).toBe('FOLLOW_UP');
      }
    }),
    { numRuns: 20, endOnFailure: true },
  );
  expect(numbers.taken).toBeGreaterThan(50);
  expect(numbers.refused).toBeGreaterThan(50);
  expect(numbers.closed + numbers.reopened).toBeGreaterThan(0);
}, 60_000);

it('the town’s people can add steps to what was done, and change or delete none', async () => {
  const { town, households } = await settledTown(platform, 1);
  await raise(town, { household: households[0] });
  for (const statement of [
    'update request_event set text = null',
    'delete from request_event',
    'delete from request',
  ]) {
    const writing = platform.database.orm.em.fork().transactional(async (em) => {
      await em.execute('select app.enter(?, ?)', ['app_town', town.code]);
      await em.execute(statement);
    });
    await expect(writing, statement).rejects.toMatchObject({ code: '42501' });
  }
});
