import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofAccount = `nullif(current_setting('app.account_id'::text, true), ''::text)::uuid = ANY (ARRAY[global_account_id, global_owner_id])`;

/**
 * What applications take out of towns in bulk. Files lie in the database, since that is all that processes share, and since there
 * row-level security holds for them too. With the consent by which it was made a file goes, in the same transaction: no verb can forget that.
 */
export class Exports extends Migration {
  override up(): void {
    this.addSql(
      'create table "export" ("town_id" bigint not null, "id" uuid not null, "global_application_id" uuid not null, "global_account_id" uuid not null, "global_owner_id" uuid not null, "consent_id" uuid not null, "scopes" text[] not null, "fragments" text not null, "purpose" text null, "since_id" uuid null, "state" text not null, "requested_at" timestamptz not null, "as_of" timestamptz null, "ended_at" timestamptz null, "attempts" int not null, "counts" jsonb not null, "size" bigint not null, "sha256" text null, "points" bigint not null, "failure" text null, "failed_at" text null, "downloads" int not null, "downloaded_at" timestamptz null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "export_town_id_consent_id_index" on "export" ("town_id", "consent_id")');
    this.addSql('create index "export_town_id_since_id_index" on "export" ("town_id", "since_id")');
    this.addSql('create index "export_town_id_requested_at_id_index" on "export" ("town_id", "requested_at", "id")');
    this.addSql(
      'create index "export_global_owner_id_requested_at_index" on "export" ("global_owner_id", "requested_at")',
    );
    this.addSql(
      'create table "export_fingerprints" ("town_id" bigint not null, "id" uuid not null, "export_id" uuid not null, "type" text not null, "content" bytea not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "export_fingerprints" add constraint "export_fingerprints_town_id_export_id_type_unique" unique ("town_id", "export_id", "type")',
    );
    this.addSql(
      'create table "export_part" ("town_id" bigint not null, "id" uuid not null, "export_id" uuid not null, "number" int not null, "starts" bigint not null, "ends" bigint not null, "content" bytea not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "export_part" add constraint "export_part_town_id_export_id_number_unique" unique ("town_id", "export_id", "number")',
    );
    for (const [table, column, other] of [
      ['export', 'consent', 'application_consent'],
      ['export', 'since', 'export'],
      ['export_fingerprints', 'export', 'export'],
      ['export_part', 'export', 'export'],
    ]) {
      this.addSql(
        `alter table "${table}" add constraint "${table}_town_id_${column}_id_foreign" foreign key ("town_id", "${column}_id") references "${other}" ("town_id", "id") on update no action on delete no action`,
      );
    }
    this.addSql(
      `alter table "export" add constraint "export_one_at_a_time" EXCLUDE USING gist (town_id WITH =, global_application_id WITH =) WHERE (state = ANY (ARRAY['WAITING'::text, 'RUNNING'::text]))`,
    );
    this.addSql(
      `alter table "export" add constraint "export_purpose_check" check ("purpose" in ('VISIT', 'REQUEST', 'CALL', 'ORGANIZATION', 'UPKEEP', 'CHECK'))`,
    );
    this.addSql(
      `alter table "export" add constraint "export_state_check" check ("state" in ('WAITING', 'RUNNING', 'READY', 'FAILED', 'CANCELLED', 'WITHDRAWN', 'EXPIRED'))`,
    );
    for (const table of ['export', 'export_fingerprints', 'export_part']) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`);
    }
    this.addSql(`create policy "own_exports" on "export" for select to "app_signin" using (${ofAccount})`);
    this.addSql('grant select, insert on export, export_fingerprints, export_part to app_town');
    this.addSql('grant delete on export_fingerprints, export_part to app_town');
    this.addSql(
      'grant update (state, as_of, ended_at, attempts, counts, size, sha256, points, failure, failed_at, downloads, downloaded_at) on export to app_town',
    );
    this.addSql('grant select on export to app_signin');
    this.addSql('grant select (owner_id) on application to app_town');
    // They are packed already.
    this.addSql('alter table export_part alter column content set storage external');
    this.addSql('alter table export_fingerprints alter column content set storage external');
    this.addSql(`
      create function app.end_exports_of_consent() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        update export set state = 'WITHDRAWN', ended_at = new.ended_at
          where town_id = new.town_id and consent_id = new.id and state in ('WAITING', 'RUNNING', 'READY');
        delete from export_part where town_id = new.town_id and export_id in
          (select id from export where town_id = new.town_id and consent_id = new.id);
        delete from export_fingerprints where town_id = new.town_id and export_id in
          (select id from export where town_id = new.town_id and consent_id = new.id);
        return null;
      end $$`);
    this.addSql(
      `create trigger end_exports after update of ended_at on application_consent
       for each row when (new.ended_at is not null and old.ended_at is null) execute function app.end_exports_of_consent()`,
    );
  }
}
