import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const roles = `('TOWN_ADMINISTRATOR', 'UNIT_OFFICER', 'TEAM_LEAD', 'TEAM_MEMBER', 'MEDIATOR', 'SOCIAL_WORKER', 'AUDITOR')`;

/** Hotlines with who is on duty at them, and the role of those who answer. No district office gets anything of them. */
export class Hotlines extends Migration {
  override up(): void {
    this.addSql(
      'create table "hotline" ("town_id" bigint not null, "id" uuid not null, "name" text not null, "telephones" text[] not null, "unit_id" uuid null, "opens_at" smallint not null, "closes_at" smallint not null, "valid_from" date not null, "valid_to" date null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql('create index "hotline_town_id_unit_id_index" on "hotline" ("town_id", "unit_id")');
    this.addSql(
      'create table "hotline_duty" ("town_id" bigint not null, "id" uuid not null, "hotline_id" uuid not null, "person_id" uuid not null, "telephone" text null, "begins_at" timestamptz not null, "ends_at" timestamptz not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "cancelled_at" timestamptz null, "cancelled_by" uuid null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "hotline_duty_town_id_begins_at_index" on "hotline_duty" ("town_id", "begins_at") where cancelled_at is null',
    );
    this.addSql('create index "hotline_duty_town_id_hotline_id_index" on "hotline_duty" ("town_id", "hotline_id")');
    this.addSql('create index "hotline_duty_town_id_person_id_index" on "hotline_duty" ("town_id", "person_id")');
    this.addSql(
      'alter table "hotline" add constraint "hotline_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "hotline" add constraint "hotline_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "hotline" add constraint "hotline_hours" check (opens_at >= 0 and closes_at <= 24 and opens_at < closes_at)',
    );
    for (const other of ['hotline', 'person']) {
      this.addSql(
        `alter table "hotline_duty" add constraint "hotline_duty_town_id_${other}_id_foreign" foreign key ("town_id", "${other}_id") references "${other}" ("town_id", "id") on update no action on delete no action`,
      );
    }
    this.addSql('alter table "hotline_duty" add constraint "hotline_duty_forward" check (ends_at > begins_at)');
    this.addSql('alter table "invitation" drop constraint "invitation_role_check"');
    this.addSql(`alter table "invitation" add constraint "invitation_role_check" check ("role" in ${roles})`);
    this.addSql('alter table "assignment" drop constraint "assignment_place"');
    this.addSql('alter table "assignment" drop constraint "assignment_role_check"');
    this.addSql(
      `alter table "assignment" add constraint "assignment_place" check (case when role in ('TOWN_ADMINISTRATOR', 'AUDITOR') then num_nonnulls(unit_id, team_id) = 0 when role in ('UNIT_OFFICER', 'MEDIATOR', 'SOCIAL_WORKER') then unit_id is not null and team_id is null else team_id is not null and unit_id is null end)`,
    );
    this.addSql(`alter table "assignment" add constraint "assignment_role_check" check ("role" in ${roles})`);
    for (const table of ['hotline', 'hotline_duty']) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`);
    }
    this.addSql('grant select, insert on hotline, hotline_duty to app_town');
    this.addSql('grant update (name, telephones, opens_at, closes_at, valid_to, version) on hotline to app_town');
    this.addSql('grant update (cancelled_at, cancelled_by) on hotline_duty to app_town');
  }
}
