import { Migration } from '@mikro-orm/migrations';
import { protectTables } from './tables-of-towns.ts';

/** From which table to which the columns of a new one lead. */
const leading: readonly [string, string, string][] = [
  ['contest_team', 'programme_id', 'programme'],
  ['contest_team', 'unit_id', 'unit'],
  ['contest_team', 'partner_id', 'partner'],
  ['contest_round', 'programme_id', 'programme'],
  ['contest_score', 'round_id', 'contest_round'],
  ['contest_score', 'team_id', 'contest_team'],
];

const checks: readonly [string, string, string][] = [
  ['contest_team', 'of_one', 'num_nonnulls(unit_id, partner_id) = 1'],
  ['contest_team', 'people', 'people > 0'],
  ['contest_team', 'withdrawn', 'num_nonnulls(withdrawn_at, withdrawn_because) in (0, 2)'],
  ['contest_round', 'goes_on', 'goes_on > 0'],
  ['contest_round', 'decided', 'num_nonnulls(decided_at, decided_by) in (0, 2)'],
];

/** Contests between teams: which entered, the rounds to the final, and the score of each team in each. No person is named in them. */
export class Contests extends Migration {
  override up(): void {
    this.addSql('alter table "programme" drop constraint "programme_takers_check"');
    this.addSql(
      `alter table "programme" add constraint "programme_takers_check" check ("takers" in ('RESIDENT', 'HOUSEHOLD', 'TEAM'))`,
    );
    this.addSql(
      `alter table "programme" add constraint "programme_teams" check (takers <> 'TEAM' or (kind = 'CONTEST' and not one_session and num_nonnulls(age_from, age_to) = 0))`,
    );
    this.addSql(
      'create table "contest_team" ("town_id" bigint not null, "id" uuid not null, "programme_id" uuid not null, "name" text not null, "unit_id" uuid null, "partner_id" uuid null, "people" int null, "entered_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "withdrawn_at" timestamptz null, "withdrawn_because" text null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "contest_round" ("town_id" bigint not null, "id" uuid not null, "programme_id" uuid not null, "seq" int not null, "name" text not null, "held_on" date not null, "goes_on" int null, "fewest_wins" boolean not null, "decided_at" timestamptz null, "decided_by" uuid null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "contest_score" ("town_id" bigint not null, "id" uuid not null, "round_id" uuid not null, "team_id" uuid not null, "score" bigint not null, "goes_on" boolean not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "superseded_at" timestamptz null, primary key ("town_id", "id"))',
    );
    for (const [table, name, expression] of checks) {
      this.addSql(`alter table "${table}" add constraint "${table}_${name}" check (${expression})`);
    }
    this.addSql(
      'alter table "contest_round" add constraint "contest_round_town_id_programme_id_seq_unique" unique ("town_id", "programme_id", "seq")',
    );
    this.addSql(
      'alter table "contest_team" add constraint "contest_team_once" EXCLUDE USING gist (town_id WITH =, programme_id WITH =, name WITH =) WHERE (withdrawn_at IS NULL)',
    );
    this.addSql(
      'alter table "contest_score" add constraint "contest_score_once" EXCLUDE USING gist (town_id WITH =, round_id WITH =, team_id WITH =) WHERE (superseded_at IS NULL)',
    );
    for (const [table, column] of [
      ['contest_team', 'programme_id'],
      ['contest_team', 'unit_id'],
      ['contest_team', 'partner_id'],
      ['contest_score', 'round_id'],
      ['contest_score', 'team_id'],
    ]) {
      this.addSql(`create index "${table}_town_id_${column}_index" on "${table}" ("town_id", "${column}")`);
    }
    for (const [table, column, to] of leading) {
      this.addSql(
        `alter table "${table}" add constraint "${table}_town_id_${column}_foreign" foreign key ("town_id", "${column}") references "${to}" ("town_id", "id") on update no action on delete no action`,
      );
    }
    for (const statement of protectTables(['contest_team', 'contest_round', 'contest_score'])) this.addSql(statement);
    this.addSql('grant update (withdrawn_at, withdrawn_because) on contest_team to app_town');
    this.addSql('grant delete, update (decided_at, decided_by) on contest_round to app_town');
    this.addSql('grant update (superseded_at, goes_on) on contest_score to app_town');
  }
}
