import { Migration } from '@mikro-orm/migrations';

/** Indexes that hold all that figures count, in the order in which they ask for it. */
export class FigureIndexes extends Migration {
  override up(): void {
    this.addSql(
      'create index "household_block_town_id_block_id_valid_from_valid_to_index" on "household_block" ("town_id", "block_id", "valid_from", "valid_to") where "superseded_at" is null and "overlay_id" is null',
    );
    this.addSql(
      'create index "contact_town_id_contacted_on_block_id_household_id_index" on "contact" ("town_id", "contacted_on", "block_id", "household_id")',
    );
  }
}
