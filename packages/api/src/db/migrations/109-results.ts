import { Migration } from '@mikro-orm/migrations';
import { protectTables } from './tables-of-towns.ts';

/** With what people came out of programmes, and the certificates of those who passed. */
export class Results extends Migration {
  override up(): void {
    this.addSql(
      'create table "certificate_counter" ("town_id" bigint not null, "year" int not null, "last" int not null, primary key ("town_id", "year"))',
    );
    this.addSql(
      'create table "programme_result" ("town_id" bigint not null, "id" uuid not null, "enrolment_id" uuid not null, "passed" boolean not null, "mark" text null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "superseded_at" timestamptz null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "programme_certificate" ("town_id" bigint not null, "id" uuid not null, "enrolment_id" uuid not null, "year" int not null, "number" int not null, "issued_on" date not null, "valid_to" date null, "issued_by" uuid not null, "revoked_at" timestamptz null, "revoked_because" text null, primary key ("town_id", "id"))',
    );
    for (const [table, once] of [
      ['programme_result', 'superseded_at'],
      ['programme_certificate', 'revoked_at'],
    ] as const) {
      this.addSql(`create index "${table}_town_id_enrolment_id_index" on "${table}" ("town_id", "enrolment_id")`);
      this.addSql(
        `alter table "${table}" add constraint "${table}_once" EXCLUDE USING gist (town_id WITH =, enrolment_id WITH =) WHERE (${once} IS NULL)`,
      );
      this.addSql(
        `alter table "${table}" add constraint "${table}_town_id_enrolment_id_foreign" foreign key ("town_id", "enrolment_id") references "programme_enrolment" ("town_id", "id") on update no action on delete no action`,
      );
    }
    this.addSql(
      'alter table "programme_certificate" add constraint "programme_certificate_town_id_year_number_unique" unique ("town_id", "year", "number")',
    );
    this.addSql(
      'alter table "programme_certificate" add constraint "programme_certificate_forward" check (valid_to >= issued_on)',
    );
    this.addSql(
      'alter table "programme_certificate" add constraint "programme_certificate_revoked" check (num_nonnulls(revoked_at, revoked_because) in (0, 2))',
    );
    for (const statement of protectTables(['certificate_counter', 'programme_result', 'programme_certificate']))
      this.addSql(statement);
    this.addSql('grant update (last) on "certificate_counter" to app_town');
    this.addSql('grant update (superseded_at) on "programme_result" to app_town');
    this.addSql('grant update (revoked_at, revoked_because) on "programme_certificate" to app_town');
  }
}
