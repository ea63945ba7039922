import { beforeAll, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { call } from '../calls/call.fixture.ts';
import { hotline, moment } from '../calls/hotline.fixture.ts';
import { categoriesOf, categorize } from '../categories/category.fixture.ts';
import { close } from '../figure-snapshots/figure-snapshot.fixture.ts';
import { mediation } from '../mediations/mediation.fixture.ts';
import { contacted, pairingKindIds, pairUp } from '../pairings/pairing.fixture.ts';
import { petition } from '../petitions/petition.fixture.ts';
import { project } from '../projects/project.fixture.ts';
import { granted, type ReliefHands, reliefHands } from '../relief/relief.fixture.ts';
import { fund } from '../relief-funds/relief-fund.fixture.ts';
import { report } from '../reported-figures/reported-figure.fixture.ts';
import { raise, subject } from '../requests/request.fixture.ts';
import { apply, draft, register } from '../restructurings/restructuring.fixture.ts';
import { requireId } from '../schema/global-id.ts';
import { buildSchema } from '../schema.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { deepest, NumbersTold } from './numbers-told.fixture.ts';
import { permissionName } from './permission.type.ts';
import { opensPersonalData, scopes } from './scopes.ts';

const platform = testPlatform();
/** All that an application may have but what opens the records of households and of what people ask for. */
const counting = scopes.filter((scope) => !opensPersonalData.has(scope) && scope !== 'household:read');

let town: TestTown;
let client: ApiClient;
let block: string;
let restructuring: string;
let drafted: string;
let led: string;
let [person, line, money, kind] = ['', '', '', ''];
let hands: ReliefHands;

beforeAll(async () => {
  town = await platform.newTown();
  block = await town.openUnit({ name: '东块', from: '2023-01-01' });
  const other = await town.openUnit({ name: '西块', from: '2023-01-01' });
  await apply(town, '2022-01-01', [{ beginEarlier: { unit: town.unit(0) } }]);
  // Everything is dated into the time that this gave to the block, so that all of it depends on it.
  restructuring = await apply(town, '2022-01-01', [{ beginEarlier: { unit: block } }]);
  person = await town.person('社工');
  line = (await hotline(town, { from: '2022-01-01' })).id;
  money = (await fund(town)).id;
  hands = await reliefHands(town);
  kind = (await pairingKindIds(town)).独居 ?? '';
  const request = await oneMore();
  led = (await project(town, { requests: [request], subject: await subject(town) })).id;
  await oneMore();
  drafted = (await draft(town, '2024-03-01', [{ merge: { units: [block], into: other } }])).id;
  await close(town, { length: 'MONTH', day: '2022-06-01' });
  await report(town, {
    indicator: 'request',
    length: 'MONTH',
    day: '2022-06-01',
    value: '2',
    qualifier: 'EXACT',
    publishedOn: '2022-07-10',
  });
  const application = await registerApplication(platform, counting.map(permissionName));
  await consent(town, application, counting.map(permissionName));
  client = await clientOf(platform, application, counting.join(' '));
});

/** One household more in the block, of a category, which is visited, asks, calls, petitions, is mediated for, paired and granted relief. Returns its request. */
async function oneMore(): Promise<string> {
  const [household = ''] = await register(town, block, '2022-06-01');
  const { 独居老人: category = '' } = await categoriesOf(town);
  await categorize(town.admin, household, category, '2022-06-01');
  await recordVisit(town, household, '2022-06-02');
  await call(town, { hotline: line, calledAt: moment('2022-06-03T10'), answeredBy: person, caller: { household } });
  await petition(town, { on: '2022-06-04', class: 'ACCUSATION', accused: block });
  await mediation(town, { on: '2022-06-05', unit: block, mediators: [person] });
  const { id: pairing } = await pairUp(town, household, { person, pairingKind: kind, from: '2022-06-07' });
  await contacted(town.admin, pairing, { on: '2022-06-08' });
  await granted(town, hands, household, [{ fund: money, amount: '1' }], { on: '2022-06-07' });
  return (await raise(town, { household, on: '2022-06-06' })).id;
}

/** What somebody is told of the town: the numbers, or why there are none, by what was asked. */
async function told(client: ApiClient): Promise<Map<string, { field: string; answer: string }>> {
  const { indicators } = await client.ask('{ indicators { code suppressedBelow } }');
  const ofPeople = indicators.filter(({ suppressedBelow }: Data) => suppressedBelow !== null);
  const codes: string[] = ofPeople.map(({ code }: Data) => JSON.stringify(code));
  const [first, last] = ['"2022-01-01"', '"2022-12-31"'];
  const numbers = new NumbersTold(buildSchema(), {
    'indicator String': codes,
    'indicators String': codes,
    'period PeriodInput': [`{ first: ${first}, last: ${last} }`],
    ...{ 'first Date': [first], 'last Date': [last], 'from Date': [first], 'to Date': [last], 'first Int': ['5'] },
    'unit ID': [JSON.stringify(block)],
    'ids ID': [JSON.stringify(block)],
    'pairingKind ID': [JSON.stringify(kind)],
    'year Int': ['2027'],
    'text String': ['"块"'],
  });
  const roots = {
    [`town(code: "${town.code}")`]: 'Town',
    [`district(code: "${town.code.slice(0, 6)}")`]: 'District',
    [`unit(id: "${block}")`]: 'Unit',
    [`project(id: "${led}")`]: 'Project',
    [`restructuring(id: "${drafted}")`]: 'Restructuring',
    [`dependents(restructuring: "${restructuring}")`]: 'RestructuringDependent',
  };
  const answers = new Map<string, { field: string; answer: string }>();
  for (const [root, type] of Object.entries(roots)) {
    for (const { field, asked, below } of numbers.ways(type)) {
      for (let depth = deepest; depth > 0; depth--) {
        const query = `{ ${root} { ${asked} ${below(depth) ?? '{ __typename }'} } }`;
        const { data, errors } = await client.send(query);
        // What costs too much is asked less deep.
        if (errors.some(({ extensions }) => extensions.limit !== undefined)) continue;
        expect(data, query).toBeDefined();
        const refused = errors.map(({ message, path }) => [message, path]);
        answers.set(`${root} ${asked}`, { field: `${type}.${field}`, answer: JSON.stringify([data, refused]) });
        break;
      }
      expect(answers.has(`${root} ${asked}`), asked).toBe(true);
    }
  }
  return answers;
}

/** What both are told now, and what an undoing is refused for. */
async function everybodyTold() {
  const [people, application] = await Promise.all([told(town.admin), told(client)]);
  const undoing =
    'mutation($input: UndoRestructuringInput!) { undoRestructuring(input: $input) { restructuring { id } } }';
  const { errors } = await client.send(undoing, { input: { restructuring, reason: '误' } });
  return { people, application, refused: errors.map(({ message }) => message) };
}

it('no number tells an application that may not read the records whether there is one more where there are few', async () => {
  const before = await everybodyTold();
  const request = await oneMore();
  // By itself: the step by which a request comes into a project is seen by whoever sees the project.
  await platform.database.sql(
    `with linked as (
       insert into project_request select town_id, gen_random_uuid(), project_id, $2, null from project_request where town_id = $1)
     update project_event set requests = 2 where town_id = $1`,
    [town.code, requireId(request, 'Request', 'id').key],
  );
  const after = await everybodyTold();
  const changed = (who: 'people' | 'application') =>
    new Set(
      [...before[who]].flatMap(([asked, { field, answer }]) =>
        after[who].get(asked)?.answer === answer ? [] : [field],
      ),
    );
  expect([...changed('people')]).toEqual(
    expect.arrayContaining([
      ...['Town.figure', 'Town.figureSnapshots', 'Town.householdCount', 'Town.previewContactRule', 'Town.projects'],
      ...['Town.reportedFigures', 'Town.series', 'District.figures', 'District.totals', 'Project.events'],
      ...['Project.requestCount', 'Restructuring.difference', 'RestructuringDependent.count'],
    ]),
  );
  expect([...changed('application')]).toEqual([]);
  expect(before.refused).toEqual(['<5 households depend on it.']);
  expect(after.refused).toEqual(before.refused);
}, 300_000);
