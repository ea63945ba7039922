import { Migration } from '@mikro-orm/migrations';
import { protectTables } from './tables-of-towns.ts';

const tables = ['relief_counter', 'relief_application', 'relief_grant', 'relief_event'];
const states = `'SUBMITTED', 'ENDORSED', 'APPROVED', 'PAID', 'REFUSED', 'WITHDRAWN', 'CANCELLED'`;

/** From which table to which the columns of a new one lead. */
const leading: readonly [string, string, string][] = [
  ['relief_application', 'household_id', 'household'],
  ['relief_application', 'resident_id', 'resident'],
  ['relief_application', 'item_id', 'relief_item'],
  ['relief_grant', 'application_id', 'relief_application'],
  ['relief_grant', 'fund_id', 'relief_fund'],
  ['relief_grant', 'item_id', 'relief_item'],
  ['relief_grant', 'household_id', 'household'],
  ['relief_grant', 'block_id', 'unit'],
  ['relief_event', 'application_id', 'relief_application'],
  ['relief_event', 'person_id', 'person'],
];

/**
 * Applications for relief with their grants and steps. No district office gets anything of them. What is written about them is read
 * for a purpose of its own.
 */
export class Relief extends Migration {
  override up(): void {
    this.addSql(
      'create table "relief_counter" ("town_id" bigint not null, "year" int not null, "last" int not null, primary key ("town_id", "year"))',
    );
    this.addSql(
      'create table "relief_application" ("town_id" bigint not null, "id" uuid not null, "year" int not null, "number" int not null, "household_id" uuid not null, "resident_id" uuid null, "item_id" uuid not null, "reason" text not null, "amount" bigint not null, "state" text not null, "applied_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "relief_application_town_id_household_id_index" on "relief_application" ("town_id", "household_id")',
    );
    this.addSql(
      'create index "relief_application_town_id_resident_id_index" on "relief_application" ("town_id", "resident_id") where resident_id is not null',
    );
    this.addSql(
      'create index "relief_application_town_id_item_id_index" on "relief_application" ("town_id", "item_id")',
    );
    this.addSql(
      'create index "relief_application_town_id_applied_on_index" on "relief_application" ("town_id", "applied_on")',
    );
    this.addSql(
      'alter table "relief_application" add constraint "relief_application_town_id_year_number_unique" unique ("town_id", "year", "number")',
    );
    this.addSql(
      `alter table "relief_application" add constraint "relief_application_state_check" check ("state" in (${states}))`,
    );
    this.addSql('alter table "relief_application" add constraint "relief_application_amount" check (amount > 0)');
    this.addSql(
      'create table "relief_grant" ("town_id" bigint not null, "id" uuid not null, "application_id" uuid not null, "fund_id" uuid not null, "item_id" uuid not null, "household_id" uuid not null, "block_id" uuid not null, "amount" bigint not null, "granted_on" date not null, "paid_on" date null, "way" text null, "cancelled_on" date null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "relief_grant_town_id_fund_id_index" on "relief_grant" ("town_id", "fund_id")');
    this.addSql('create index "relief_grant_town_id_item_id_index" on "relief_grant" ("town_id", "item_id")');
    this.addSql('create index "relief_grant_town_id_household_id_index" on "relief_grant" ("town_id", "household_id")');
    this.addSql(
      'create index "relief_grant_town_id_block_id_granted_on_index" on "relief_grant" ("town_id", "block_id", "granted_on")',
    );
    this.addSql(
      'alter table "relief_grant" add constraint "relief_grant_town_id_application_id_fund_id_unique" unique ("town_id", "application_id", "fund_id")',
    );
    this.addSql(
      `alter table "relief_grant" add constraint "relief_grant_way_check" check ("way" in ('BANK_CARD', 'CASH', 'GOODS'))`,
    );
    this.addSql('alter table "relief_grant" add constraint "relief_grant_amount" check (amount > 0)');
    this.addSql(
      'alter table "relief_grant" add constraint "relief_grant_paid" check (num_nonnulls(paid_on, way) in (0, 2))',
    );
    this.addSql(
      'alter table "relief_grant" add constraint "relief_grant_once" check (num_nonnulls(paid_on, cancelled_on) <= 1)',
    );
    this.addSql(
      'create table "relief_event" ("town_id" bigint not null, "id" uuid not null, "application_id" uuid not null, "seq" int not null, "step" text not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "state" text not null, "text" text null, "happened_on" date not null, "person_id" uuid null, "amount" bigint null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "relief_event" add constraint "relief_event_town_id_application_id_seq_unique" unique ("town_id", "application_id", "seq")',
    );
    this.addSql(
      `alter table "relief_event" add constraint "relief_event_step_check" check ("step" in ('APPLY', 'ENDORSE', 'APPROVE', 'REFUSE', 'WITHDRAW', 'PAY', 'CANCEL'))`,
    );
    this.addSql(`alter table "relief_event" add constraint "relief_event_state_check" check ("state" in (${states}))`);
    for (const [table, column, to] of leading) {
      this.addSql(
        `alter table "${table}" add constraint "${table}_town_id_${column}_foreign" foreign key ("town_id", "${column}") references "${to}" ("town_id", "id") on update no action on delete no action`,
      );
    }
    for (const statement of protectTables(tables)) this.addSql(statement);
    this.addSql('grant update (last) on relief_counter to app_town');
    this.addSql('grant update (state, version) on relief_application to app_town');
    this.addSql('grant update (paid_on, way, cancelled_on) on relief_grant to app_town');
    for (const table of ['audit_reading', 'export']) {
      this.addSql(`alter table "${table}" drop constraint "${table}_purpose_check"`);
      this.addSql(
        `alter table "${table}" add constraint "${table}_purpose_check" check ("purpose" in ('VISIT', 'REQUEST', 'CALL', 'RELIEF', 'ORGANIZATION', 'UPKEEP', 'CHECK'))`,
      );
    }
  }
}
