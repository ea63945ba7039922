import { Migration } from '@mikro-orm/migrations';

/** A trigger that tells of changes of one table. */
interface Telling {
  table: string;
  name: string;
  when: string;
  event: string;
  /** What the application has to be allowed. */
  scope: string;
  /** Rows of the objects that changed: of which type, which, and of which version, in their order. */
  objects: string;
  /** What is delivered in its order; each object by itself unless told. */
  lane?: string;
}

/** All changes of a tree are one lane: each is made on the one before it. */
const tree = `'00000000-0000-0000-0000-000000000000'::uuid`;
const inserted = 'referencing new table as new_rows for each statement';
const covering = (column: string, type: string) =>
  `select distinct '${type}', ${column}, null::int from new_rows where ${column} is not null`;
const covered = `${covering('organization_id', 'Organization')} union all ${covering('unit_id', 'Unit')}`;
const visit = { table: 'visit', event: 'VISIT_RECORDED', scope: 'visit:read' };
const restructuring = { table: 'restructuring', event: 'UNIT_RESTRUCTURED', scope: 'restructuring:read', lane: tree };
const coverage = { event: 'COVERAGE_CHANGED', scope: 'party:read' };

/** All of them. */
export const tellings: Telling[] = [
  {
    ...visit,
    name: 'tell_new',
    when: `after insert on visit ${inserted}`,
    objects: `select 'Visit', id, version from new_rows`,
  },
  {
    ...visit,
    name: 'tell_changed',
    when: 'after update of version on visit for each row when (old.version <> new.version)',
    objects: `select 'Visit', new.id, new.version`,
  },
  {
    ...{ table: 'request_event', event: 'REQUEST_MOVED', scope: 'request:read', name: 'tell' },
    when: `after insert on request_event ${inserted}`,
    objects: `select 'Request', request_id, seq from new_rows order by request_id, seq`,
  },
  {
    ...restructuring,
    name: 'tell_new',
    when: `after insert on restructuring for each row when (new.status = 'APPLIED')`,
    objects: `select 'Restructuring', new.id, new.tree_version`,
  },
  {
    ...restructuring,
    name: 'tell_applied',
    when: `after update of status on restructuring for each row when (old.status = 'DRAFT' and new.status = 'APPLIED')`,
    objects: `select 'Restructuring', new.id, new.tree_version`,
  },
  ...['insert', 'update'].flatMap((change) => [
    {
      ...{ ...coverage, table: 'coverage_link', name: `tell_${change}` },
      when: `after ${change} on coverage_link ${inserted}`,
      objects: covering('organization_id', 'Organization'),
    },
    {
      ...{ ...coverage, table: 'work_assignment', name: `tell_${change}` },
      when: `after ${change} on work_assignment ${inserted}`,
      objects: covered,
    },
  ]),
];

/**
 * What applications are told of is written down in the transaction of the change, by triggers, so that no verb can forget it:
 * as an event of the town (migration 094), and as a delivery to each endpoint that listens, of an application that may know. Where the town lets no application know, a trigger
 * costs one look at its consents.
 */
export class WebhookOutbox extends Migration {
  override up(): void {
    for (const each of tellings) for (const statement of telling(each)) this.addSql(statement);
  }
}

function telling({ table, name, when, event, scope, objects, lane = 'c.object_id' }: Telling): string[] {
  const row = when.includes('for each row');
  return [
    `create function app.${name}_${table}() returns trigger language plpgsql as $$
    declare
      town bigint := ${row ? 'new.town_id' : '(select town_id from new_rows limit 1)'};
      today date := (now() at time zone 'Asia/Shanghai')::date;
    begin
      if not exists (
        select from public.application_consent s where s.town_id = town and s.ended_at is null and '${scope}' = any (s.scopes)
      ) then
        return null;
      end if;
      with told as (
        insert into public.town_event (town_id, id, seq, event, about, object_id, object_version, happened_at)
        select town, gen_random_uuid(), nextval('app.webhook_order'), '${event}', o.*, date_trunc('milliseconds', now())
        from (${objects}) as o (about, object_id, object_version)
        returning id, seq, about, object_id, object_version, happened_at
      )
      insert into public.webhook_delivery (town_id, id, global_endpoint_id, global_owner_id, event_id, seq, event, about,
        object_id, object_version, lane, happened_at, state, attempts, due_at)
      select town, gen_random_uuid(), e.id, e.global_owner_id, c.id, c.seq, '${event}', c.about,
        c.object_id, c.object_version, ${lane}, c.happened_at, 'WAITING', 0, now()
      from told as c
      cross join (
        select e.id, e.global_owner_id from public.application_consent s
        join public.application a on a.id = s.global_application_id and a.ended_at is null
        join public.webhook_endpoint e on e.application_id = a.id and e.ended_at is null and '${event}' = any (e.events)
        where s.town_id = town and s.ended_at is null and (s.valid_to is null or s.valid_to > today)
          and '${scope}' = any (s.scopes)
      ) as e;
      return null;
    end $$`,
    `create trigger ${name} ${when} execute function app.${name}_${table}()`,
  ];
}
