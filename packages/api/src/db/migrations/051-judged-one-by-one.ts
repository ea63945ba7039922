import { Migration } from '@mikro-orm/migrations';
import { judging, planned } from './042-record-quality.ts';

const keep = (which: string) => `
  for visit_judged in ${judging(which)} select town_id, id, faults from judged where faults <> before loop
    update public.visit set record_faults = visit_judged.faults
    where town_id = visit_judged.town_id and id = visit_judged.id;
  end loop`;

/**
 * What the record of a visit lacks is kept one visit after another. PostgreSQL expects next to no rows of a town that it has
 * no statistics of yet, and joined what was judged to the visits by judging all anew for each: thousands at once took minutes.
 */
export class JudgedOneByOne extends Migration {
  override up(): void {
    this.addSql(`create or replace function app.judge_written() returns trigger language plpgsql ${planned} as $$
      declare
        towns bigint[];
        households uuid[];
        visit_judged record;
      begin
        select array_agg(distinct town_id), array_agg(distinct (
          select household_id from public.visit of where of.town_id = written.town_id and of.id = written.visit_id))
        into towns, households from written;
        ${keep('visit.town_id = any(towns) and visit.household_id = any(households)')};
        return null;
      end $$`);
    this.addSql(`create or replace function app.judge_withdrawn() returns trigger language plpgsql ${planned} as $$
      declare
        visit_judged record;
      begin
        ${keep('visit.town_id = new.town_id and visit.household_id = new.household_id')};
        return null;
      end $$`);
  }
}
