import { Migration } from '@mikro-orm/migrations';
import { daysToNote, faults, planned, words } from './041-record-quality.ts';
import { type Summarized, summarize, summarizePast } from './summarize.ts';

/** So many days after it was noted a device may send it, and be taken by its own clock. */
const daysToSend = 7;

/** A visit that nobody sent, as of before there were visits, is taken by when it was noted. */
const noted = `case when recorded_by is null or received_at <= noted_at + interval '${daysToSend} days' then noted_at else received_at end`;
const judged = {
  ...faults,
  NOTED_LATE: `(${noted} at time zone 'Asia/Shanghai')::date > visited_on + ${daysToNote}`,
};

/**
 * Begins a statement: of the visits to households that `which` tells, those withdrawn left out, what their records lack and
 * whether they come again, and both as before. What could not be taken when it was sent was received all the same.
 */
const judging = (which: string) => `
  with told as (
    select visit.town_id, visit.id, visit.household_id, visited_on, noted_at, way, recorded_by,
      record_faults as faults_before, again as again_before,
      coalesce((
        select received_at from public.held_visit held where held.town_id = visit.town_id
          and held.account_id = visit.recorded_by and held.client_id = visit.id), recorded_at) as received_at,
      ${words('situation')}, ${words('demand')}, ${words('service')},
      said.outcome is not null or exists (
        select from public.visit_request raised where raised.town_id = visit.town_id and raised.visit_id = visit.id) as answered
    from public.visit cross join lateral (
      select situation, demand, service, outcome from public.visit_version each
      where each.town_id = visit.town_id and each.visit_id = visit.id order by number desc limit 1) as said
    where withdrawn_at is null and ${which}
  ), judged as (
    select town_id, id, faults_before, again_before, array_remove(array[${Object.entries(judged)
      .map(([fault, holds]) => `case when ${holds} then '${fault}' end`)
      .join(', ')}], null) as faults,
      row_number() over (partition by town_id, household_id, visited_on, way order by noted_at, id) > 1 as again
    from told window visits as (partition by town_id, household_id order by visited_on, noted_at, id)
  )`;
const isOtherwise = '(faults <> faults_before or judged.again <> again_before)';

/**
 * Keeps what was judged one visit after another. PostgreSQL expects next to no rows of a town that it has no statistics of yet,
 * and joined what was judged to the visits by judging all anew for each: thousands at once took minutes.
 */
const keep = (which: string) => `
  for visit_judged in ${judging(which)} select town_id, id, faults, again from judged where ${isOtherwise} loop
    update public.visit set record_faults = visit_judged.faults, again = visit_judged.again
    where town_id = visit_judged.town_id and id = visit_judged.id;
  end loop`;

const contact = 'withdrawn_at is null and not again';
const visits: Summarized = {
  table: 'visit',
  day: 'visited_on',
  measures: { contact, 'contact-record': `${contact} and record_faults = '{}'` },
};

/**
 * Several visits to one household on one day in one way are one contact: which ones come again is judged with what their
 * records lack. And a record is late by the clock of a device only as long as that can have sent it without a network.
 */
export class EffectiveContacts extends Migration {
  override up(): void {
    this.addSql('alter table "visit" add column "again" boolean not null default false');
    this.addSql('grant update (again) on visit to app_town');
    this.addSql('grant select (again) on visit to app_district');
    this.addSql('drop index "visit_town_id_visited_on_block_id_household_id_index"');
    this.addSql(
      `create index "visit_town_id_visited_on_block_id_household_id_index" on "visit" ("town_id", "visited_on", "block_id", "household_id") where ${contact}`,
    );
    const read = ['visit', 'visit_version', 'visit_request', 'held_visit'];
    for (const table of read) this.addSql(`alter table "${table}" no force row level security`);
    this.addSql('alter table "visit" disable trigger user');
    this.addSql(`${judging('true')}
      update public.visit set record_faults = faults, again = judged.again from judged
      where visit.town_id = judged.town_id and visit.id = judged.id and ${isOtherwise}`);
    this.addSql('alter table "visit" enable trigger user');
    for (const table of read) this.addSql(`alter table "${table}" force row level security`);
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
    for (const statement of [...summarize(visits), ...summarizePast(visits)]) this.addSql(statement);
  }
}
