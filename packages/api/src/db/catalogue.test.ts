import { MikroORM } from '@mikro-orm/postgresql';
import { describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { showing } from '../photos/forget-photos.ts';
import { measures } from '../summaries/measures.ts';
import { stocks } from '../summaries/stocks.ts';
import { atDesk, type Desk, openDesk } from './door.ts';
import { mapping } from './orm.ts';

const platform = testPlatform();

/** Tables that belong to no town, each with the reason. */
const notOfATown: Record<string, string> = {
  account: 'an account may work for several towns',
  application: 'several towns may consent to one',
  application_grant: 'a person lets an application act wherever they may',
  application_secret: 'sign-in',
  demo_account: 'notes which accounts are invented',
  district: 'reference',
  mikro_orm_migrations: 'which migrations have run',
  office: 'above the towns',
  oidc_record: 'sign-in',
  programme_offer: 'a district offers it to all of its towns',
  register_unit: 'reference',
  sign_in_attempt: 'sign-in',
  signing_key: 'sign-in',
  stored_operation: 'of an application',
  town: 'reference',
  town_version: 'reference',
  webhook_endpoint: 'of an application',
  webhook_secret: 'of an application',
  working_day_exception: 'reference',
};

const tables = () =>
  platform.database.sql<{ name: string; forced: boolean; town_id: boolean; policies: number }>(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'town_id') as town_id,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);

const tenantTables = async () => (await tables()).map((table) => table.name).filter((name) => !(name in notOfATown));

describe('every table of a town', () => {
  it('has town_id, and whatever has none is listed with a reason', async () => {
    const without = (await tables()).filter((table) => !table.town_id).map((table) => table.name);
    expect(without.filter((name) => !(name in notOfATown))).toEqual([]);
    expect((await tenantTables()).length).toBeGreaterThan(12);
  });

  it('forces row-level security and has a policy', async () => {
    const tenants = await tenantTables();
    const open = (await tables()).filter(
      (table) => tenants.includes(table.name) && !(table.forced && table.policies > 0),
    );
    expect(open).toEqual([]);
  });

  it('shows and takes, in a town’s seat, the entered town’s rows and no others', async () => {
    const tenants = await tenantTables();
    const policies = await platform.database.sql<{ table: string; using: string; check: string }>(
      `
      select polrelid::regclass::text as "table", pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as "check"
      from pg_policy where 'app_town'::regrole = any(polroles) and polrelid::regclass::text = any($1)`,
      [tenants],
    );
    const own = `(town_id = (NULLIF(current_setting('app.town_id'::text, true), ''::text))::bigint)`;
    expect(policies.map((policy) => policy.table).sort()).toEqual(tenants.sort());
    expect(policies.filter((policy) => policy.using !== own || policy.check !== own)).toEqual([]);
    const others = await platform.database.sql(
      `select polname from pg_policy where polroles = '{0}' and polrelid::regclass::text = any($1)`,
      [tenants],
    );
    expect(others).toEqual([]);
  });

  it('has town_id in every primary, unique, foreign and exclusion key', async () => {
    const keys = await platform.database.sql<{ table: string; name: string }>(`
      select k.conrelid::regclass::text as "table", k.conname as name from pg_constraint k
      where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f', 'x')
        and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'town_id' and a.attnum = any(k.conkey))`);
    expect(keys.filter((key) => !(key.table in notOfATown))).toEqual([]);
    const indexes = await platform.database.sql<{ table: string; name: string }>(`
      select i.indrelid::regclass::text as "table", i.indexrelid::regclass::text as name from pg_index i
      join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
      where i.indisunique and not exists
        (select from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'town_id' and a.attnum = any(i.indkey))`);
    expect(indexes.filter((index) => !(index.table in notOfATown))).toEqual([]);
  });

  it('never cascades, sets null or defers', async () => {
    const actions = await platform.database.sql(`
      select conname from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f'
        and (confdeltype <> 'a' or confupdtype <> 'a' or condeferrable)`);
    expect(actions).toEqual([]);
  });

  it('shows a town only its own rows when a statement forgets the town, and no rows without a town', async () => {
    const mine = await platform.newTown();
    const other = await platform.newTown();
    for (const town of [mine, other]) {
      const block = await town.openUnit();
      await town.formTeam(block);
      await town.person();
    }
    for (const table of await tenantTables()) {
      const rows = await atDesk(
        platform.database.orm,
        { role: 'app_town', town: Number(mine.code) },
        new Date(),
        'read',
        (desk) => desk.run<{ town_id: number }>(`select distinct town_id from ${table}`),
      );
      expect(
        rows.filter((row) => row.town_id !== Number(mine.code)),
        table,
      ).toEqual([]);
    }
    const nobody = await atDesk(
      platform.database.orm,
      { role: 'app_district', towns: [] },
      new Date(),
      'read',
      (desk) => desk.run('select from unit_version'),
    );
    expect(nobody).toHaveLength(0);
  });

  it('takes no row of another town', async () => {
    const [mine, other] = [await platform.newTown(), await platform.newTown()];
    const writing = atDesk(
      platform.database.orm,
      { role: 'app_town', town: Number(mine.code) },
      new Date(),
      'write',
      (desk) =>
        desk.run('insert into person (town_id, id, name) values ($1, gen_random_uuid(), $2)', [
          Number(other.code),
          '张三',
        ]),
    );
    await expect(writing).rejects.toMatchObject({ code: '42501' });
  });
});

it('every table that shows photographs keeps them from being forgotten', async () => {
  const holding = await platform.database.sql<{ table: string }>(
    `select conrelid::regclass::text as "table" from pg_constraint where contype = 'f' and confrelid = 'photo'::regclass`,
  );
  expect(holding.map(({ table }) => table).sort()).toEqual([...showing].sort());
});

describe('the application’s role', () => {
  it('may do nothing outside the door', async () => {
    const stray = platform.database.orm.em.fork();
    for (const table of await tenantTables()) {
      await expect(stray.execute(`select from ${table}`), table).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('owns nothing, and no role of the door bypasses row-level security', async () => {
    const roles = await platform.database.sql<{ rolname: string }>(
      `select rolname from pg_roles where (rolname like 'app\\_%' or rolname in ('lianxin_app', 'lianxin_jobs'))
         and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit = rolcanlogin)`,
    );
    expect(roles).toEqual([]);
    const owned = await platform.database.sql(
      `select from pg_class where relowner in (select oid from pg_roles where rolname like 'app\\_%' or rolname in ('lianxin_app', 'lianxin_jobs'))
         and not (relkind = 'v' and relnamespace = 'published'::regnamespace and relowner = 'app_views'::regrole)`,
    );
    expect(owned).toEqual([]);
    // What everybody reads belongs to a role that nobody can take on.
    const members = await platform.database.sql(
      `select from pg_roles where (rolname like 'app\\_%' or rolname in ('lianxin_app', 'lianxin_jobs')) and rolname <> 'app_views' and pg_has_role(oid, 'app_views', 'member')`,
    );
    expect(members).toEqual([]);
    const open = await platform.database.sql(
      `select from pg_class where relnamespace = 'public'::regnamespace and has_any_column_privilege('lianxin_jobs', oid, 'select, insert, update')`,
    );
    expect(open).toEqual([]);
  });

  it('reads no person, account or assignment for a district or the platform', async () => {
    for (const seat of [{ role: 'app_district', towns: [310_112_114] } as const, { role: 'app_platform' } as const]) {
      for (const table of ['person', 'post', 'team_member', 'partner', 'town_account', 'assignment', 'account']) {
        const reading = atDesk(platform.database.orm, seat, new Date(), 'read', (desk) =>
          desk.run(`select * from ${table}`),
        );
        await expect(reading, `${seat.role} ${table}`).rejects.toMatchObject({ code: '42501' });
      }
    }
  });
});

describe('a desk', () => {
  it('runs nothing more once its transaction is over, however it ended: the connection is somebody else’s then', async () => {
    const town = await platform.newTown();
    const kept: Desk[] = [];
    const keep = async (desk: Desk) => {
      kept.push(desk);
      await desk.run('select from person');
    };
    await atDesk(platform.database.orm, seat(town.code), new Date(), 'read', keep);
    const failing = atDesk(platform.database.orm, seat(town.code), new Date(), 'write', async (desk) => {
      await keep(desk);
      throw new Error('half-way');
    });
    await expect(failing).rejects.toThrow('half-way');
    const { desk, close } = await openDesk(platform.database.orm, seat(town.code), new Date(), 'read');
    const closing = close(true);
    for (const each of [...kept, desk]) await expect(each.run('select from person')).rejects.toThrow('over');
    await closing;
    // And on the connection that they had, the next transaction sees its own town.
    const other = await platform.newTown();
    const rows = await atDesk(platform.database.orm, seat(other.code), new Date(), 'read', (each) =>
      each.run<{ town: string }>(`select current_setting('app.town_id') as town`),
    );
    expect(rows).toEqual([{ town: other.code }]);
  });

  const seat = (code: string) => ({ role: 'app_town', town: Number(code) }) as const;

  it('that reads sees one moment and writes nothing', async () => {
    const town = await platform.newTown();
    await atDesk(platform.database.orm, seat(town.code), new Date(), 'read', async (desk) => {
      const count = async () => (await desk.run('select from person')).length;
      const before = await count();
      await town.person();
      expect(await count()).toBe(before);
    });
    const writing = atDesk(platform.database.orm, seat(town.code), new Date(), 'read', (desk) =>
      desk.run('update tree_state set version = version'),
    );
    await expect(writing).rejects.toMatchObject({ code: '25006' });
  });

  it('ends by itself what runs away, waits too long or was forgotten', async () => {
    const [settings] = await atDesk(platform.database.orm, seat('310112114'), new Date(), 'read', (desk) =>
      desk.run<
        Record<string, string>
      >(`select current_setting('statement_timeout') as a, current_setting('lock_timeout') as b,
           current_setting('idle_in_transaction_session_timeout') as c`),
    );
    expect(settings).toEqual({ a: '20s', b: '10s', c: '1min' });
  });
});

it('has migrations that lead to what the entities say', async () => {
  // Triggers, and the views that everybody reads, are written by hand; tests know them.
  const schemaGenerator = { ignoreSchema: ['app', 'graphile_worker', 'published'], ignoreTriggers: true };
  const orm = await MikroORM.init({ ...mapping, schemaGenerator, clientUrl: platform.database.ownerUrl });
  try {
    const difference = await orm.schema.getUpdateSchemaSQL({ wrap: false, safe: false });
    const lines = difference.split('\n').filter((line) => line.trim() && !line.includes('mikro_orm_migrations'));
    expect(lines).toEqual([]);
  } finally {
    await orm.close(true);
  }
});

/**
 * Triggers that keep no summary, each with the reason why no verb does it. Summaries count by columns of the fact's own row
 * (docs/adr/0011-summaries.md), so those columns have to be right in the transaction of whatever changes them.
 */
const otherTriggers: Record<string, string> = {
  // `applications/` knows nothing of its child `exports/`.
  'application_consent.end_exports': 'what was made by a consent goes with it, however it ends',
  // Steps of a request are taken in `requests/`, which knows nothing of its children `calls/`, `patrols/` and `inspections/`.
  'request.count_in_call': 'a call that became requests is handled, followed up and content as those are',
  'request.finding_follows':
    'what a patrol or an inspection found and is a request was dealt with once that is handled',
  // It adds to the same counts, and adding is what keeps one of two at once from being lost.
  'call_request.count_requests': 'a call has a further request',
  // Visits are recorded, sent later, corrected, withdrawn, imported and invented; each can put the one after it wrong or right.
  'visit.hold': 'the household is held, so that its visits are judged one after the other however they come in',
  'visit.judge': 'a withdrawn visit is nobody’s visit before',
  'visit_version.judge': 'what the record of a visit lacks is told beside the one before it',
  // No verb can change what somebody has but by an entry of the ledger (docs/adr/0030-volunteer-points.md).
  'point_entry.book': 'what a volunteer has is what the entries come to, and no entry is booked twice',
  'stock_entry.book': 'what is on the shelf is what the entries come to, and no entry is booked twice',
  'volunteer.kept_by_entries': 'only an entry changes it',
  'reward.kept_by_entries': 'only an entry changes it',
  // No verb can forget to tell applications (docs/adr/0023-webhooks.md).
  ...Object.fromEntries(
    [
      ...['visit.tell_new', 'visit.tell_changed', 'request_event.tell'],
      ...['restructuring.tell_new', 'restructuring.tell_applied'],
      ...['coverage_link.tell_insert', 'coverage_link.tell_update'],
      ...['work_assignment.tell_insert', 'work_assignment.tell_update'],
      ...['application_consent.tell_given', 'application_consent.tell_ended', 'application_consent.tell_run_out'],
    ].map((trigger) => [trigger, 'applications are told of it']),
  ),
};

it('has triggers on every table of facts and stocks, that keep its summaries, and no other that is not listed with a reason', async () => {
  const triggers = await platform.database.sql<{ table: string; name: string }>(
    `select tgrelid::regclass::text as "table", tgname as name from pg_trigger
     where not tgisinternal and tgenabled = 'O'
       and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`,
  );
  const tables = new Set(Object.values(measures).map(({ table }) => table));
  const dated = [...new Set(Object.values(stocks).map(({ table }) => table))];
  const expected = [
    ...[...tables].map((table) => `${table}.summarize`),
    ...dated.flatMap((table) => ['insert', 'update', 'delete'].map((event) => `${table}.tally_${event}`)),
    ...Object.keys(otherTriggers),
  ];
  expect(triggers.map(({ table, name }) => `${table}.${name}`).sort()).toEqual(expected.sort());
});
