import { Migration } from '@mikro-orm/migrations';

/** Posts and roles go on over the periods in which they are not held at the heir already, each with an end of its own. */
export class FollowingPeriods extends Migration {
  override up(): void {
    this.addSql('alter table "restructuring_effect" add column "began_until" date null');
    this.addSql('alter table restructuring_effect no force row level security');
    this.addSql('update restructuring_effect set began_until = ended_before where began is not null');
    this.addSql('alter table restructuring_effect force row level security');
  }
}
