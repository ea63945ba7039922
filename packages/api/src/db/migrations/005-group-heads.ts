import { Migration } from '@mikro-orm/migrations';

/** Group heads of overlays' blocks, and what the platform needs to count blocks without those of overlays. */
export class GroupHeads extends Migration {
  override up(): void {
    this.addSql('alter table "team_member" drop constraint "team_member_role_check"');
    this.addSql(
      `alter table "team_member" add constraint "team_member_role_check" check ("role" in ('LEAD', 'LINE_CADRE', 'PARTY_GROUP_LEADER', 'VILLAGE_GROUP_LEADER', 'BUILDING_HEAD', 'GROUP_HEAD', 'VOLUNTEER', 'PARTNER'))`,
    );
    this.addSql('grant select (town_id, id, overlay_id) on unit to app_platform');
  }
}
