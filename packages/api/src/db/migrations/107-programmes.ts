import { Migration } from '@mikro-orm/migrations';
import { protectTables } from './tables-of-towns.ts';

const tables = [
  'programme',
  'programme_category',
  'programme_unit',
  'programme_session',
  'programme_enrolment',
  'programme_event',
];
const states = `'PLANNED', 'OPEN', 'CLOSED', 'FINISHED', 'CANCELLED'`;

/** From which table to which the columns of a new one lead. */
const leading: readonly [string, string, string][] = [
  ['programme', 'unit_id', 'unit'],
  ['programme_category', 'programme_id', 'programme'],
  ['programme_category', 'category_id', 'category'],
  ['programme_unit', 'programme_id', 'programme'],
  ['programme_unit', 'unit_id', 'unit'],
  ['programme_session', 'programme_id', 'programme'],
  ['programme_enrolment', 'programme_id', 'programme'],
  ['programme_enrolment', 'session_id', 'programme_session'],
  ['programme_enrolment', 'household_id', 'household'],
  ['programme_enrolment', 'resident_id', 'resident'],
  ['programme_enrolment', 'block_id', 'unit'],
  ['programme_event', 'programme_id', 'programme'],
];

/** The columns of indexes, and for which rows. */
const indexes: readonly [string, string[], string?][] = [
  ['programme', ['first_day']],
  ['programme', ['unit_id']],
  ['programme_category', ['category_id']],
  ['programme_unit', ['unit_id']],
  ['programme_session', ['programme_id']],
  ['programme_session', ['held_on']],
  ['programme_enrolment', ['household_id']],
  ['programme_enrolment', ['resident_id'], 'resident_id is not null'],
  ['programme_enrolment', ['session_id'], 'session_id is not null'],
  ['programme_enrolment', ['block_id', 'enrolled_on']],
];

const uniques: readonly [string, string[]][] = [
  ['programme_category', ['programme_id', 'category_id']],
  ['programme_unit', ['programme_id', 'unit_id']],
  ['programme_enrolment', ['programme_id', 'seq']],
  ['programme_event', ['programme_id', 'seq']],
];

const checks: readonly [string, string, string][] = [
  [
    'programme',
    'kind_check',
    `"kind" in ('DELIVERY', 'COURSE', 'EVENT', 'HEALTH_CHECK', 'CONTEST', 'CONDOLENCE', 'TRAINING')`,
  ],
  ['programme', 'takers_check', `"takers" in ('RESIDENT', 'HOUSEHOLD')`],
  ['programme', 'state_check', `"state" in (${states})`],
  ['programme', 'forward', 'last_day >= first_day'],
  ['programme', 'ages', 'age_from >= 0 and age_to <= 150 and age_from <= age_to'],
  ['programme', 'places', 'places > 0'],
  ['programme_session', 'places', 'places > 0'],
  ['programme_session', 'called_off', 'num_nonnulls(called_off_at, called_off_because) in (0, 2)'],
  ['programme_enrolment', 'state_check', `"state" in ('ENROLLED', 'WAITING', 'WITHDRAWN')`],
  [
    'programme_enrolment',
    'withdrawn',
    `(state = 'WITHDRAWN') = (withdrawn_at is not null) and num_nonnulls(withdrawn_at, withdrawn_because) in (0, 2)`,
  ],
  [
    'programme_event',
    'step_check',
    `"step" in ('PLAN', 'REVISE', 'SCHEDULE', 'RESCHEDULE', 'CALL_OFF', 'OPEN', 'CLOSE', 'FINISH', 'CANCEL')`,
  ],
  ['programme_event', 'state_check', `"state" in (${states})`],
];

const quoted = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');

/**
 * Programmes with their sessions, and who takes part in them. Who does is read for a purpose of its own. No district office gets anything
 * of them.
 */
export class Programmes extends Migration {
  override up(): void {
    this.addSql(
      'create table "programme" ("town_id" bigint not null, "id" uuid not null, "kind" text not null, "name" text not null, "about" text not null, "takers" text not null, "one_session" boolean not null, "unit_id" uuid null, "first_day" date not null, "last_day" date not null, "age_from" smallint null, "age_to" smallint null, "places" int null, "state" text not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "programme_category" ("town_id" bigint not null, "id" uuid not null, "programme_id" uuid not null, "category_id" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "programme_unit" ("town_id" bigint not null, "id" uuid not null, "programme_id" uuid not null, "unit_id" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "programme_session" ("town_id" bigint not null, "id" uuid not null, "programme_id" uuid not null, "held_on" date not null, "time" text null, "place" text null, "places" int null, "called_off_at" timestamptz null, "called_off_because" text null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "programme_enrolment" ("town_id" bigint not null, "id" uuid not null, "programme_id" uuid not null, "session_id" uuid null, "household_id" uuid not null, "resident_id" uuid null, "block_id" uuid not null, "seq" int not null, "state" text not null, "enrolled_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "withdrawn_at" timestamptz null, "withdrawn_because" text null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "programme_event" ("town_id" bigint not null, "id" uuid not null, "programme_id" uuid not null, "seq" int not null, "step" text not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "state" text not null, "text" text null, primary key ("town_id", "id"))',
    );
    for (const [table, columns, where] of indexes) {
      this.addSql(
        `create index "${table}_town_id_${columns.join('_')}_index" on "${table}" ("town_id", ${quoted(columns)})${where ? ` where ${where}` : ''}`,
      );
    }
    for (const [table, columns] of uniques) {
      this.addSql(
        `alter table "${table}" add constraint "${table}_town_id_${columns.join('_')}_unique" unique ("town_id", ${quoted(columns)})`,
      );
    }
    for (const [table, name, expression] of checks) {
      this.addSql(`alter table "${table}" add constraint "${table}_${name}" check (${expression})`);
    }
    this.addSql(
      `alter table "programme_enrolment" add constraint "programme_enrolment_once" EXCLUDE USING gist (town_id WITH =, programme_id WITH =, COALESCE(resident_id, household_id) WITH =) WHERE (state <> 'WITHDRAWN'::text)`,
    );
    for (const [table, column, to] of leading) {
      this.addSql(
        `alter table "${table}" add constraint "${table}_town_id_${column}_foreign" foreign key ("town_id", "${column}") references "${to}" ("town_id", "id") on update no action on delete no action`,
      );
    }
    for (const statement of protectTables(tables)) this.addSql(statement);
    this.addSql(
      'grant update (name, about, first_day, last_day, age_from, age_to, places, state, version) on programme to app_town',
    );
    this.addSql('grant delete on programme_category, programme_unit to app_town');
    this.addSql(
      'grant update (held_on, time, place, places, called_off_at, called_off_because) on programme_session to app_town',
    );
    this.addSql(
      'grant update (session_id, state, withdrawn_at, withdrawn_because, version) on programme_enrolment to app_town',
    );
    for (const table of ['audit_reading', 'export']) {
      this.addSql(`alter table "${table}" drop constraint "${table}_purpose_check"`);
      this.addSql(
        `alter table "${table}" add constraint "${table}_purpose_check" check ("purpose" in ('VISIT', 'REQUEST', 'CALL', 'RELIEF', 'PROGRAMME', 'ORGANIZATION', 'UPKEEP', 'CHECK'))`,
      );
    }
  }
}
