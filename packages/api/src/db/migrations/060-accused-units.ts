import { Migration } from '@mikro-orm/migrations';

/** An accusation names the unit accused, which it is kept from (信访工作条例, art. 30). */
export class AccusedUnits extends Migration {
  override up(): void {
    for (const table of ['petition', 'petition_event']) {
      this.addSql(`alter table "${table}" add column "accused_id" uuid null`);
      this.addSql(
        `alter table "${table}" add constraint "${table}_town_id_accused_id_foreign" foreign key ("town_id", "accused_id") references "unit" ("town_id", "id") on update no action on delete no action`,
      );
      this.addSql(
        `alter table "${table}" add constraint "${table}_accused" check (accused_id is null or class = 'ACCUSATION')`,
      );
    }
    this.addSql('create index "petition_town_id_accused_id_index" on "petition" ("town_id", "accused_id")');
    this.addSql('grant update (accused_id) on petition to app_town');
  }
}
