import { Migration } from '@mikro-orm/migrations';

/** What applications have used of a town of the sandbox stays when it begins anew, as it does of any town. */
export class SandboxUsage extends Migration {
  override up(): void {
    this.addSql('revoke select (town_id), delete on application_usage from app_sandbox');
  }
}
