import { Migration } from '@mikro-orm/migrations';
import { createRole } from './001-roles.ts';

/**
 * Jobs are added in the transaction of the change that they follow, by people's roles, through one function: for the
 * entered town, of tasks that there are, about ids. Who does them signs in as lianxin_jobs, which sees the queue alone;
 * the queue's own tables are made by `prepareJobs`.
 */
export class Jobs extends Migration {
  override up(): void {
    this.addSql(createRole('lianxin_jobs', 'login noinherit'));
    this.addSql(`alter role lianxin_jobs set statement_timeout = '20s'`);
    this.addSql(`alter role lianxin_jobs set lock_timeout = '10s'`);
    this.addSql(`alter role lianxin_jobs set idle_in_transaction_session_timeout = '60s'`);
    this.addSql('create table app.task (name text primary key)');
    this.addSql(`
      create function app.add_job(task text, about jsonb, at timestamptz, instead text) returns void
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        town text := nullif(current_setting('app.town_id', true), '');
      begin
        if town is null then
          raise exception 'A job is added in a town' using errcode = '42501';
        end if;
        if not exists (select from app.task known where known.name = add_job.task) then
          raise exception 'There is no task %', add_job.task using errcode = '22023';
        end if;
        if jsonb_typeof(about) is distinct from 'object' or exists (
          select from jsonb_each(about) each
          where jsonb_typeof(each.value) <> 'string'
            or each.value #>> '{}' !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
        ) then
          raise exception 'A job is about ids alone' using errcode = '22023';
        end if;
        perform graphile_worker.add_job(
          identifier => add_job.task,
          payload => json_build_object('town', town::bigint, 'about', about),
          run_at => add_job.at,
          job_key => add_job.task || ' ' || town || ' ' || add_job.instead
        );
      end $$`);
    // The door is for whoever signs in; a role that was taken on has been through it.
    this.addSql(
      'revoke execute on function app.enter(text, text), app.add_job(text, jsonb, timestamptz, text) from public',
    );
    this.addSql('grant usage on schema app to app_town');
    this.addSql('grant execute on function app.add_job(text, jsonb, timestamptz, text) to app_town');
  }
}
