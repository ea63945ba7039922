import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

/** Which photographs show what a request is about. */
export class RequestPhotos extends Migration {
  override up(): void {
    this.addSql(
      'create table "request_photo" ("town_id" bigint not null, "id" uuid not null, "request_id" uuid not null, "photo_id" uuid not null, primary key ("town_id", "id"))',
    );
    for (const other of ['request', 'photo']) {
      this.addSql(
        `alter table "request_photo" add constraint "request_photo_town_id_${other}_id_foreign" foreign key ("town_id", "${other}_id") references "${other}" ("town_id", "id") on update no action on delete no action`,
      );
    }
    this.addSql(
      'alter table "request_photo" add constraint "request_photo_town_id_request_id_photo_id_unique" unique ("town_id", "request_id", "photo_id")',
    );
    this.addSql('alter table "request_photo" enable row level security');
    this.addSql('alter table "request_photo" force row level security');
    this.addSql(`create policy "own_town" on "request_photo" to "app_town" using (${ofTown}) with check (${ofTown})`);
    this.addSql('grant select, insert on request_photo to app_town');
  }
}
