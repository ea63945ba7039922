import { Migration } from '@mikro-orm/migrations';

/** What the platform needs to count teams without those of overlays. */
export class OverlayTeams extends Migration {
  override up(): void {
    this.addSql('grant select (block_id) on team_version to app_platform');
  }
}
