import { Migration } from '@mikro-orm/migrations';
import { createRole } from './001-roles.ts';
import { makeTables, ofTown, protectTables } from './tables-of-towns.ts';

const today = `(now() at time zone 'Asia/Shanghai')::date`;
const holds = (row: string) =>
  `${row}.valid_from <= ${today} and (${row}.valid_to is null or ${row}.valid_to > ${today})`;

/** The columns of each table after the town and the id. */
const tables: Readonly<Record<string, string>> = {
  board:
    '"unit_id" uuid not null, "code" text not null, "published_at" timestamptz not null, "published_by" uuid not null, "withdrawn_at" timestamptz null, "withdrawn_by" uuid null, "withdrawn_because" text null, "version" int not null default 1',
  board_promise:
    '"board_id" uuid not null, "text" text not null, "written_at" timestamptz not null, "written_by" uuid not null, "superseded_at" timestamptz null',
  publication:
    '"person_id" uuid not null, "telephone" text null, "photo_id" uuid null, "agreed_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "ended_at" timestamptz null, "ended_by" uuid null',
  service_number:
    '"unit_id" uuid null, "label" text not null, "telephone" text not null, "position" int not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "ended_at" timestamptz null, "ended_by" uuid null',
};

const leading: readonly [string, string, string][] = [
  ['board', 'unit_id', 'unit'],
  ['board_promise', 'board_id', 'board'],
  ['publication', 'person_id', 'person'],
  ['publication', 'photo_id', 'photo'],
  ['service_number', 'unit_id', 'unit'],
];

const indexes = leading.map(([table, column]): [string, string[]] => [table, [column]]);

const uniques: readonly [string, string[]][] = [['board', ['code']]];

const constraints: readonly [string, string, string][] = [
  ['board', 'once', 'EXCLUDE USING gist (town_id WITH =, unit_id WITH =) WHERE (withdrawn_at IS NULL)'],
  ['board', 'withdrawn', 'check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_because) in (0, 3))'],
  ['board_promise', 'once', 'EXCLUDE USING gist (town_id WITH =, board_id WITH =) WHERE (superseded_at IS NULL)'],
  ['publication', 'once', 'EXCLUDE USING gist (town_id WITH =, person_id WITH =) WHERE (ended_at IS NULL)'],
  [
    'publication',
    'ended',
    'check ((ended_by is null or ended_at is not null) and (ended_at is null or num_nonnulls(telephone, photo_id) = 0))',
  ],
  ['service_number', 'ended', 'check (num_nonnulls(ended_at, ended_by) in (0, 2))'],
];

/** What the views may see of the tables, and nothing else of them. */
const seen: Readonly<Record<string, string>> = {
  board: 'town_id, id, unit_id, code, withdrawn_at',
  board_promise: 'town_id, board_id, text, superseded_at',
  publication: 'town_id, person_id, telephone, photo_id, ended_at',
  service_number: 'town_id, id, unit_id, label, telephone, position, ended_at',
  unit: 'town_id, id, valid_from, valid_to',
  unit_version: 'town_id, unit_id, name, parent_id, valid_from, valid_to, superseded_at',
  lineage: 'town_id, predecessor_id, successor_id, day, heir, voided_at',
  team_version: 'town_id, team_id, block_id, name, valid_from, valid_to, superseded_at',
  team_member: 'town_id, id, team_id, person_id, role, valid_from, valid_to',
  person: 'town_id, id, name',
  notice: 'town_id, id, team_id, title, text, valid_from, valid_to',
  photo: 'town_id, id, jpeg',
};

/** Where a board stands today: with its block, or with what inherited from it. */
const stands = `
  with recursive stands(unit_id, gone_on) as (
    select u.id, u.valid_to from unit u where u.town_id = b.town_id and u.id = b.unit_id
    union
    select u.id, u.valid_to from stands s
    join lineage l on l.town_id = b.town_id and l.predecessor_id = s.unit_id and l.day = s.gone_on and l.heir and l.voided_at is null
    join unit u on u.town_id = b.town_id and u.id = l.successor_id
    where s.gone_on <= ${today}
  ) select unit_id from stands where gone_on is null or gone_on > ${today}`;

/** What stands above a unit, the highest first: ids and names. */
const above = `
  with recursive up(unit_id, name, parent_id, height) as (
    select v.unit_id, v.name, v.parent_id, 0
    union
    select p.unit_id, p.name, p.parent_id, up.height + 1 from up
    join unit_version p on p.town_id = b.town_id and p.unit_id = up.parent_id and p.superseded_at is null and ${holds('p')}
  ) select array_agg(unit_id) as units, array_agg(name order by height desc) filter (where height > 0) as names from up`;

/** What the public sees, each with the code of the board that it is seen on. */
const views: Readonly<Record<string, string>> = {
  board: `
    select b.town_id, b.code, v.unit_id, v.name, coalesce(up.names, '{}') as above, up.units, t.name as town, p.text as promise
    from board b
    join board_promise p on p.town_id = b.town_id and p.board_id = b.id and p.superseded_at is null
    cross join lateral (${stands}) s
    join unit_version v on v.town_id = b.town_id and v.unit_id = s.unit_id and v.superseded_at is null and ${holds('v')}
    cross join lateral (${above}) up
    join town_version t on t.town_id = b.town_id and ${holds('t')}
    where b.withdrawn_at is null`,
  team: `
    select b.town_id, b.code, v.team_id, v.name from published.board b
    join team_version v on v.town_id = b.town_id and v.block_id = b.unit_id and v.superseded_at is null and ${holds('v')}`,
  member: `
    select t.town_id, t.code, t.team_id, m.id, m.role, p.name, a.telephone, a.photo_id from published.team t
    join team_member m on m.town_id = t.town_id and m.team_id = t.team_id and ${holds('m')}
    join publication a on a.town_id = t.town_id and a.person_id = m.person_id and a.ended_at is null
    join person p on p.town_id = t.town_id and p.id = m.person_id`,
  photo: `
    select distinct on (m.town_id, m.code, m.photo_id) m.town_id, m.code, m.photo_id, p.jpeg from published.member m
    join photo p on p.town_id = m.town_id and p.id = m.photo_id`,
  notice: `
    select t.town_id, t.code, t.team_id, n.id, n.title, n.text, n.valid_from, n.valid_to from published.team t
    join notice n on n.town_id = t.town_id and n.team_id = t.team_id and ${holds('n')}`,
  number: `
    select b.town_id, b.code, n.id, n.label, n.telephone, n.position, n.unit_id is not null as local from published.board b
    join service_number n on n.town_id = b.town_id and n.ended_at is null and (n.unit_id is null or n.unit_id = any(b.units))`,
};

/**
 * Boards of blocks 公示牌 that everybody reads: what a team promises, who of it agreed to be shown, its notices, and useful numbers. The public
 * has a role of its own, which reads the views of the schema `published` alone; these belong to a role that sees of the tables what they show, in the entered town.
 */
export class PublicBoards extends Migration {
  override up(): void {
    for (const statement of makeTables({ tables, indexes, uniques, constraints, leading })) this.addSql(statement);
    for (const statement of protectTables(Object.keys(tables))) this.addSql(statement);
    this.addSql('grant update (withdrawn_at, withdrawn_by, withdrawn_because, version) on board to app_town');
    this.addSql('grant update (superseded_at) on board_promise to app_town');
    this.addSql('grant update (telephone, photo_id, ended_at, ended_by) on publication to app_town');
    this.addSql('grant update (ended_at, ended_by) on service_number to app_town');
    this.#views();
    this.#enter();
  }

  #views(): void {
    this.addSql(createRole('app_views', 'nologin'));
    this.addSql(createRole('app_public', 'nologin'));
    this.addSql('grant app_views to current_user');
    this.addSql('grant app_public to lianxin_app');
    this.addSql('create schema published');
    this.addSql('grant usage on schema published to app_views, app_public');
    this.addSql('grant create on schema published to app_views');
    for (const [table, columns] of Object.entries(seen)) {
      this.addSql(`create policy "public_shows" on "${table}" for select to "app_views" using (${ofTown})`);
      this.addSql(`grant select (${columns}) on "${table}" to app_views`);
    }
    this.addSql('grant select on town_version to app_views');
    for (const [view, query] of Object.entries(views)) {
      this.addSql(`create view published.${view} with (security_barrier) as ${query}`);
      this.addSql(`alter view published.${view} owner to app_views`);
      this.addSql(`grant select on published.${view} to app_public`);
    }
    this.addSql('revoke create on schema published from app_views');
  }

  #enter(): void {
    this.addSql(`
      create or replace function app.enter(role text, scope text) returns bigint language plpgsql as $$
      begin
        execute format('set local app.town_id = %L', case when role in ('app_town', 'app_webhook', 'app_sandbox', 'app_public') then scope else '' end);
        execute format('set local app.town_ids = %L', case when role = 'app_district' then scope else '' end);
        execute format('set local app.account_id = %L', case when role = 'app_signin' then scope else '' end);
        execute format('set local role %I', role);
        if role = 'app_sandbox' then
          if not app.is_sandbox(scope::bigint) then
            raise exception '% is no town of the sandbox', scope using errcode = '42501';
          end if;
          perform pg_advisory_xact_lock(4117320, scope::int);
        elsif role = 'app_town' then
          if current_setting('transaction_read_only') = 'off' and app.is_sandbox(scope::bigint) then
            perform pg_advisory_xact_lock_shared(4117320, scope::int);
          end if;
          return (select version from public.tree_state where town_id = scope::bigint);
        end if;
        return null;
      end $$`);
  }
}
