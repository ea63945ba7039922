import { Migration } from '@mikro-orm/migrations';

/**
 * Whoever adds thousands of rows can have PostgreSQL look at the tables anew (`db/in-batches.ts`), which only their owner may.
 * A table that somebody else is having looked at is passed over.
 */
export class LookAgain extends Migration {
  override up(): void {
    this.addSql(`
      create function app.look_again(tables text[]) returns void
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        each text;
      begin
        foreach each in array tables loop
          execute format('analyze (skip_locked) public.%I', each);
        end loop;
      end $$`);
    this.addSql('revoke execute on function app.look_again(text[]) from public');
    this.addSql('grant execute on function app.look_again(text[]) to app_town');
  }
}
