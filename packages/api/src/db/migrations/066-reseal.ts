import { Migration } from '@mikro-orm/migrations';

/** What is sealed with a key that is to go is sealed anew. */
export class Reseal extends Migration {
  override up(): void {
    this.addSql('grant update (sealed, key_id) on household_category to app_town');
  }
}
