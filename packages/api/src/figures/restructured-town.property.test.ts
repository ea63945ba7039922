import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { times } from '../../test/times.ts';
import { atDesk } from '../db/door.ts';
import { bases } from '../indicators/basis.ts';
import { subject, takeMany } from '../requests/request.fixture.ts';
import { type Choice, randomSteps } from '../restructurings/random-restructuring.fixture.ts';
import { draftSelection } from '../restructurings/restructuring.fixture.ts';
import { type ModelStep, type ModelTown, TownModel } from '../restructurings/town-model.fixture.ts';
import { visitInput } from '../visits/visit.fixture.ts';
import { countFacts } from './count-facts.ts';
import { listFacts } from './list-facts.ts';

const platform = testPlatform();

const days = Array.from({ length: 6 }, (_, index) => `2024-03-${10 + index * 3}`);
const begins = '2024-01-01';
/** Every household is visited once before all restructurings, once amid them and once after them. */
const visits = ['2024-02-01', '2024-03-17', '2024-12-01'];
/** And asks for something on a day amid them before any is drawn up, so that those dated back leave it where it was. */
const asked = '2024-03-20';
const period = { first: '2024-01-01', last: '2024-12-31' };
const early = { first: '2024-01-15', last: '2024-02-15' };
const samples = [begins, ...days.flatMap((day) => [dayBefore(day), day]), '2024-12-31'];
const choice = fc.record({
  verb: fc.constantFrom<(Choice['verb'] | 'settle')[]>(
    'settle',
    'settle',
    'open',
    'rename',
    'changeKind',
    'changeKind',
    'move',
    'move',
    'merge',
    'mergeNew',
    'split',
    'split',
    'transfer',
    'transfer',
    'close',
  ),
  a: fc.nat(1000),
  b: fc.nat(1000),
  c: fc.nat(1000),
  day: fc.constantFrom(...days),
  undo: fc.nat(5),
});

/**
 * A new town in which three villages hold two blocks each, with a team and two households in every block, and a community
 * under which what is empty can be a village or a block.
 */
async function beginning(): Promise<{ town: TestTown; model: TownModel }> {
  const town = await platform.newTown();
  const start: ModelTown = { heirs: new Map(), units: new Map(), teams: new Map(), households: new Map() };
  for (const village of ['东村', '西村', '北村']) {
    const id = await town.openUnit({ from: begins, parent: undefined, kind: 'VILLAGE', name: village });
    start.units.set(id, { name: village, kind: 'VILLAGE', parent: null });
    for (const number of [1, 2]) {
      const name = `${village}${number}块`;
      const block = await town.openUnit({ from: begins, parent: id, name });
      start.units.set(block, { name, kind: 'BLOCK', parent: id });
      const form = { from: begins, block, name: '1组' };
      start.teams.set((await town.admin.do('formTeam', form, 'team { id }')).team.id, block);
      const registering = { block, codes: [`${name}甲`, `${name}乙`], from: begins };
      const { households } = await town.admin.do('registerHouseholds', registering, 'households { id }');
      for (const { id: household } of households) {
        start.households.set(household, block);
      }
    }
  }
  await visitAll(town, start, visits[0]);
  const about = await subject(town);
  const request = { source: 'VISIT', subject: about, description: '楼道灯坏了，请修', on: asked };
  await takeMany(
    town.admin,
    'raiseRequest',
    [...start.households.keys()].map((household) => ({ ...request, household })),
  );
  const community = await town.openUnit({ from: begins, parent: undefined, kind: 'COMMUNITY', name: '社区' });
  start.units.set(community, { name: '社区', kind: 'COMMUNITY', parent: null });
  for (const kind of ['VILLAGE', 'BLOCK'] as const) {
    const id = await town.openUnit({ from: begins, parent: community, kind, name: kind });
    start.units.set(id, { name: kind, kind, parent: community });
  }
  return { town, model: new TownModel(start) };
}

async function visitAll(town: TestTown, { households }: ModelTown, on = ''): Promise<void> {
  const inputs = await Promise.all([...households.keys()].map((household) => visitInput(town, household, on)));
  const fields = inputs.map((_, index) => `v${index}: recordVisit(input: $v${index}) { visit { id } }`);
  const declared = inputs.map((_, index) => `$v${index}: RecordVisitInput!`);
  const variables = Object.fromEntries(inputs.map((input, index) => [`v${index}`, input]));
  await town.admin.ask(`mutation(${declared.join(', ')}) { ${fields.join(' ')} }`, variables);
}

/** Random numbers for a day. */
type Day = Pick<Choice, 'a' | 'b' | 'c'> & { day: string };

const numbers = { applied: 0, refused: 0, undone: 0, kept: 0, settled: 0 };

/** Draws up a random restructuring and applies it where its checks let it; the model follows. */
async function attempt(town: TestTown, model: TownModel, each: Choice & Day): Promise<void> {
  const random = randomSteps(model.on(each.day), each);
  if (!random) return;
  const input = { town: town.code, effectiveOn: each.day, reason: each.verb, steps: random.input };
  const selection = draftSelection.replace('version', 'version tree { id parent kind name } steps { ref unit { id } }');
  const { restructuring } = await town.admin.do('draftRestructuring', input, selection);
  const errors = restructuring.checks.filter((check: Data) => check.severity === 'ERROR');
  if (errors.length > 0) {
    await town.admin.refused('applyDraft', { draft: restructuring.id });
    await town.admin.do('dropDraft', { draft: restructuring.id }, 'restructuring { id }');
    numbers.refused++;
    return;
  }
  const fingerprint = restructuring.difference.fingerprint;
  const applying = { draft: restructuring.id, expectedDifference: fingerprint };
  const { restructuring: applied } = await town.admin.do(
    'applyDraft',
    applying,
    'restructuring { difference { fingerprint } }',
  );
  expect(applied.difference.fingerprint).toBe(fingerprint);
  const ids = new Map<string, string>(
    restructuring.steps.filter((step: Data) => step.ref).map((step: Data) => [random.refs.get(step.ref), step.unit.id]),
  );
  model.add({ id: restructuring.id, day: each.day, steps: random.steps.map((step) => withIds(step, ids)) });
  numbers.applied++;
  const { town: read } = await town.admin.ask(
    'query($code: RegisterCode!, $day: Date!) { town(code: $code) { tree(asOf: $day) { id parent kind name } } }',
    { code: town.code, day: each.day },
  );
  expect(read.tree).toEqual(restructuring.tree);
}

/** Forms a team in a block or registers a household there, from a day on, where the town lets it; the model follows. */
async function settle(town: TestTown, model: TownModel, { a, b, c, day }: Day): Promise<void> {
  const blocks = [...model.on(day).units].filter(([, { kind }]) => kind === 'BLOCK').map(([id]) => id);
  // Every other time a block that restructurings made, if there is one: undoing them is what things keep from.
  const made = blocks.filter((id) => model.beginning.units.get(id)?.kind !== 'BLOCK');
  const from = made.length > 0 && b % 2 === 0 ? made : blocks;
  const block = from[c % from.length];
  // What comes by itself after a transfer was made stays where it is; the model would take it along.
  const isLeft = model.events.some(
    (event) => event.day > day && event.steps.some((step) => step.verb === 'transfer' && step.from === block),
  );
  if (!block || isLeft) return;
  const isTeam = a % 2 === 0;
  const input = isTeam
    ? { input: { block, name: `${(b % 3) + 1}组`, from: day } }
    : { input: { block, codes: [`后来${numbers.settled}`], from: day } };
  const verb = isTeam
    ? 'mutation($input: FormTeamInput!) { done: formTeam(input: $input) { team { id } } }'
    : 'mutation($input: RegisterHouseholdsInput!) { done: registerHouseholds(input: $input) { households { id } } }';
  const { data, errors } = await town.admin.send(verb, input);
  if (errors.length > 0) return expect(['BAD_INPUT', 'CONFLICT']).toContain(errors[0]?.extensions.code);
  const [what, id] = isTeam
    ? (['teams', data.done.team.id] as const)
    : (['households', data.done.households[0].id] as const);
  model.settle({ id, day, steps: [{ verb: 'settle', what, id, block }] });
  numbers.settled++;
}

/** Undoes an event if nothing depends on it; the model forgets it. */
async function undo(town: TestTown, model: TownModel, which: number): Promise<void> {
  const event = model.restructurings[which % model.restructurings.length];
  if (!event) return;
  const { dependents } = await town.admin.ask('query($id: ID!) { dependents(restructuring: $id) { kind } }', {
    id: event.id,
  });
  const input = { restructuring: event.id, reason: '撤回' };
  if (dependents.length > 0) {
    expect((await town.admin.refused('undoRestructuring', input)).code).toBe('CONFLICT');
    numbers.kept++;
    return;
  }
  await town.admin.do('undoRestructuring', input, 'restructuring { id }');
  model.remove(event);
  numbers.undone++;
}

/** Compares the whole town on every sample day with the model's replay. */
async function compare(town: TestTown, model: TownModel): Promise<void> {
  const trees = samples.map((on, index) => `d${index}: tree(asOf: "${on}") { id parent kind name }`);
  const { town: read } = await town.admin.ask(
    `query($code: RegisterCode!) { town(code: $code) { units(first: 100) { nodes { id } } ${trees.join(' ')} } }`,
    { code: town.code },
  );
  for (const [index, on] of samples.entries()) {
    const { units, teams, households } = model.on(on);
    const astray = [...teams, ...households].filter(([, block]) => units.get(block)?.kind !== 'BLOCK');
    expect({ on, astray }).toEqual({ on, astray: [] });
    const known = read[`d${index}`].filter(
      (node: Data) => units.has(node.id) || teams.has(node.id) || node.kind === 'BLOCK',
    );
    const expected = [
      ...[...units].map(([id, { name, kind, parent }]) => ({ id, name, kind, parent })),
      ...[...teams].map(([id, block]) => ({ id, kind: 'TEAM', parent: block })),
    ];
    const seen = known.map(({ name, ...node }: Data) => (node.kind === 'TEAM' ? node : { ...node, name }));
    expect({ on, tree: seen.sort(byId) }).toEqual({ on, tree: expected.sort(byId) });
    const names = known.flatMap(({ name, kind, parent }: Data) => (kind === 'TEAM' ? [`${parent} ${name}`] : []));
    expect({ on, names }).toEqual({ on, names: [...new Set(names)] });
  }
}

/** Compares, on some days, where every household is, and for which units the visits count, with the model. */
async function compareFigures(town: TestTown, model: TownModel): Promise<void> {
  for (const on of visits.slice(1)) await visitAll(town, model.beginning, on);
  const visited = model.beginning.households;
  for (const on of [begins, days[1] ?? '', days[3] ?? '', '2024-12-31']) {
    const { households, units } = model.on(on);
    const blocks = [...units].filter(([, unit]) => unit.kind === 'BLOCK').map(([id]) => id);
    const asked = blocks.map(
      (block, index) =>
        `h${index}: figure(indicator: "household", unit: "${block}", asOf: $on) { numerator }
         c${index}: figure(indicator: "contact", unit: "${block}", period: $period, basis: AS_OF, asOf: $on) { numerator }
         e${index}: figure(indicator: "contact", unit: "${block}", period: $early, basis: AS_OF, asOf: $on) { numerator }`,
    );
    const { town: read } = await town.admin.ask(
      `query($code: RegisterCode!, $on: Date!, $period: PeriodInput!, $early: PeriodInput!) { town(code: $code) { ${asked.join(' ')}
        households: figure(indicator: "household", asOf: $on) { numerator }
        recorded: figure(indicator: "contact", period: $period, basis: AS_RECORDED) { numerator parts(first: 100) { nodes { numerator } } }
        asOf: figure(indicator: "contact", period: $period, basis: AS_OF, asOf: $on) { numerator parts(first: 100) { nodes { numerator } } }
        restated: figure(indicator: "contact", period: $period) { numerator parts(first: 100) { nodes { numerator } } } } }`,
      { code: town.code, on, period, early },
    );
    for (const [index, block] of blocks.entries()) {
      const held = [...households].filter(([, each]) => each === block).map(([id]) => id);
      expect({ on, block, count: read[`h${index}`].numerator }).toEqual({ on, block, count: held.length });
      const here = held.filter((id) => visited.has(id)).length;
      // No household moves by itself here, so a contact counts where restructurings have taken its household.
      expect({ on, block, contacts: read[`c${index}`].numerator }).toEqual({ on, block, contacts: 3 * here });
      // A period that ends before all restructurings counts the first contact of each alone.
      expect({ on, block, early: read[`e${index}`].numerator }).toEqual({ on, block, early: here });
    }
    expect(read.households.numerator).toBe(households.size);
    for (const figure of [read.recorded, read.asOf, read.restated]) {
      const parts = figure.parts.nodes.map((part: Data) => part.numerator);
      expect({ total: figure.numerator, parts: parts.reduce((a: number, b: number) => a + b, 0) }).toEqual({
        total: 3 * visited.size,
        parts: 3 * visited.size,
      });
    }
  }
}

/** Periods of whole months, of parts of months, and of both, with days of restructurings at their edges. */
const oftenAsked = fc.record({
  first: fc.constantFrom('2024-01-01', '2024-02-01', '2024-02-10', '2024-03-01', '2024-03-13', '2024-03-17'),
  last: fc.constantFrom('2024-03-17', '2024-03-20', '2024-03-31', '2024-11-20', '2024-12-01', '2024-12-31'),
  basis: fc.constantFrom(...bases),
  asOf: fc.constantFrom(...samples),
  counts: fc.constantFrom('contact' as const, 'request' as const),
});
type Asked = typeof oftenAsked extends fc.Arbitrary<infer Each> ? Each : never;

/** Compares what is counted, mostly from summaries, with the facts themselves as they are listed for each unit. */
async function compareWithFacts(town: TestTown, { first, last, basis, asOf, counts }: Asked): Promise<void> {
  const townId = Number(town.code);
  const question = { townId, source: { counts }, period: { first, last }, basis, asOf };
  await atDesk(platform.database.orm, { role: 'app_town', town: townId }, new Date(), 'read', async (desk) => {
    const counted = await countFacts(desk, question);
    const whole = counted.reduce((sum, { total }) => sum + total, 0);
    expect({ ...question, whole }).toEqual({
      ...question,
      whole: (await listFacts(desk, question, null, true)).length,
    });
    for (const unit of new Set(counted.flatMap(({ path }) => path))) {
      const under = counted.filter(({ path }) => path.includes(unit)).reduce((sum, { count }) => sum + count, 0);
      const facts = (await listFacts(desk, question, unit, true)).length;
      expect({ ...question, unit, count: under }).toEqual({ ...question, unit, count: facts });
    }
  });
}

it(
  'holds whatever is restructured when: trees, households and figures of every day are what replaying the events says',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(choice, { minLength: 6, maxLength: 14 }),
        fc.array(oftenAsked, { minLength: 4, maxLength: 4 }),
        async (choices, questions) => {
          const { town, model } = await beginning();
          for (const each of choices) {
            const { verb } = each;
            if (verb === 'settle') await settle(town, model, each);
            else await attempt(town, model, { ...each, verb });
            if (each.undo < 2) await undo(town, model, each.a);
          }
          await compare(town, model);
          await compareFigures(town, model);
          for (const question of questions) await compareWithFacts(town, question);
        },
      ),
      { numRuns: 20 * times, endOnFailure: true },
    );
    expect(numbers.applied).toBeGreaterThan(100 * times);
    expect(numbers.refused).toBeGreaterThan(10 * times);
    expect(numbers.undone).toBeGreaterThan(2 * times);
    expect(numbers.settled).toBeGreaterThan(10 * times);
  },
  240_000 * times,
);

function withIds(step: ModelStep, ids: ReadonlyMap<string, string>): ModelStep {
  return JSON.parse(JSON.stringify(step), (_key, value) =>
    typeof value === 'string' ? (ids.get(value) ?? value) : value,
  );
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function dayBefore(on: string): string {
  return new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10);
}
