import { Migration } from '@mikro-orm/migrations';

/** The register keeps its editions beside each other, and a new one draws up restructurings by nobody's account. */
export class RegisterEditions extends Migration {
  override up(): void {
    this.addSql('alter table "register_unit" drop constraint "register_unit_pkey"');
    this.addSql('alter table "register_unit" add constraint "register_unit_pkey" primary key ("valid_from", "code")');
    this.addSql('alter table "restructuring" alter column "drafted_by" drop not null');
  }
}
