import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

/**
 * What happened in a town that an application may be told of, in the order in which it was committed: with the transaction, below which nothing
 * is added any more once it and all before it are over. The triggers of migration 086 write it, beside what is delivered.
 */
export class TownEvents extends Migration {
  override up(): void {
    this.addSql(
      `create table "town_event" ("town_id" bigint not null, "id" uuid not null, "committed_by" xid8 not null default pg_current_xact_id(), "seq" bigint not null, "event" text not null, "about" text not null, "object_id" uuid not null, "object_version" int null, "happened_at" timestamptz not null, primary key ("town_id", "id"))`,
    );
    this.addSql(
      'create index "town_event_town_id_committed_by_seq_index" on "town_event" ("town_id", "committed_by", "seq")',
    );
    this.addSql('create index "town_event_happened_at_index" on "town_event" ("happened_at")');
    this.addSql('alter table "town_event" enable row level security');
    this.addSql('alter table "town_event" force row level security');
    this.addSql(`create policy "own_town" on "town_event" to "app_town" using (${ofTown}) with check (${ofTown})`);
    this.addSql(
      `create policy "platform_forgets" on "town_event" to "app_platform" using (happened_at < (now() - '30 days'::interval))`,
    );
    for (const [column, values] of [
      ['event', `'VISIT_RECORDED', 'REQUEST_MOVED', 'UNIT_RESTRUCTURED', 'COVERAGE_CHANGED'`],
      ['about', `'Visit', 'Request', 'Restructuring', 'Organization', 'Unit'`],
    ]) {
      this.addSql(
        `alter table "town_event" add constraint "town_event_${column}_check" check ("${column}" in (${values}))`,
      );
    }
    this.addSql('grant select, insert on town_event to app_town');
    this.addSql('grant select (town_id, id, happened_at), delete on town_event to app_platform');
  }
}
