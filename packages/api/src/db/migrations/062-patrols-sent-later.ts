import { Migration } from '@mikro-orm/migrations';

/** A patrol that a client noted without a network and sends again is known by its id and what was sent. */
export class PatrolsSentLater extends Migration {
  override up(): void {
    this.addSql('alter table "patrol" add column "sent_hash" text null');
  }
}
