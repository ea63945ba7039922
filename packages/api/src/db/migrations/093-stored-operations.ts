import { Migration } from '@mikro-orm/migrations';

/** The operations that applications say they use. */
export class StoredOperations extends Migration {
  override up(): void {
    this.addSql(
      'create table "stored_operation" ("application_id" uuid not null, "hash" text not null, "name" text not null, "document" text not null, "stored_at" timestamptz not null, primary key ("application_id", "hash"))',
    );
    this.addSql('create index "stored_operation_hash_index" on "stored_operation" ("hash")');
    this.addSql(
      'alter table "stored_operation" add constraint "stored_operation_application_id_foreign" foreign key ("application_id") references "application" ("id") on update no action on delete no action',
    );
    this.addSql('alter table "stored_operation" enable row level security');
    this.addSql('alter table "stored_operation" force row level security');
    this.addSql('create policy "sign_in" on "stored_operation" to "app_signin" using (true) with check (true)');
    this.addSql('grant select, insert, delete on stored_operation to app_signin');
  }
}
