import { Migration } from '@mikro-orm/migrations';
import { makeTables, ofTown } from './tables-of-towns.ts';

/** The columns of each table after the town and the id. */
const tables: Readonly<Record<string, string>> = {
  volunteer:
    '"person_id" uuid not null, "unit_id" uuid not null, "registered_on" date not null, "ended_on" date null, "balance" int not null default 0, "version" int not null default 1',
  volunteer_activity_kind: '"name" text not null, "position" int not null, "ended_on" date null',
  volunteer_activity_rate:
    '"kind_id" uuid not null, "points" int not null, "valid_from" date not null, "valid_to" date null',
  volunteer_activity:
    '"kind_id" uuid not null, "unit_id" uuid null, "name" text not null, "held_on" date not null, "time" text null, "place" text null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "called_off_at" timestamptz null, "called_off_because" text null',
  volunteer_sign_up:
    '"activity_id" uuid not null, "volunteer_id" uuid not null, "state" text not null, "points" int null, "recorded_at" timestamptz not null, "recorded_by" uuid not null',
  reward:
    '"kind" text not null, "name" text not null, "stock" int not null default 0, "position" int not null, "ended_on" date null',
  reward_price: '"reward_id" uuid not null, "points" int not null, "valid_from" date not null, "valid_to" date null',
  redemption:
    '"volunteer_id" uuid not null, "reward_id" uuid not null, "quantity" int not null, "points" int not null, "state" text not null, "redeemed_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "settled_at" timestamptz null, "settled_by" uuid null, "cancelled_because" text null',
  point_entry:
    '"volunteer_id" uuid not null, "from_account" text not null, "to_account" text not null, "points" int not null, "sign_up_id" uuid null, "redemption_id" uuid null, "reverses_id" uuid null, "booked_on" date not null, "reason" text null, "recorded_at" timestamptz not null, "recorded_by" uuid not null',
  stock_entry:
    '"reward_id" uuid not null, "from_account" text not null, "to_account" text not null, "quantity" int not null, "redemption_id" uuid null, "reverses_id" uuid null, "reason" text null, "recorded_at" timestamptz not null, "recorded_by" uuid not null',
};

const indexes: readonly [string, string[]][] = [
  ['volunteer', ['unit_id']],
  ['volunteer_activity_rate', ['kind_id']],
  ['volunteer_activity', ['held_on']],
  ['volunteer_activity', ['kind_id']],
  ['volunteer_activity', ['unit_id']],
  ['volunteer_sign_up', ['volunteer_id']],
  ['reward_price', ['reward_id']],
  ['redemption', ['volunteer_id']],
  ['redemption', ['reward_id']],
  ['redemption', ['redeemed_on']],
  ['point_entry', ['volunteer_id', 'booked_on']],
  ['point_entry', ['sign_up_id']],
  ['point_entry', ['redemption_id']],
  ['point_entry', ['booked_on']],
  ['stock_entry', ['reward_id']],
  ['stock_entry', ['redemption_id']],
];

const uniques: readonly [string, string[]][] = [
  ['volunteer', ['person_id']],
  ['volunteer_sign_up', ['activity_id', 'volunteer_id']],
  ['point_entry', ['reverses_id']],
  ['stock_entry', ['reverses_id']],
];

/** From which column of which table to which other one. */
const leading: readonly [string, string, string][] = [
  ['volunteer', 'person_id', 'person'],
  ['volunteer', 'unit_id', 'unit'],
  ['volunteer_activity_rate', 'kind_id', 'volunteer_activity_kind'],
  ['volunteer_activity', 'kind_id', 'volunteer_activity_kind'],
  ['volunteer_activity', 'unit_id', 'unit'],
  ['volunteer_sign_up', 'activity_id', 'volunteer_activity'],
  ['volunteer_sign_up', 'volunteer_id', 'volunteer'],
  ['reward_price', 'reward_id', 'reward'],
  ['redemption', 'volunteer_id', 'volunteer'],
  ['redemption', 'reward_id', 'reward'],
  ['point_entry', 'volunteer_id', 'volunteer'],
  ['point_entry', 'sign_up_id', 'volunteer_sign_up'],
  ['point_entry', 'redemption_id', 'redemption'],
  ['point_entry', 'reverses_id', 'point_entry'],
  ['stock_entry', 'reward_id', 'reward'],
  ['stock_entry', 'redemption_id', 'redemption'],
  ['stock_entry', 'reverses_id', 'stock_entry'],
];

const notTwice = `EXCLUDE USING gist (town_id WITH =, name WITH =) WHERE (ended_on IS NULL)`;
const noOverlap = (column: string) =>
  `EXCLUDE USING gist (town_id WITH =, ${column} WITH =, daterange(valid_from, valid_to) WITH &&)`;
const oneOf = (column: string, values: string) => `check ("${column}" in (${values}))`;
const pointAccounts = `'ISSUED', 'VOLUNTEER', 'REDEEMED'`;
const stockAccounts = `'SUPPLIED', 'SHELF', 'TAKEN'`;

const constraints: readonly [string, string, string][] = [
  ['volunteer', 'balance', 'check (balance >= 0)'],
  ['volunteer', 'forward', 'check (ended_on >= registered_on)'],
  ['volunteer_activity_kind', 'name', notTwice],
  ['volunteer_activity_rate', 'points', 'check (points > 0)'],
  ['volunteer_activity_rate', 'forward', 'check (valid_to is null or valid_to >= valid_from)'],
  ['volunteer_activity_rate', 'once', noOverlap('kind_id')],
  ['volunteer_activity', 'called_off', 'check (num_nonnulls(called_off_at, called_off_because) in (0, 2))'],
  ['volunteer_sign_up', 'state_check', oneOf('state', `'SIGNED_UP', 'CONFIRMED', 'WITHDRAWN'`)],
  ['volunteer_sign_up', 'points', `check ((state = 'CONFIRMED') = (points is not null))`],
  ['reward', 'kind_check', oneOf('kind', `'SERVICE', 'GOODS'`)],
  ['reward', 'name', notTwice],
  ['reward', 'stock', `check (stock >= 0 and (kind = 'GOODS' or stock = 0))`],
  ['reward_price', 'points', 'check (points > 0)'],
  ['reward_price', 'forward', 'check (valid_to is null or valid_to >= valid_from)'],
  ['reward_price', 'once', noOverlap('reward_id')],
  ['redemption', 'state_check', oneOf('state', `'ORDERED', 'FULFILLED', 'CANCELLED'`)],
  ['redemption', 'amount', 'check (quantity > 0 and points > 0)'],
  [
    'redemption',
    'settled',
    `check ((state = 'ORDERED') = (settled_at is null) and num_nonnulls(settled_at, settled_by) in (0, 2) and (state = 'CANCELLED') = (cancelled_because is not null))`,
  ],
  ['point_entry', 'from_account_check', oneOf('from_account', pointAccounts)],
  ['point_entry', 'to_account_check', oneOf('to_account', pointAccounts)],
  ['point_entry', 'points', 'check (points > 0)'],
  ['point_entry', 'accounts', `check (from_account <> to_account and 'VOLUNTEER' in (from_account, to_account))`],
  [
    'point_entry',
    'cause',
    `check (('ISSUED' in (from_account, to_account)) = (sign_up_id is not null) and ('REDEEMED' in (from_account, to_account)) = (redemption_id is not null))`,
  ],
  [
    'point_entry',
    'reverses',
    `check ((to_account = 'ISSUED' or from_account = 'REDEEMED') = (reverses_id is not null))`,
  ],
  ['stock_entry', 'from_account_check', oneOf('from_account', stockAccounts)],
  ['stock_entry', 'to_account_check', oneOf('to_account', stockAccounts)],
  ['stock_entry', 'quantity', 'check (quantity > 0)'],
  ['stock_entry', 'accounts', `check (from_account <> to_account and 'SHELF' in (from_account, to_account))`],
  ['stock_entry', 'cause', `check (('TAKEN' in (from_account, to_account)) = (redemption_id is not null))`],
  ['stock_entry', 'reverses', `check ((from_account = 'TAKEN') = (reverses_id is not null))`],
];

/**
 * What an entry does to what is kept beside the ledger, in its own transaction, and what no entry may be: one that takes back another one than it
 * says, or a second earning or spending of the same. These are looked for after the kept row is taken, so that of two at once the later one
 * finds the earlier.
 */
const bookPoints = `create function app.book_points() returns trigger language plpgsql as $$
  begin
    update volunteer v set balance = v.balance + booked.change
    from (select town_id, volunteer_id, sum(case to_account when 'VOLUNTEER' then points else -points end) as change
      from added group by town_id, volunteer_id) booked
    where v.town_id = booked.town_id and v.id = booked.volunteer_id;
    if exists (select from added a left join point_entry e on e.town_id = a.town_id and e.id = a.reverses_id
      where a.reverses_id is not null and (e.volunteer_id, e.points, e.from_account, e.to_account, e.sign_up_id, e.redemption_id)
        is distinct from (a.volunteer_id, a.points, a.to_account, a.from_account, a.sign_up_id, a.redemption_id))
    or exists (select from point_entry e
      where (e.town_id, coalesce(e.sign_up_id, e.redemption_id)) in (select town_id, coalesce(sign_up_id, redemption_id) from added)
      group by e.town_id, coalesce(e.sign_up_id, e.redemption_id)
      having count(*) filter (where e.reverses_id is null) - count(e.reverses_id) not in (0, 1))
    then
      raise exception 'An entry does not fit the ledger of points' using errcode = 'check_violation';
    end if;
    return null;
  end $$`;

const bookStock = `create function app.book_stock() returns trigger language plpgsql as $$
  begin
    update reward r set stock = r.stock + booked.change
    from (select town_id, reward_id, sum(case to_account when 'SHELF' then quantity else -quantity end) as change
      from added group by town_id, reward_id) booked
    where r.town_id = booked.town_id and r.id = booked.reward_id;
    if exists (select from added a left join stock_entry e on e.town_id = a.town_id and e.id = a.reverses_id
      where a.reverses_id is not null and (e.reward_id, e.quantity, e.from_account, e.to_account, e.redemption_id)
        is distinct from (a.reward_id, a.quantity, a.to_account, a.from_account, a.redemption_id))
    or exists (select from stock_entry e
      where (e.town_id, e.redemption_id) in (select town_id, redemption_id from added)
      group by e.town_id, e.redemption_id
      having count(*) filter (where e.reverses_id is null) - count(e.reverses_id) not in (0, 1))
    then
      raise exception 'An entry does not fit the ledger of goods' using errcode = 'check_violation';
    end if;
    return null;
  end $$`;

const keptByEntries = `create function app.kept_by_entries() returns trigger language plpgsql as $$
  begin
    raise exception 'Only an entry of the ledger changes %.%', tg_table_name, tg_argv[0] using errcode = 'check_violation';
  end $$`;

/**
 * Volunteers, their activities, what these earn, and what points are spent on, with a ledger in which each entry takes from one account what it
 * gives to another, that is only ever added to, and by which alone a balance changes (ADR 30). No district office gets anything of them.
 */
export class VolunteerPoints extends Migration {
  override up(): void {
    for (const statement of makeTables({ tables, indexes, uniques, constraints, leading })) this.addSql(statement);
    for (const table of Object.keys(tables)) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`);
      this.addSql(`grant select on "${table}" to app_town`);
      this.addSql(`grant select (town_id), delete on "${table}" to app_sandbox`);
      if (table !== 'volunteer' && table !== 'reward') this.addSql(`grant insert on "${table}" to app_town`);
    }
    // With nothing on them to begin with.
    this.addSql(
      'grant insert (town_id, id, person_id, unit_id, registered_on, ended_on, version) on volunteer to app_town',
    );
    this.addSql('grant insert (town_id, id, kind, name, position, ended_on) on reward to app_town');
    this.addSql('grant update (unit_id, ended_on, version, balance) on volunteer to app_town');
    this.addSql('grant update (ended_on) on volunteer_activity_kind to app_town');
    this.addSql('grant update (valid_to) on volunteer_activity_rate, reward_price to app_town');
    this.addSql('grant update (called_off_at, called_off_because) on volunteer_activity to app_town');
    this.addSql('grant update (state, points) on volunteer_sign_up to app_town');
    this.addSql('grant update (ended_on, stock) on reward to app_town');
    this.addSql('grant update (state, settled_at, settled_by, cancelled_because) on redemption to app_town');
    this.addSql(bookPoints);
    this.addSql(bookStock);
    this.addSql(keptByEntries);
    this.addSql(
      'create trigger book after insert on point_entry referencing new table as added for each statement execute function app.book_points()',
    );
    this.addSql(
      'create trigger book after insert on stock_entry referencing new table as added for each statement execute function app.book_stock()',
    );
    // Within the triggers above the depth is one.
    this.addSql(
      `create trigger kept_by_entries before update of balance on volunteer for each row when (pg_trigger_depth() = 0) execute function app.kept_by_entries('balance')`,
    );
    this.addSql(
      `create trigger kept_by_entries before update of stock on reward for each row when (pg_trigger_depth() = 0) execute function app.kept_by_entries('stock')`,
    );
  }
}
