import { Migration } from '@mikro-orm/migrations';

/** What each role of the door may touch; which rows is up to the policies. */
export class FirstGrants extends Migration {
  override up(): void {
    const everybody = 'app_town, app_district, app_platform, app_signin';
    this.addSql(`grant usage on schema public to ${everybody}`);
    this.addSql(`grant select on district, town, town_version, register_unit to ${everybody}`);

    this.addSql('grant update (set_up_on) on town to app_town');
    this.addSql('grant select, insert, update, delete on allowed_parent to app_town');
    this.addSql('grant select, insert, update on tree_state, unit, team, invitation to app_town');
    this.addSql('grant select, insert on unit_version, team_version to app_town');
    this.addSql('grant update (superseded_at) on unit_version, team_version to app_town');
    this.addSql('grant select, insert on person, partner, town_account to app_town');
    this.addSql('grant select, insert on post, team_member, assignment to app_town');
    this.addSql('grant update (valid_to) on post, team_member, assignment to app_town');
    this.addSql('grant select, insert, update, delete on idempotency_record to app_town, app_platform, app_signin');
    this.addSql('grant insert on account to app_town, app_platform');
    this.addSql('grant select (id, home_town_id), update (password_hash, signed_out_before) on account to app_town');

    this.addSql('grant select on unit, unit_version, team, team_version, tree_state to app_district');
    this.addSql(
      'grant select (town_id, unit_id, kind, status, valid_from, valid_to, superseded_at) on unit_version to app_platform',
    );
    this.addSql('grant select (town_id, team_id, valid_from, valid_to, superseded_at) on team_version to app_platform');
    this.addSql('grant select, insert, update (valid_to) on office to app_platform');
    this.addSql(
      'grant select (id, name, display_name), update (password_hash, signed_out_before) on account to app_platform',
    );

    this.addSql('grant select, insert, update on account, office, signing_key to app_signin');
    this.addSql('grant select, insert, update, delete on oidc_record, sign_in_attempt to app_signin');
    this.addSql('grant select on assignment to app_signin');
    this.addSql('grant select, insert on demo_account to app_signin');
  }
}
