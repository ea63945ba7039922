import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

/** Photographs of places. */
export class Photos extends Migration {
  override up(): void {
    this.addSql(
      'create table "photo" ("town_id" bigint not null, "id" uuid not null, "jpeg" bytea not null, "width" int not null, "height" int not null, "added_at" timestamptz not null, "added_by" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql('alter table "photo" enable row level security');
    this.addSql('alter table "photo" force row level security');
    this.addSql(`create policy "own_town" on "photo" to "app_town" using (${ofTown}) with check (${ofTown})`);
    this.addSql('grant select, insert on photo to app_town');
  }
}
