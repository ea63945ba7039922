import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Actor } from '../../api/src/access/actor.ts';
import { openTownAccount } from '../../api/src/accounts/open-account.ts';
import { importHolidays } from '../../api/src/calendars/import-holidays.ts';
import { atDesk } from '../../api/src/db/door.ts';
import { deleteEmbeddedData, startEmbeddedServer } from '../../api/src/db/embedded-server.ts';
import { migrate } from '../../api/src/db/migrate.ts';
import { connect, type Orm } from '../../api/src/db/orm.ts';
import { prepareJobs } from '../../api/src/jobs/prepare-jobs.ts';
import { makeLog } from '../../api/src/log.ts';
import { importRegister } from '../../api/src/register/import-register.ts';
import { serve } from '../../api/src/server.ts';
import { setUpTown } from '../../api/src/set-up/set-up-town.ts';
import { issueToken } from '../../api/src/signin/issue-token.ts';
import { dayOf } from '../../api/src/today.ts';

import { unmetered } from './product.ts';

/** A platform on a PostgreSQL of its own, which is gone when it stops. */
export interface BenchPlatform {
  orm: Orm;
  /** Where the application and the database's owner sign in. */
  appUrl: string;
  ownerUrl: string;
  /** Where it is asked. */
  url: string;
  /** Asks the database as its owner, past row-level security. */
  asOwner<Row>(text: string): Promise<Row[]>;
  /** A bearer token for an account. */
  tokenOf(accountId: string): Promise<string>;
  /** Sets up a town that has not been, one of those of which the register knows least. */
  newTown(): Promise<BenchTown>;
  /** Has PostgreSQL clean its tables up and look at what they hold, as it does by itself after a while. */
  vacuum(): Promise<void>;
  stop(): Promise<void>;
}

/** A town with its administrator. */
export interface BenchTown {
  townId: number;
  code: string;
  actor: Actor;
  /** Their bearer token. */
  token: string;
  /** Asks the API as the administrator, over HTTP. Throws where anything is refused. */
  ask(query: string, variables: Record<string, unknown>): Promise<Record<string, unknown>>;
}

export async function startPlatform(progress: (message: string) => void): Promise<BenchPlatform> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lianxin-bench-'));
  const server = await startEmbeddedServer({ dataDir, durable: false, progress });
  const { appUrl } = await migrate(server.ownerUrl);
  await prepareJobs(server.ownerUrl);
  await importRegister(server.ownerUrl);
  await importHolidays(server.ownerUrl);
  const orm = await connect(appUrl, 10);
  const address = { host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1:4000', budgetTimes: unmetered };
  const running = await serve(orm, address, makeLog('error'));
  const asOwner = async <Row>(text: string): Promise<Row[]> => {
    const client = new Client({ connectionString: server.ownerUrl });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };

  const tokenOf = (accountId: string) => issueToken(running.provider, accountId);
  const newTown = async (): Promise<BenchTown> => {
    const [town] = await asOwner<{ id: number; code: string }>(
      `select id, code from town where set_up_on is null
       order by (select count(*) from register_unit where town_code = town.code), code limit 1`,
    );
    if (!town) throw new Error('The register has no town left');
    const { id: townId, code } = town;
    const now = new Date();
    const actor = await atDesk(orm, { role: 'app_town', town: townId }, now, 'write', async (desk) => {
      await setUpTown(desk, dayOf(now));
      const opening = { town: code, name: 'admin', displayName: '管理员' };
      const role = 'TOWN_ADMINISTRATOR' as const;
      const { account } = await openTownAccount(desk, opening, { role, unit_id: null, team_id: null }, dayOf(now));
      const { account_id: accountId } = await desk.db
        .selectFrom('town_account')
        .select('account_id')
        .where('town_id', '=', townId)
        .executeTakeFirstOrThrow();
      const { name, displayName } = account;
      return { accountId, name, displayName, homeTown: townId, offices: [], assignments: [{ ...whole, townId, role }] };
    });
    const token = await tokenOf(actor.accountId);
    return { townId, code, actor, token, ask: (query, variables) => ask(running.url, token, query, variables) };
  };

  return {
    orm,
    appUrl,
    ownerUrl: server.ownerUrl,
    url: running.url,
    asOwner,
    tokenOf,
    newTown,
    vacuum: async () => void (await asOwner('vacuum analyze')),
    stop: async () => {
      await running.stop();
      await orm.close(true);
      await server.stop();
      await deleteEmbeddedData(dataDir);
    },
  };
}

/** An assignment that is held on the whole town. */
const whole = { id: '', unitId: null, teamId: null, personId: null };

/** Asks a platform. Throws where anything is refused. */
export async function ask(url: string, token: string, query: string, variables: Record<string, unknown>) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const body: { data?: Record<string, unknown>; errors?: unknown[] } = JSON.parse(await response.text());
  if (!body.data || body.errors) throw new Error(`${query}\n${JSON.stringify(body.errors)}`);
  return body.data;
}
