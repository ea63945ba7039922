import { Migration } from '@mikro-orm/migrations';
import { keepSums } from './keep-sums.ts';
import { makeTables, ofDistrict, protectTables } from './tables-of-towns.ts';

const roles = `('TOWN_ADMINISTRATOR', 'UNIT_OFFICER', 'TEAM_LEAD', 'TEAM_MEMBER', 'MEDIATOR', 'SOCIAL_WORKER', 'INSPECTOR', 'SOCIAL_PARTY_COMMITTEE', 'AUDITOR')`;

const counted = [
  { table: 'inspection_check', day: 'inspected_on', measures: { 'inspection-check': 'not withdrawn' } },
  { table: 'inspection_attendance', day: 'inspected_on', measures: { 'inspection-person-time': 'counted' } },
  {
    table: 'inspection_finding',
    day: 'inspected_on',
    measures: { 'inspection-finding': 'not withdrawn', 'inspection-finding-mended': 'not withdrawn and mended' },
  },
];

/** What a patrol or an inspection found and is a request was dealt with once that is handled, and no more once that is opened again. */
const followRequest = `create or replace function app.finding_follows_request() returns trigger language plpgsql as $$
  begin
    update public.patrol_finding set acted_on = new.state in ('HANDLED', 'CLOSED')
    where town_id = new.town_id and request_id = new.id and acted_on <> (new.state in ('HANDLED', 'CLOSED'));
    update public.inspection_finding set mended = new.state in ('HANDLED', 'CLOSED')
    where town_id = new.town_id and request_id = new.id and mended <> (new.state in ('HANDLED', 'CLOSED'));
    return null;
  end $$`;

/** The tables with their columns beside the town and the id. */
const tables: Readonly<Record<string, string>> = {
  inspection_squad: '"recorded_at" timestamptz not null, "recorded_by" uuid not null, "version" int not null default 1',
  inspection_squad_version:
    '"squad_id" uuid not null, "name" text not null, "head_id" uuid not null, "valid_from" date not null, "valid_to" date null',
  inspection_squad_member: '"version_id" uuid not null, "person_id" uuid not null',
  inspection_place:
    '"unit_id" uuid not null, "kind" text not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "version" int not null default 1',
  inspection_place_version:
    '"place_id" uuid not null, "name" text not null, "address" text null, "organization_id" uuid null, "valid_from" date not null, "valid_to" date null',
  inspection_round:
    '"squad_id" uuid not null, "inspected_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "withdrawn_at" timestamptz null, "withdrawn_by" uuid null, "withdrawn_reason" text null, "sent_hash" text not null, "version" int not null default 1',
  inspection_round_version:
    '"round_id" uuid not null, "number" int not null, "inspected_on" date not null, "note" text null, "reason" text null, "written_at" timestamptz not null, "written_by" uuid not null',
  inspection_check:
    '"round_id" uuid not null, "place_id" uuid not null, "position" int not null, "block_id" uuid not null, "inspected_on" date not null, "withdrawn" boolean not null',
  inspection_attendance:
    '"version_id" uuid not null, "check_id" uuid not null, "person_id" uuid not null, "block_id" uuid not null, "inspected_on" date not null, "counted" boolean not null',
  inspection_finding:
    '"check_id" uuid not null, "position" int not null, "kind" text not null, "state" text not null, "mended" boolean not null, "request_id" uuid null, "inspected_on" date not null, "block_id" uuid not null, "withdrawn" boolean not null, "version" int not null default 1',
  inspection_finding_event:
    '"finding_id" uuid not null, "seq" int not null, "step" text not null, "happened_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "state" text not null, "kind" text not null, "request_id" uuid null, "text" text null',
};

/** From which table to which the columns of a new one lead. */
const leading: readonly [string, string, string][] = [
  ['inspection_squad_version', 'squad_id', 'inspection_squad'],
  ['inspection_squad_version', 'head_id', 'person'],
  ['inspection_squad_member', 'version_id', 'inspection_squad_version'],
  ['inspection_squad_member', 'person_id', 'person'],
  ['inspection_place', 'unit_id', 'unit'],
  ['inspection_place_version', 'place_id', 'inspection_place'],
  ['inspection_place_version', 'organization_id', 'organization'],
  ['inspection_round', 'squad_id', 'inspection_squad'],
  ['inspection_round_version', 'round_id', 'inspection_round'],
  ['inspection_check', 'round_id', 'inspection_round'],
  ['inspection_check', 'place_id', 'inspection_place'],
  ['inspection_check', 'block_id', 'unit'],
  ['inspection_attendance', 'version_id', 'inspection_round_version'],
  ['inspection_attendance', 'check_id', 'inspection_check'],
  ['inspection_attendance', 'person_id', 'person'],
  ['inspection_attendance', 'block_id', 'unit'],
  ['inspection_finding', 'check_id', 'inspection_check'],
  ['inspection_finding', 'request_id', 'request'],
  ['inspection_finding', 'block_id', 'unit'],
  ['inspection_finding_event', 'finding_id', 'inspection_finding'],
  ['inspection_finding_event', 'request_id', 'request'],
];

/** The columns of indexes, and for which rows. */
const indexes: readonly [string, string[], string?][] = [
  ['inspection_squad_version', ['head_id']],
  ['inspection_squad_member', ['person_id']],
  ['inspection_place', ['unit_id']],
  ['inspection_place_version', ['organization_id']],
  ['inspection_round', ['squad_id', 'inspected_on']],
  ['inspection_round', ['inspected_on']],
  ['inspection_check', ['place_id', 'inspected_on']],
  ['inspection_check', ['inspected_on', 'block_id'], 'not withdrawn'],
  ['inspection_attendance', ['check_id']],
  ['inspection_attendance', ['person_id']],
  ['inspection_attendance', ['inspected_on', 'block_id'], 'counted'],
  ['inspection_finding', ['inspected_on', 'block_id'], 'not withdrawn'],
];

const uniques: readonly [string, string[]][] = [
  ['inspection_squad_member', ['version_id', 'person_id']],
  ['inspection_round_version', ['round_id', 'number']],
  ['inspection_check', ['round_id', 'place_id']],
  ['inspection_finding', ['check_id', 'position']],
  ['inspection_finding', ['request_id']],
  ['inspection_finding_event', ['finding_id', 'seq']],
];

const findingKinds = `"kind" in ('MINORS', 'IDENTITY', 'HOURS', 'LICENCE', 'CONTENT', 'FIRE_SAFETY', 'HYGIENE', 'ORDER', 'OTHER')`;
const findingStates = `"state" in ('OPEN', 'MENDED', 'REQUESTED')`;
const forward = 'check (valid_to is null or valid_to >= valid_from)';
const once = (column: string) =>
  `EXCLUDE USING gist (town_id WITH =, ${column} WITH =, daterange(valid_from, valid_to) WITH &&)`;

const constraints: readonly [string, string, string][] = [
  ['inspection_attendance', 'once', 'unique ("town_id", "version_id", "check_id", "person_id")'],
  ['inspection_squad_version', 'once', once('squad_id')],
  ['inspection_squad_version', 'name', once('name')],
  ['inspection_squad_version', 'forward', forward],
  ['inspection_place_version', 'once', once('place_id')],
  ['inspection_place_version', 'forward', forward],
  [
    'inspection_place',
    'kind_check',
    `check ("kind" in ('INTERNET_CAFE', 'GAME_ARCADE', 'SONG_AND_DANCE', 'LODGING', 'BATHHOUSE', 'CATERING', 'SHOP', 'MARKET', 'WORKSHOP', 'BUILDING_SITE', 'SCHOOL_SURROUNDINGS', 'OTHER'))`,
  ],
  ['inspection_finding', 'kind_check', `check (${findingKinds})`],
  ['inspection_finding', 'state_check', `check (${findingStates})`],
  ['inspection_finding', 'request', `check ((state = 'REQUESTED') = (request_id is not null))`],
  [
    'inspection_finding',
    'mended',
    `check (case state when 'MENDED' then mended when 'OPEN' then not mended else true end)`,
  ],
  ['inspection_finding_event', 'kind_check', `check (${findingKinds})`],
  ['inspection_finding_event', 'state_check', `check (${findingStates})`],
  [
    'inspection_finding_event',
    'step_check',
    `check ("step" in ('RECORD', 'CORRECT', 'FOLLOW_UP', 'MEND', 'RAISE', 'REOPEN'))`,
  ],
];

/**
 * Inspections: squads, the places that they check, their rounds, who took part in each check, and what was found. District offices
 * get what counts them.
 */
export class Inspections extends Migration {
  override up(): void {
    for (const statement of makeTables({ tables, indexes, uniques, constraints, leading })) this.addSql(statement);
    for (const statement of protectTables(Object.keys(tables))) this.addSql(statement);
    for (const table of counted.map((each) => each.table)) {
      this.addSql(`create policy "district_reads" on "${table}" for select to "app_district" using (${ofDistrict})`);
    }
    this.addSql('grant update (version) on inspection_squad, inspection_place to app_town');
    this.addSql('grant update (valid_to) on inspection_squad_version, inspection_place_version to app_town');
    this.addSql(
      'grant update (inspected_on, withdrawn_at, withdrawn_by, withdrawn_reason, version) on inspection_round to app_town',
    );
    this.addSql('grant update (position, block_id, inspected_on, withdrawn) on inspection_check to app_town');
    this.addSql('grant update (counted) on inspection_attendance to app_town');
    this.addSql(
      'grant update (kind, state, mended, request_id, inspected_on, block_id, withdrawn, version) on inspection_finding to app_town',
    );
    for (const statement of counted.flatMap(keepSums)) this.addSql(statement);
    this.addSql(followRequest);
    this.addSql('grant select (town_id, block_id, inspected_on, withdrawn) on inspection_check to app_district');
    this.addSql('grant select (town_id, block_id, inspected_on, counted) on inspection_attendance to app_district');
    this.addSql(
      'grant select (town_id, block_id, inspected_on, mended, withdrawn) on inspection_finding to app_district',
    );
    this.addSql('alter table "request" drop constraint "request_source_check"');
    this.addSql(
      `alter table "request" add constraint "request_source_check" check ("source" in ('VISIT', 'HOTLINE', 'PETITION', 'PATROL', 'INSPECTION', 'ONLINE', 'COUNTER'))`,
    );
    this.addSql('alter table "invitation" drop constraint "invitation_role_check"');
    this.addSql(`alter table "invitation" add constraint "invitation_role_check" check ("role" in ${roles})`);
    this.addSql('alter table "assignment" drop constraint "assignment_place"');
    this.addSql('alter table "assignment" drop constraint "assignment_role_check"');
    this.addSql(
      `alter table "assignment" add constraint "assignment_place" check (case when role in ('TOWN_ADMINISTRATOR', 'INSPECTOR', 'SOCIAL_PARTY_COMMITTEE', 'AUDITOR') then num_nonnulls(unit_id, team_id) = 0 when role in ('UNIT_OFFICER', 'MEDIATOR', 'SOCIAL_WORKER') then unit_id is not null and team_id is null else team_id is not null and unit_id is null end)`,
    );
    this.addSql(`alter table "assignment" add constraint "assignment_role_check" check ("role" in ${roles})`);
  }
}
