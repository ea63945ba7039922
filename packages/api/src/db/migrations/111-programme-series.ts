import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

/** Which programmes repeat one another. Each that was there before is one of its own. */
export class ProgrammeSeries extends Migration {
  override up(): void {
    this.addSql(
      'create table "programme_series" ("town_id" bigint not null, "id" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql('alter table "programme" add "series_id" uuid null');
    // An owner that is no superuser sees rows only while row-level security is not forced on it.
    this.addSql('alter table "programme" no force row level security');
    this.addSql('insert into "programme_series" (town_id, id) select town_id, id from "programme"');
    this.addSql('update "programme" set series_id = id');
    this.addSql('alter table "programme" force row level security');
    this.addSql('alter table "programme" alter column "series_id" set not null');
    this.addSql('create index "programme_town_id_series_id_index" on "programme" ("town_id", "series_id")');
    this.addSql(
      'alter table "programme" add constraint "programme_town_id_series_id_foreign" foreign key ("town_id", "series_id") references "programme_series" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql('alter table "programme_series" enable row level security');
    this.addSql('alter table "programme_series" force row level security');
    this.addSql(
      `create policy "own_town" on "programme_series" to "app_town" using (${ofTown}) with check (${ofTown})`,
    );
    this.addSql('grant select, insert on "programme_series" to app_town');
    this.addSql('grant select (town_id), delete on "programme_series" to app_sandbox');
  }
}
