import { Migration } from '@mikro-orm/migrations';
import { type Summarized, summarize, summarizePast } from './summarize.ts';

/** So many days after a visit it may be noted. */
export const daysToNote = 2;
/** What does not tell texts apart: blanks and marks. */
const marks = '[[:space:][:punct:]　、。，．；：？！…—·“”‘’（）《》〈〉【】「」『』～／]+';
export const words = (text: string) => `lower(regexp_replace(said.${text}, '${marks}', '', 'g')) as ${text}`;
/** A must-record that says that there is nothing: 无, 暂无诉求, 没有其他困难. */
const none = (text: string) =>
  `${text} ~ '^((暂|目前|暂时)?(无|没有|没)(其他|其它|任何|什么|特别|特殊|新)?的?(诉求|要求|需求|需要|困难|问题|意见|服务)?|none|no|nothing)?$'`;
/** A must-record that says nothing of its own: 同上. */
const idle = (text: string) => `${text} ~ '^(同上|同前|同上次|如上|如前|略|见上|见前)?$'`;
const asLast = (text: string) => `${text} = lag(${text}) over visits`;

/** When the record of a visit has a fault, on what it says beside the visit to the household before it. */
export const faults = {
  NOTED_LATE: `(noted_at at time zone 'Asia/Shanghai')::date > visited_on + ${daysToNote}`,
  INCOMPLETE: `${none('situation')} or ${idle('situation')} or ${idle('demand')} or ${idle('service')}`,
  COPIED: `${asLast('situation')} and ${asLast('demand')} and ${asLast('service')}`,
  REPEATED: `(situation in (demand, service) and not (${none('situation')})) or (demand = service and not (${none('demand')}))`,
  DEMAND_LEFT: `not (${none('demand')}) and not answered`,
};

/** Judges the visits to households that `which` tells, those withdrawn left out, and keeps what their records lack. */
const judge = (which: string) => `
  with told as (
    select visit.town_id, visit.id, visit.household_id, visited_on, noted_at,
      ${words('situation')}, ${words('demand')}, ${words('service')},
      said.outcome is not null or exists (
        select from public.visit_request raised where raised.town_id = visit.town_id and raised.visit_id = visit.id) as answered
    from public.visit cross join lateral (
      select situation, demand, service, outcome from public.visit_version each
      where each.town_id = visit.town_id and each.visit_id = visit.id order by number desc limit 1) as said
    where withdrawn_at is null and ${which}
  ), judged as (
    select town_id, id, array_remove(array[${Object.entries(faults)
      .map(([fault, holds]) => `case when ${holds} then '${fault}' end`)
      .join(', ')}], null) as faults
    from told window visits as (partition by town_id, household_id order by visited_on, noted_at, id)
  )
  update public.visit set record_faults = faults from judged
  where visit.town_id = judged.town_id and visit.id = judged.id and record_faults <> faults`;

/** A plan that was made for a table with few rows would read all of it for ever after. */
export const planned = 'set plan_cache_mode = force_custom_plan';

const handled = `state in ('HANDLED', 'CLOSED')`;
const reported = `state <> 'WITHDRAWN' and source <> 'ONLINE'`;

const visits: Summarized = {
  table: 'visit',
  day: 'visited_on',
  measures: { contact: 'withdrawn_at is null', 'contact-record': `withdrawn_at is null and record_faults = '{}'` },
};
const requests: Summarized = {
  table: 'request',
  day: 'raised_on',
  measures: {
    request: `state <> 'WITHDRAWN'`,
    'request-reported': reported,
    'request-promptness': `${reported} and reported_in_time`,
    'request-completion': handled,
    'request-follow-up': `state <> 'WITHDRAWN' and satisfaction is not null`,
    'request-satisfaction': `state <> 'WITHDRAWN' and satisfaction in ('SATISFIED', 'FAIRLY')`,
    'request-grassroots': `${handled} and level in ('BLOCK', 'COMMITTEE')`,
  },
};

/**
 * What the record of a visit lacks, judged in the transaction that writes it, and whether a request was reported in time, told
 * when it is recorded; both are summed up. A visit is held against the one before it, so with each change of one all visits
 * to its household are judged, which is held from the first write on: of two at once the second sees what the first wrote.
 */
export class RecordQuality extends Migration {
  override up(): void {
    this.addSql(`alter table "visit" add column "record_faults" text[] not null default '{}'`);
    this.addSql('alter table "request" add column "reported_in_time" boolean null');
    for (const table of ['visit', 'visit_version', 'visit_request', 'request', 'town_day']) {
      this.addSql(`alter table "${table}" no force row level security`);
    }
    this.addSql(judge('true'));
    this.addSql(`
      update request set reported_in_time = not exists (
        select from generate_series(1, least((recorded_at at time zone 'Asia/Shanghai')::date - raised_on, 32) - 1) as later
        cross join lateral (select raised_on + later as day) as between_them
        left join town_day on town_day.town_id = request.town_id and town_day.day = between_them.day
        left join working_day_exception as notice on notice.day = between_them.day
        where coalesce(town_day.working, notice.working, extract(isodow from between_them.day) <= 5))`);
    for (const table of ['visit', 'visit_version', 'visit_request', 'request', 'town_day']) {
      this.addSql(`alter table "${table}" force row level security`);
    }
    this.addSql('alter table "request" alter column "reported_in_time" set not null');
    this.addSql('grant update (record_faults) on visit to app_town');
    this.addSql('grant select (record_faults) on visit to app_district');
    this.addSql('grant select (source, reported_in_time) on request to app_district');

    this.addSql(`create function app.hold_household() returns trigger language plpgsql as $$
      begin
        perform from public.household where town_id = new.town_id and id = new.household_id for no key update;
        return new;
      end $$`);
    this.addSql(`create function app.judge_written() returns trigger language plpgsql ${planned} as $$
      declare
        towns bigint[];
        households uuid[];
      begin
        select array_agg(distinct town_id), array_agg(distinct (
          select household_id from public.visit of where of.town_id = written.town_id and of.id = written.visit_id))
        into towns, households from written;
        ${judge('visit.town_id = any(towns) and visit.household_id = any(households)')};
        return null;
      end $$`);
    this.addSql(`create function app.judge_withdrawn() returns trigger language plpgsql ${planned} as $$
      begin
        ${judge('visit.town_id = new.town_id and visit.household_id = new.household_id')};
        return null;
      end $$`);
    this.addSql(
      'create trigger hold before insert or update of visited_on, withdrawn_at on "visit" for each row execute function app.hold_household()',
    );
    this.addSql(
      'create trigger judge after insert on "visit_version" referencing new table as written for each statement execute function app.judge_written()',
    );
    this.addSql(
      'create trigger judge after update of withdrawn_at on "visit" for each row execute function app.judge_withdrawn()',
    );
    for (const each of [visits, requests]) {
      for (const statement of [...summarize(each), ...summarizePast(each)]) this.addSql(statement);
    }
  }
}
