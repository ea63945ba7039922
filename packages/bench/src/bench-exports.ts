import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from './percentile.ts';
import type { BenchPlatform, BenchTown } from './platform.ts';
import { type Product, startProduct, unmetered } from './product.ts';
import { markdown } from './table.ts';
import type { LivingTown } from './work-town.ts';

const scopes = [
  'town:read',
  'record:export',
  'unit:read',
  'household:read',
  'visit:read',
  'request:read',
  'person:read',
];
const fragments = `
  fragment Units on Unit { id name kind status validFrom validTo parent { id } versions { name kind validFrom validTo } }
  fragment Households on Household { id code validFrom validTo version block { id } }
  fragment Visits on Visit { id visitedOn way recordedAt withdrawnAt household { id } block { id } visitors { id } recordFaults }
  fragment Requests on Request { id number state level raisedOn dueOn subject { id } events { step } }`;

/** What of an export is told. */
interface Told {
  id: string;
  state: string;
  requestedAt: string;
  asOf: string;
  endedAt: string;
  size: number;
  points: number;
  counts: { records: number; gone: number }[];
}

/**
 * What exports of towns of different sizes take, and what memory the process that makes them; everything, and again what changed since where
 * nothing has. Beside them somebody asks for a list, as when nothing is exported.
 */
export async function benchExports(platform: BenchPlatform, towns: readonly LivingTown[]): Promise<string> {
  const product = await startProduct(platform.ownerUrl, unmetered);
  try {
    const rows = [];
    for (const town of towns) rows.push(...(await exportsOf(product, town)));
    const header = ['', 'records', 'MB', 'seconds', 'million points', 'memory, MB', 'list alone, ms', 'beside it'];
    return markdown(header, rows);
  } finally {
    await product.stop();
  }
}

async function exportsOf(product: Product, town: LivingTown): Promise<string[][]> {
  const token = await tokenOfApplication(product, town);
  const rows = [];
  let since: string | undefined;
  for (const what of ['everything', 'what changed since']) {
    const alone = await listing(product, town, pause(3000));
    const most = product.watchMemory();
    const made = exported(product, town, token, since === undefined ? { fragments } : { since });
    const besides = await listing(product, town, made);
    const told = await made;
    since = told.id;
    const seconds = (Date.parse(told.endedAt) - Date.parse(told.asOf)) / 1000;
    const numbers = [
      told.size / 1e6,
      seconds,
      told.points / 1e6,
      most(),
      percentile(alone, 0.5),
      percentile(besides, 0.5),
    ];
    const records = told.counts.reduce((sum, each) => sum + each.records, 0);
    rows.push([what, String(records), ...numbers.map((each) => each.toFixed(1))]);
  }
  return rows;
}

/** Registers an application of the town’s administrator, has the town consent, and takes a token. */
async function tokenOfApplication(product: Product, { code, token }: BenchTown): Promise<string> {
  const names = scopes.map((scope) => scope.replace(/[:-]/g, '_').toUpperCase());
  const registering = `mutation($input: RegisterApplicationInput!) { registerApplication(input: $input) { application { clientId } secret } }`;
  // No two people's applications have one name.
  const input = { name: `导出 ${code}`, description: '导出', scopes: names };
  const { registerApplication } = await ask(product, token, registering, { input });
  const { application, secret } = registerApplication as { application: { clientId: string }; secret: string };
  const consenting = `mutation($input: ConsentToApplicationInput!) { consentToApplication(input: $input) { consent { id } } }`;
  await ask(product, token, consenting, { input: { town: code, clientId: application.clientId, scopes: names } });
  const response = await fetch(`${product.url}/oidc/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${application.clientId}:${secret}`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') }),
  });
  const { access_token } = (await response.json()) as { access_token?: string };
  if (access_token === undefined) throw new Error(`No token: ${response.status}`);
  return access_token;
}

/** Asks for an export and waits until it is ready. */
async function exported(product: Product, { code }: BenchTown, token: string, what: object): Promise<Told> {
  const asking = `mutation($input: RequestExportInput!) { requestExport(input: $input) { export { id } } }`;
  const { requestExport } = await ask(product, token, asking, { input: { town: code, ...what } });
  const { id } = (requestExport as { export: { id: string } }).export;
  const query = `query($id: ID!) { node(id: $id) { ... on Export { id state requestedAt asOf endedAt size points counts { records gone } } } }`;
  for (;;) {
    const { node } = await ask(product, token, query, { id });
    const told = node as Told;
    if (told.state === 'READY') return told;
    if (told.state !== 'WAITING' && told.state !== 'RUNNING') throw new Error(`The export is ${told.state}`);
    await pause(200);
  }
}

/** What a member of a team waits for the households of their block, every 50 milliseconds until something is over. */
async function listing(product: Product, { places }: LivingTown, until: Promise<unknown>): Promise<number[]> {
  const [place] = places;
  if (!place) throw new Error('The town has no team');
  const query = `query($block: ID!) { unit(id: $block) { ... on Block { households(first: 50) { nodes {
    id code lastVisit { visitedOn way visitors { name } } requests(open: true) { state dueOn subject { name } } } } } } }`;
  const took: number[] = [];
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  until.then(end, end);
  while (!isOver) {
    const begun = performance.now();
    await ask(product, place.token, query, { block: place.block });
    took.push(performance.now() - begun);
    await pause(50);
  }
  return took;
}

async function ask(
  { url }: Product,
  token: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown };
  if (errors !== undefined || !data) throw new Error(JSON.stringify(errors));
  return data;
}
