import { Migration } from '@mikro-orm/migrations';

/** The person as whom an account acts in a town; at sign-in an account finds its own. */
export class AccountPerson extends Migration {
  override up(): void {
    this.addSql('alter table "town_account" add column "person_id" uuid null');
    this.addSql(
      'alter table "town_account" add constraint "town_account_town_id_person_id_foreign" foreign key ("town_id", "person_id") references "person" ("town_id", "id")',
    );
    this.addSql(
      'alter table "town_account" add constraint "town_account_town_id_person_id_unique" unique ("town_id", "person_id")',
    );
    this.addSql(
      `create policy "own_account" on "town_account" for select to "app_signin" using (account_id = nullif(current_setting('app.account_id'::text, true), ''::text)::uuid)`,
    );
    this.addSql('grant update (person_id) on town_account to app_town');
    this.addSql('grant select (town_id, account_id, person_id) on town_account to app_signin');
  }
}
