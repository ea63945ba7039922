import { Migration } from '@mikro-orm/migrations';

const enteredTowns = `town_id = ANY ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;
const ofOwnOffice = `exists (select from office where account_id = nullif(current_setting('app.account_id'::text, true), ''::text)::uuid and office.district_code = programme_offer.district_code and valid_from <= (now() at time zone 'Asia/Shanghai')::date and (valid_to is null or valid_to > (now() at time zone 'Asia/Shanghai')::date))`;

/**
 * Programmes that districts offer to their towns. A town that takes part holds one of its own, with its own people, of whom the district
 * is told how many there are. An offer itself names nobody, and everybody reads it, as the register.
 */
export class ProgrammeOffers extends Migration {
  override up(): void {
    this.addSql(
      'create table "programme_offer" ("id" uuid not null, "district_code" varchar(6) not null, "kind" text not null, "name" text not null, "about" text not null, "takers" text not null, "one_session" boolean not null, "first_day" date not null, "last_day" date not null, "age_from" smallint null, "age_to" smallint null, "cost_per_head" bigint null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "withdrawn_at" timestamptz null, "withdrawn_because" text null, primary key ("id"))',
    );
    this.addSql('create index "programme_offer_district_code_index" on "programme_offer" ("district_code")');
    for (const [name, expression] of [
      ['kind_check', `"kind" in ('DELIVERY', 'COURSE', 'EVENT', 'HEALTH_CHECK', 'CONTEST', 'CONDOLENCE', 'TRAINING')`],
      ['takers_check', `"takers" in ('RESIDENT', 'HOUSEHOLD', 'TEAM')`],
      ['forward', 'last_day >= first_day'],
      ['withdrawn', 'num_nonnulls(withdrawn_at, withdrawn_because) in (0, 2)'],
    ]) {
      this.addSql(`alter table "programme_offer" add constraint "programme_offer_${name}" check (${expression})`);
    }
    this.addSql(
      'alter table "programme_offer" add constraint "programme_offer_district_code_foreign" foreign key ("district_code") references "district" ("code") on update no action on delete no action',
    );
    this.addSql('alter table "programme_offer" enable row level security');
    this.addSql('alter table "programme_offer" force row level security');
    this.addSql('create policy "everybody_reads" on "programme_offer" for select using (true)');
    this.addSql(
      `create policy "own_district" on "programme_offer" to "app_signin" using (${ofOwnOffice}) with check (${ofOwnOffice})`,
    );
    this.addSql('grant select on "programme_offer" to app_town, app_district, app_platform, app_signin');
    this.addSql('grant insert, update (withdrawn_at, withdrawn_because) on "programme_offer" to app_signin');

    this.addSql('alter table "programme" add "offer_id" uuid null');
    this.addSql('create index "programme_town_id_offer_id_index" on "programme" ("town_id", "offer_id")');
    this.addSql(
      `alter table "programme" add constraint "programme_offer_once" EXCLUDE USING gist (town_id WITH =, offer_id WITH =) WHERE (state <> 'CANCELLED'::text)`,
    );
    for (const table of ['programme', 'programme_enrolment', 'programme_attendance', 'contest_team']) {
      this.addSql(`create policy "district_reads" on "${table}" for select to "app_district" using (${enteredTowns})`);
    }
    this.addSql('grant select (town_id, id, offer_id, state) on "programme" to app_district');
    this.addSql('grant select (town_id, programme_id, withdrawn_at) on "contest_team" to app_district');
    this.addSql('grant select (town_id, id, programme_id, state) on "programme_enrolment" to app_district');
    this.addSql(
      'grant select (town_id, enrolment_id, attended, superseded_at) on "programme_attendance" to app_district',
    );
  }
}
