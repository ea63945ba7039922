import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

/** Which requests were raised at which visit. */
export class VisitRequests extends Migration {
  override up(): void {
    this.addSql(
      'create table "visit_request" ("town_id" bigint not null, "id" uuid not null, "visit_id" uuid not null, "request_id" uuid not null, primary key ("town_id", "id"))',
    );
    for (const other of ['visit', 'request']) {
      this.addSql(
        `alter table "visit_request" add constraint "visit_request_town_id_${other}_id_foreign" foreign key ("town_id", "${other}_id") references "${other}" ("town_id", "id") on update no action on delete no action`,
      );
    }
    this.addSql('create index "visit_request_town_id_visit_id_index" on "visit_request" ("town_id", "visit_id")');
    this.addSql(
      'alter table "visit_request" add constraint "visit_request_town_id_request_id_unique" unique ("town_id", "request_id")',
    );
    this.addSql('alter table "visit_request" enable row level security');
    this.addSql('alter table "visit_request" force row level security');
    this.addSql(`create policy "own_town" on "visit_request" to "app_town" using (${ofTown}) with check (${ofTown})`);
    this.addSql('grant select, insert on visit_request to app_town');
  }
}
