import { Migration } from '@mikro-orm/migrations';

/** Who looked at personal data, sealed into a chain of hashes, and the role that sees it. */
export class Audit extends Migration {
  override up(): void {
    this.addSql(
      'create table "audit_reading" ("town_id" bigint not null, "id" uuid not null, "read_at" timestamptz not null, "account_id" uuid not null, "operation" text null, "purpose" text null, "fields" text[] not null, "subjects" uuid[] not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "audit_reading_town_id_read_at_id_index" on "audit_reading" ("town_id", "read_at", "id")',
    );
    this.addSql(
      'create index "audit_reading_town_id_account_id_read_at_index" on "audit_reading" ("town_id", "account_id", "read_at")',
    );
    this.addSql('create index "audit_reading_subjects_index" on "audit_reading" using gin ("subjects")');
    this.addSql(
      'create table "audit_seal" ("town_id" bigint not null, "number" int not null, "sealed_at" timestamptz not null, "last_read_at" timestamptz not null, "readings" uuid[] not null, "hash" text not null, primary key ("town_id", "number"))',
    );
    this.addSql('create index "audit_seal_town_id_sealed_at_index" on "audit_seal" ("town_id", "sealed_at")');
    this.addSql('alter table "invitation" drop constraint "invitation_role_check"');
    this.addSql(
      `alter table "invitation" add constraint "invitation_role_check" check ("role" in ('TOWN_ADMINISTRATOR', 'UNIT_OFFICER', 'TEAM_LEAD', 'TEAM_MEMBER', 'AUDITOR'))`,
    );
    this.addSql('alter table "assignment" drop constraint "assignment_place"');
    this.addSql('alter table "assignment" drop constraint "assignment_role_check"');
    this.addSql(
      `alter table "assignment" add constraint "assignment_place" check (case when role in ('TOWN_ADMINISTRATOR', 'AUDITOR') then num_nonnulls(unit_id, team_id) = 0 when role = 'UNIT_OFFICER' then unit_id is not null and team_id is null else team_id is not null and unit_id is null end)`,
    );
    this.addSql(
      `alter table "assignment" add constraint "assignment_role_check" check ("role" in ('TOWN_ADMINISTRATOR', 'UNIT_OFFICER', 'TEAM_LEAD', 'TEAM_MEMBER', 'AUDITOR'))`,
    );
    this.addSql(
      `alter table "audit_reading" add constraint "audit_reading_purpose_check" check ("purpose" in ('VISIT', 'REQUEST', 'CALL', 'UPKEEP', 'CHECK'))`,
    );
    this.addSql('alter table "audit_reading" enable row level security');
    this.addSql('alter table "audit_reading" force row level security');
    this.addSql(
      `create policy "own_town" on "audit_reading" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql('alter table "audit_seal" enable row level security');
    this.addSql('alter table "audit_seal" force row level security');
    this.addSql(
      `create policy "own_town" on "audit_seal" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql('grant select, insert on audit_reading, audit_seal to app_town');
  }
}
