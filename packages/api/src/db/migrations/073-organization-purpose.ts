import { Migration } from '@mikro-orm/migrations';

/** Whom to ask at organisations is read for a purpose of its own. */
export class OrganizationPurpose extends Migration {
  override up(): void {
    this.addSql('alter table "audit_reading" drop constraint "audit_reading_purpose_check"');
    this.addSql(
      `alter table "audit_reading" add constraint "audit_reading_purpose_check" check ("purpose" in ('VISIT', 'REQUEST', 'CALL', 'ORGANIZATION', 'UPKEEP', 'CHECK'))`,
    );
  }
}
