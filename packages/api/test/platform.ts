import type { Provider } from 'oidc-provider';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Role } from '../src/access/roles.ts';
import { serve } from '../src/server.ts';
import { issueToken } from '../src/signin/issue-token.ts';
import { makeOperator } from '../src/signin/make-operator.ts';
import { ApiClient, type Data } from './client.ts';
import { copyDatabase, type TestDatabase } from './database.ts';

/** A platform of a test file's own: database, server, and an operator. */
export interface TestPlatform {
  url: string;
  database: TestDatabase;
  provider: Provider;
  operator: ApiClient;
  /** What the server logged as errors: faults that no test expects. */
  faults: string[];
  /** Nobody: no token. */
  public: ApiClient;
  /** Sets up a town that no other test uses, with an administrator. */
  newTown(): Promise<TestTown>;
  /** A client for an account, by its name. */
  clientOf(account: string, language?: string): Promise<ApiClient>;
  /**
   * Moves the platform's clock ahead for the rest of the test, in milliseconds. The clock of tokens stays: an account
   * opened ahead of it cannot sign in.
   */
  advance(by: number): void;
}

/** A town of a test's own. */
export interface TestTown {
  code: string;
  admin: ApiClient;
  /** A village or committee of the town's register, by its place in it. */
  unit(index: number): string;
  /** Opens a unit, by default a block under the first village or committee. Returns its id. */
  openUnit(input?: Record<string, unknown>): Promise<string>;
  /** Forms a team for a block. Returns its id. */
  formTeam(block: string, name?: string): Promise<string>;
  /** Registers a person. Returns their id. */
  person(name?: string): Promise<string>;
  /** Opens an account with a role and answers a client for it. */
  account(role: Role, place?: { unit?: string; team?: string; person?: string }): Promise<ApiClient>;
}

/** How many times the usual points callers have in tests, which ask in seconds for what people ask for in days. All servers of a database have the same. */
export const budgetTimes = 1000;

/**
 * Starts a platform before the tests of a file and stops it after them. Its callers have `budgetTimes` the usual points unless told
 * otherwise.
 */
export function testPlatform({ budgetTimes: times = budgetTimes } = {}): TestPlatform {
  const platform = {} as TestPlatform;
  let stop = async () => {};
  let setClockRight = () => {};
  beforeAll(async () => {
    const started = await startPlatform(times);
    stop = started.stop;
    setClockRight = started.setClockRight;
    Object.assign(platform, started.platform);
  });
  afterEach(() => setClockRight());
  afterAll(() => stop());
  return platform;
}

/** Starts a platform on a copy of the prepared database. */
async function startPlatform(times: number) {
  const database = await copyDatabase();
  const faults: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void faults.push(line) });
  const given = new Set<string>();
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const config = { host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1:4000', budgetTimes: times };
  const { url, provider, stop } = await serve(database.orm, config, log, now);

  const clientOf = async (account: string, language?: string) =>
    new ApiClient(url, await tokenOf(database, provider, account), language);
  await makeOperator(database.orm, 'operator', new Date());
  const operator = await clientOf('operator');
  const platform: TestPlatform = {
    url,
    database,
    provider,
    operator,
    faults,
    public: new ApiClient(url, undefined),
    clientOf,
    newTown: () => newTown({ operator, clientOf, database }, given),
    advance: (by) => {
      ahead += by;
    },
  };
  return {
    platform,
    setClockRight: () => {
      ahead = 0;
    },
    stop: async () => {
      await stop();
      await database.drop();
    },
  };
}

async function tokenOf(database: TestDatabase, provider: Provider, name: string): Promise<string> {
  const [account] = await database.sql<{ id: string }>('select id from account where name = $1', [name]);
  if (!account) throw new Error(`No account ${name}`);
  return issueToken(provider, account.id);
}

let count = 0;

/** How many units a town has at most when it is set up, so that with what a test adds they fit on the pages that tests ask for. */
const mostUnits = 30;

async function newTown(
  { operator, clientOf, database }: Pick<TestPlatform, 'operator' | 'clientOf' | 'database'>,
  given: Set<string>,
): Promise<TestTown> {
  const free = await database.sql<{ code: string }>(
    `select code from town where set_up_on is null
     and (select count(*) from register_unit where town_code = town.code) between 4 and ${mostUnits} order by random()`,
  );
  // Tests that set up several at once get as many.
  const code = free.map((each) => each.code).find((each) => !given.has(each));
  if (code === undefined) throw new Error('The register has no town left');
  given.add(code);
  await operator.do('setUpTown', { code }, 'town { code }');
  const opened = { town: code, name: 'admin', displayName: '管理员', role: 'TOWN_ADMINISTRATOR' };
  await operator.do('openAccount', opened, 'account { id }');
  const admin = await clientOf(`admin-${code}`);
  const { town } = await admin.ask(
    'query($code: RegisterCode!) { town(code: $code) { units(first: 100) { nodes { id } } } }',
    {
      code,
    },
  );
  const units: string[] = town.units.nodes.map((unit: Data) => unit.id);
  const unit = (index: number) => {
    const id = units[index];
    if (id === undefined) throw new Error(`Town ${code} has only ${units.length} units`);
    return id;
  };
  return {
    code,
    admin,
    unit,
    openUnit: async (input = {}) => {
      const full = { town: code, parent: unit(0), kind: 'BLOCK', name: `块区${++count}`, ...input };
      return (await admin.do('openUnit', full, 'unit { id }')).unit.id;
    },
    formTeam: async (block, name = `组团${++count}`) =>
      (await admin.do('formTeam', { block, name }, 'team { id }')).team.id,
    person: async (name = `人员${++count}`) =>
      (await admin.do('registerPerson', { town: code, name }, 'person { id }')).person.id,
    account: async (role, place = {}) => {
      const name = `a${++count}`;
      await admin.do('openAccount', { town: code, name, displayName: name, role, ...place }, 'account { id }');
      return clientOf(`${name}-${code}`);
    },
  };
}
