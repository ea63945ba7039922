import { Migration } from '@mikro-orm/migrations';

/** Days that are worked or free otherwise than the week has them: the State's, for all, and each town's own. */
export class Calendars extends Migration {
  override up(): void {
    this.addSql(
      'create table "town_day" ("town_id" bigint not null, "day" date not null, "working" boolean not null, "name" text not null, primary key ("town_id", "day"))',
    );
    this.addSql(
      'create table "working_day_exception" ("day" date not null, "working" boolean not null, "name" text not null, "source" text not null, primary key ("day"))',
    );
    this.addSql('alter table "town_day" enable row level security');
    this.addSql('alter table "town_day" force row level security');
    this.addSql(
      `create policy "own_town" on "town_day" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      `create policy "district_reads" on "town_day" for select to "app_district" using (town_id = ANY ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[]))`,
    );
    this.addSql('grant select on working_day_exception to app_town, app_district');
    this.addSql('grant select, insert, update, delete on town_day to app_town');
    this.addSql('grant select on town_day to app_district');
  }
}
