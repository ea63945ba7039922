import { gunzipSync } from 'node:zlib';
import {
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { pino } from 'pino';
import { expect, onTestFinished, vi } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import type { TestPlatform, TestTown } from '../../test/platform.ts';
import { clientOf, consent, registerApplication, type TestApplication } from '../applications/application.fixture.ts';
import { addressOf } from '../db/migrate.ts';
import { servedSchema } from '../served-schema.ts';
import type { RecordTypeName } from './record-types.ts';
import { startExports } from './start-exports.ts';

/** An application that exports from a town. */
export interface Exporting {
  application: TestApplication;
  /** The id of the town’s consent. */
  consent: string;
  client: ApiClient;
  town: TestTown;
}

/** Makes exports as a process does, up to the end of the test. Collects what it logs as warnings and errors. */
export async function makesExports({ database }: TestPlatform, patience?: number) {
  const said: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void said.push(line) });
  const { url } = addressOf(database.ownerUrl, 'lianxin_jobs');
  const { stop } = await startExports(database.orm, url, log, { ...(patience !== undefined && { patience }) });
  let stopped: Promise<void> | undefined;
  const stopOnce = () => {
    stopped ??= stop();
    return stopped;
  };
  onTestFinished(stopOnce);
  return { said, stop: stopOnce };
}

/** Registers an application that a town consents to for scopes, of which its token is for all. */
export async function exporting(platform: TestPlatform, town: TestTown, scopes: readonly string[]): Promise<Exporting> {
  const all = ['TOWN_READ', 'RECORD_EXPORT', ...scopes];
  const application = await registerApplication(platform, all);
  const given = await consent(town, application, all);
  return { application, consent: given, client: await clientOf(platform, application, scopeText(all)), town };
}

/** Scopes as a token is asked for. */
function scopeText(names: readonly string[]): string {
  return names
    .map((name) => name.toLowerCase().split('_'))
    .map(([noun, ...verb]) =>
      noun === 'request' && verb[0] === 'follow' ? 'request:follow-up' : `${noun}:${verb.join('-')}`,
    )
    .join(' ');
}

export const shown = `export { id state asOf endedAt keptUntil counts { type records gone } size sha256 path points
  failure { code at } downloads downloadedAt scopes purpose fragments since { id } }`;

/** Asks for an export. Returns it as it stands. */
export async function request(of: Exporting, input: Record<string, unknown>): Promise<Data> {
  return (await of.client.do('requestExport', { town: of.town.code, ...input }, shown)).export;
}

/** An export as it stands now. */
export async function look({ client }: Exporting, id: string): Promise<Data> {
  const query = `query($id: ID!) { node(id: $id) { ... on Export { ${shown.slice(8)} } }`;
  return (await client.ask(query, { id })).node;
}

/** Waits until an export is over. Returns it. */
export function over(of: Exporting, { id }: Data): Promise<Data> {
  return vi.waitFor(
    async () => {
      const now = await look(of, id);
      expect(['WAITING', 'RUNNING']).not.toContain(now.state);
      return now;
    },
    { timeout: 30_000, interval: 100 },
  );
}

/** Asks for an export and waits until it is ready. Returns it. */
export async function exported(of: Exporting, input: Record<string, unknown>): Promise<Data> {
  const ready = await over(of, await request(of, input));
  expect({ state: ready.state, failure: ready.failure }).toEqual({ state: 'READY', failure: null });
  return ready;
}

/** Fetches the file of an export. */
export function fetchFile(
  { client }: Pick<Exporting, 'client'>,
  { id }: Data,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${client.url}/exports/${id}`, { headers: { authorization: `Bearer ${client.token}`, ...headers } });
}

/** A line of a file. */
export interface Line {
  type: string;
  id: string;
  record: Data;
}

/** The lines of an export’s file. */
export async function linesOf(of: Exporting, ready: Data): Promise<Line[]> {
  const response = await fetchFile(of, ready);
  expect(response.status).toBe(200);
  const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** Everything of a type that asks for no argument: its values, and of objects and lists of them their values. */
export function fragmentOn(name: RecordTypeName): string {
  const type = servedSchema.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`No objects of ${name}`);
  return `fragment ${name}s on ${name} { ${valuesOf(type, true)} }`;
}

/** What is worked out anew each time it is asked for, or is records of the same type, and costs more than a hundred records may. */
const tooCostly = ['tree', 'checks', 'difference', 'figures', 'series'];

function valuesOf(type: GraphQLObjectType | GraphQLInterfaceType, withObjects: boolean): string {
  return Object.values(type.getFields())
    .flatMap(({ name, type: of, args }) => {
      const named = getNamedType(of);
      if (args.some(isRequiredArgument) || named.name.endsWith('Connection') || tooCostly.includes(name)) return [];
      if (isLeafType(named)) return [name];
      if (!withObjects || named.name === 'Town' || !(isObjectType(named) || isInterfaceType(named))) return [];
      // Some have nothing but objects of their own.
      return [`${name} { __typename ${valuesOf(named, false)} }`];
    })
    .join(' ');
}
