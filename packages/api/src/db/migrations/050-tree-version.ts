import { Migration } from '@mikro-orm/migrations';

/** Whoever enters a town is told the version of its tree, by which a process knows what of it it has read already. */
export class TreeVersion extends Migration {
  override up(): void {
    this.addSql('drop function app.enter(text, text)');
    this.addSql(`
      create function app.enter(role text, scope text) returns bigint language plpgsql as $$
      begin
        execute format('set local app.town_id = %L', case when role = 'app_town' then scope else '' end);
        execute format('set local app.town_ids = %L', case when role = 'app_district' then scope else '' end);
        execute format('set local app.account_id = %L', case when role = 'app_signin' then scope else '' end);
        execute format('set local role %I', role);
        if role = 'app_town' then
          return (select version from public.tree_state where town_id = scope::bigint);
        end if;
        return null;
      end $$`);
    this.addSql('revoke execute on function app.enter(text, text) from public');
    this.addSql('grant execute on function app.enter(text, text) to lianxin_app');
  }
}
