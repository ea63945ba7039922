import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { call, callStep, pleased } from '../calls/call.fixture.ts';
import { atDesk } from '../db/door.ts';
import { register, settledTown } from '../households/household.fixture.ts';
import { contented, explained, subject } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { differingStandings } from '../standings/reconcile-standings.ts';
import { visitInput } from '../visits/visit.fixture.ts';
import { foldSummaries } from './fold-summaries.ts';
import { reconcileTown } from './reconcile-town.ts';

const platform = testPlatform();

const day = fc
  .record({
    year: fc.constantFrom(2024, 2025),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const write = fc.record({
  verb: fc.constantFrom(
    ...['visit', 'visit', 'visit', 'visit', 'withdrawVisit', 'reviseVisit', 'request', 'request', 'handle'],
    ...['followUp', 'withdrawRequest', 'call', 'followCall', 'move', 'move', 'end', 'register', 'fold'],
  ),
  which: fc.nat(10_000),
  day,
});
type Write = typeof write extends fc.Arbitrary<infer One> ? One : never;

/** What a town's writes have made so far. */
interface Made {
  town: TestTown;
  blocks: readonly string[];
  households: string[];
  visits: string[];
  requests: string[];
  calls: string[];
  holder: string;
  about: string;
}

const { evidence } = explained('').handled;
const pick = <Item>(items: readonly Item[], which: number) => items[which % items.length];

/** Whether something is taken, and not refused. */
const taken = (work: () => Promise<unknown>) =>
  work().then(
    () => true,
    () => false,
  );

/** Does one write; what the platform refuses, as a second withdrawal, changes nothing. Returns whether it was done. */
async function doWrite({ town, ...made }: Made, { verb, which, day }: Write): Promise<boolean> {
  const household = pick(made.households, which);
  const [visit, request, asked] = [pick(made.visits, which), pick(made.requests, which), pick(made.calls, which)];
  const send = async (name: string, input: object, selection: string): Promise<Data> => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation($input: ${type}) { ${name}(input: $input) { ${selection} } }`;
    return (await town.admin.send(query, { input })).data?.[name] ?? null;
  };
  const add = (list: string[], answer: Data, of: string) => {
    if (answer) list.push(answer[of].id);
    return answer !== null;
  };
  switch (verb) {
    case 'visit':
      return add(
        made.visits,
        await send('recordVisit', await visitInput(town, household, day), 'visit { id }'),
        'visit',
      );
    case 'withdrawVisit':
      return (await send(verb, { visit, reason: '误录' }, 'visit { id }')) !== null;
    case 'reviseVisit': {
      const revising = { visit, expectedVersion: 1, visitedOn: day, reason: '日期有误' };
      return (await send(verb, revising, 'visit { id }')) !== null;
    }
    case 'request': {
      const handled = which % 2 === 0 ? explained(made.holder) : { handlingClass: 'INDIVIDUAL' };
      const raised = { source: 'VISIT', subject: made.about, description: '修灯', household, on: day, ...handled };
      return add(made.requests, await send('raiseRequest', raised, 'request { id }'), 'request');
    }
    case 'handle':
      await send('acceptRequest', { request, holder: made.holder }, 'request { id }');
      return (await send('handleRequest', { request, outcome: '已说明', evidence }, 'request { id }')) !== null;
    case 'followUp':
      return (await send('followUpRequest', { request, ...contented }, 'request { id }')) !== null;
    case 'withdrawRequest':
      return (await send(verb, { request, reason: '已自行解决' }, 'request { id }')) !== null;
    case 'call':
      return taken(async () => {
        made.calls.push((await call(town, { calledAt: `${day}T10:00:00+08:00`, caller: { household } })).id);
      });
    case 'followCall':
      return taken(() => callStep(town.admin, 'followUpCall', asked ?? '', pleased));
    case 'move':
      return (
        (await send('moveHousehold', { household, block: pick(made.blocks, which), from: day }, 'household { id }')) !==
        null
      );
    case 'end':
      return which % 4 === 0 && (await send('endHousehold', { household, on: day }, 'household { id }')) !== null;
    case 'register':
      return taken(async () => {
        const [block = ''] = [pick(made.blocks, which)];
        made.households.push(...(await register(town, block, [`新${made.households.length}`])));
      });
    default:
      await atTown(town, foldSummaries);
      return true;
  }
}

const atTown = <Result>(town: TestTown, work: Parameters<typeof atDesk<Result>>[4]) =>
  atDesk(platform.database.orm, { role: 'app_town', town: Number(town.code) }, new Date(), 'write', work);

it('after a thousand random writes through the API the summaries are what a recount says, and the dashboard shows it', async () => {
  const { town, blocks, households } = await settledTown(platform, 30);
  const holder = await town.person();
  const lists = { visits: [], requests: [], calls: [] };
  const made: Made = { town, blocks, households, ...lists, holder, about: await subject(town) };
  // Said where it fails, so that it can be done again.
  const seed = Date.now() % 1_000_000;
  const [writes = []] = fc.sample(fc.array(write, { minLength: 1000, maxLength: 1000 }), { seed, numRuns: 1 });
  let done = 0;
  for (const [index, each] of writes.entries()) {
    if (await doWrite(made, each)) done += 1;
    // Amid them a block goes into another.
    if (index === 500) await apply(town, '2025-12-30', [{ merge: { units: [blocks[1]], into: blocks[2] } }]);
  }
  expect(done).toBeGreaterThan(500);
  expect(await atTown(town, reconcileTown), `seed ${seed}`).toEqual([]);
  expect(await atTown(town, differingStandings), `seed ${seed}`).toEqual([]);
  const indicators = ['household', 'block', 'contact', 'request', 'request-completion', 'call', 'call-satisfaction'];
  const period = 'period: { first: "2024-01-01", last: "2025-12-31" }';
  const query = `query($code: RegisterCode!) {
    town(code: $code) { ${indicators.map((code, index) => `f${index}: figure(indicator: "${code}", ${period}, basis: AS_RECORDED) { numerator denominator }`).join('\n')}
      district { figures(indicators: ${JSON.stringify(indicators)}, ${period}) { ... on TownFigureSet { figures { numerator denominator } } } } } }`;
  const { district, ...figures } = (await town.admin.ask(query, { code: town.code })).town;
  expect(district.figures[0].figures).toEqual(indicators.map((_, index) => figures[`f${index}`]));
  expect(figures.f2.numerator).toBeGreaterThan(100);
}, 180_000);
