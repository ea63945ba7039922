import { Migration } from '@mikro-orm/migrations';

const given = 'after insert on application_consent for each row';
// One that has run out has been told as ended.
const ended =
  'after update of ended_at on application_consent for each row when (old.ended_at is null and new.ended_at is not null and old.run_out_at is null)';
const runOut =
  'after update of run_out_at on application_consent for each row when (old.run_out_at is null and new.run_out_at is not null)';

/**
 * An application has a version, so that whoever consents can say what it was that they saw.
 *
 * Applications are told of the consents of towns to them: when one is given, and when it ends, although there is none then. It is written in the
 * transaction of the change, as what else they are told of is (migration 086), but as a delivery alone: events of a town are heard by other
 * applications too. All consents of a town to one application are one lane. That a last day is over is a change as well once a job has noted it.
 */
export class ConsentsTold extends Migration {
  override up(): void {
    this.addSql('alter table "application" add column "version" int not null default 1');
    this.addSql(
      'grant select (version) on application to app_town; grant update (version) on application to app_signin',
    );
    this.addSql('alter table "application_consent" add column "run_out_at" timestamptz null');
    this.addSql('grant update (run_out_at) on application_consent to app_town');
    for (const [column, values] of [
      [
        'event',
        `'VISIT_RECORDED', 'REQUEST_MOVED', 'UNIT_RESTRUCTURED', 'COVERAGE_CHANGED', 'CONSENT_GIVEN', 'CONSENT_ENDED', 'PING'`,
      ],
      ['about', `'Visit', 'Request', 'Restructuring', 'Organization', 'Unit', 'ApplicationConsent'`],
    ]) {
      this.addSql(`alter table "webhook_delivery" drop constraint "webhook_delivery_${column}_check"`);
      this.addSql(
        `alter table "webhook_delivery" add constraint "webhook_delivery_${column}_check" check ("${column}" in (${values}))`,
      );
    }
    this.addSql(
      `create policy "sandbox_consents" on "webhook_delivery" for insert to "app_signin" with check (app.is_sandbox(town_id) and about = 'ApplicationConsent')`,
    );
    this.addSql(`
      create function app.tell_consent() returns trigger language plpgsql as $$
      declare
        change uuid := gen_random_uuid();
        place bigint := nextval('app.webhook_order');
      begin
        insert into public.webhook_delivery (town_id, id, global_endpoint_id, global_owner_id, event_id, seq, event, about,
          object_id, object_version, lane, happened_at, state, attempts, due_at)
        select new.town_id, gen_random_uuid(), e.id, e.global_owner_id, change, place, tg_argv[0], 'ApplicationConsent',
          new.id, null, new.global_application_id, date_trunc('milliseconds', now()), 'WAITING', 0, now()
        from public.webhook_endpoint e
        join public.application a on a.id = e.application_id and a.ended_at is null
        where a.id = new.global_application_id and e.ended_at is null and tg_argv[0] = any (e.events);
        return null;
      end $$`);
    for (const [name, when, event] of [
      ['tell_given', given, 'CONSENT_GIVEN'],
      ['tell_ended', ended, 'CONSENT_ENDED'],
      ['tell_run_out', runOut, 'CONSENT_ENDED'],
    ]) {
      this.addSql(`create trigger ${name} ${when} execute function app.tell_consent('${event}')`);
    }
  }
}
