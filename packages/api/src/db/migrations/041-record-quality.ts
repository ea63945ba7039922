import { Migration } from '@mikro-orm/migrations';
import { type Summarized, summarize, summarizePast } from './summarize.ts';

const words = (text: string) =>
  `lower(regexp_replace(said.${text}, '[[:space:][:punct:]　、。，．；：？！…—·“”‘’（）《》〈〉【】「」『』～／]+', '', 'g'))`;
const nothing = `~ '^((暂|目前|暂时)?(无|没有|没)(其他|其它|任何|什么|特别|特殊|新)?的?(诉求|要求|需求|需要|困难|问题|意见|服务)?|none|no|nothing)?$'`;
const placeholder = `~ '^(同上|同前|同上次|如上|如前|略|见上|见前)?$'`;
const ofLast = (text: string) => `${text} = lag(${text}) over visits`;

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
 * What the records of visits lack, and which requests were reported promptly: told when they are written, and of
 * those that there are; both are summed up.
 */
export class RecordQuality extends Migration {
  override up(): void {
    this.addSql(`alter table "visit" add column "record_faults" text[] not null default '{}'`);
    this.addSql('alter table "request" add column "reported_in_time" boolean null');
    for (const table of ['visit', 'visit_version', 'visit_request', 'request', 'town_day']) {
      this.addSql(`alter table "${table}" no force row level security`);
    }
    this.addSql(`
      with told as (
        select visit.id, visit.town_id, visit.household_id, visited_on, noted_at,
          ${words('situation')} as situation, ${words('demand')} as demand, ${words('service')} as service,
          said.outcome is not null or exists (
            select from visit_request raised where raised.town_id = visit.town_id and raised.visit_id = visit.id) as answered
        from visit
        cross join lateral (
          select situation, demand, service, outcome from visit_version each
          where each.town_id = visit.town_id and each.visit_id = visit.id order by number desc limit 1) as said
        where withdrawn_at is null
      ), judged as (
        select town_id, id, array_remove(array[
          case when (noted_at at time zone 'Asia/Shanghai')::date > visited_on + 2 then 'NOTED_LATE' end,
          case when situation ${nothing} or situation ${placeholder} or demand ${placeholder} or service ${placeholder} then 'INCOMPLETE' end,
          case when ${ofLast('situation')} and ${ofLast('demand')} and ${ofLast('service')} then 'COPIED' end,
          case when (situation in (demand, service) and not (situation ${nothing})) or (demand = service and not (demand ${nothing})) then 'REPEATED' end,
          case when not (demand ${nothing}) and not answered then 'DEMAND_LEFT' end
        ], null) as faults
        from told window visits as (partition by town_id, household_id order by visited_on, noted_at, id)
      )
      update visit set record_faults = faults from judged
      where visit.town_id = judged.town_id and visit.id = judged.id and faults <> '{}'`);
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
    for (const each of [visits, requests]) {
      for (const statement of [...summarize(each), ...summarizePast(each)]) this.addSql(statement);
    }
    this.addSql('grant update (record_faults) on visit to app_town');
    this.addSql('grant select (record_faults) on visit to app_district');
    this.addSql('grant select (source, reported_in_time) on request to app_district');
  }
}
