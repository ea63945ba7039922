import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

/** From which column to which table. */
const leading = [
  ['session_id', 'programme_session'],
  ['enrolment_id', 'programme_enrolment'],
] as const;

/** Who came to the sessions of programmes, and what they were given. */
export class Attendance extends Migration {
  override up(): void {
    this.addSql(
      'create table "programme_attendance" ("town_id" bigint not null, "id" uuid not null, "session_id" uuid not null, "enrolment_id" uuid not null, "attended" boolean not null, "given" text null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "superseded_at" timestamptz null, primary key ("town_id", "id"))',
    );
    for (const columns of [['enrolment_id'], ['session_id', 'recorded_at']]) {
      this.addSql(
        `create index "programme_attendance_town_id_${columns.join('_')}_index" on "programme_attendance" ("town_id", ${columns.map((column) => `"${column}"`).join(', ')})`,
      );
    }
    this.addSql(
      'alter table "programme_attendance" add constraint "programme_attendance_given" check (attended or given is null)',
    );
    this.addSql(
      'alter table "programme_attendance" add constraint "programme_attendance_once" EXCLUDE USING gist (town_id WITH =, session_id WITH =, enrolment_id WITH =) WHERE (superseded_at IS NULL)',
    );
    for (const [column, to] of leading) {
      this.addSql(
        `alter table "programme_attendance" add constraint "programme_attendance_town_id_${column}_foreign" foreign key ("town_id", "${column}") references "${to}" ("town_id", "id") on update no action on delete no action`,
      );
    }
    this.addSql('alter table "programme_attendance" enable row level security');
    this.addSql('alter table "programme_attendance" force row level security');
    this.addSql(
      `create policy "own_town" on "programme_attendance" to "app_town" using (${ofTown}) with check (${ofTown})`,
    );
    this.addSql('grant select, insert on "programme_attendance" to app_town');
    this.addSql('grant update (superseded_at) on "programme_attendance" to app_town');
    this.addSql('grant select (town_id), delete on "programme_attendance" to app_sandbox');
  }
}
