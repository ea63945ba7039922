import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

/** What teams show on the boards of their blocks. */
export class Notices extends Migration {
  override up(): void {
    this.addSql(
      'create table "notice" ("town_id" bigint not null, "id" uuid not null, "team_id" uuid not null, "title" text not null, "text" text not null, "valid_from" date not null, "valid_to" date null, "posted_at" timestamptz not null, "posted_by" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "notice_town_id_team_id_index" on "notice" ("town_id", "team_id")');
    this.addSql(
      'alter table "notice" add constraint "notice_town_id_team_id_foreign" foreign key ("town_id", "team_id") references "team" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "notice" add constraint "notice_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql('alter table "notice" enable row level security');
    this.addSql('alter table "notice" force row level security');
    this.addSql(`create policy "own_town" on "notice" to "app_town" using (${ofTown}) with check (${ofTown})`);
    this.addSql('grant select, insert on notice to app_town');
    this.addSql('grant update (valid_to) on notice to app_town');
  }
}
