import { Migration } from '@mikro-orm/migrations';
import { keepSums } from './keep-sums.ts';
import { makeTables, ofDistrict, protectTables } from './tables-of-towns.ts';

const counted = {
  table: 'pairing_contact',
  day: 'contacted_on',
  measures: { 'pairing-contact': 'withdrawn_at is null' },
};

/** What towns start with at the time of this migration, for those that are set up already: kinds, and the categories that call for them. */
const kinds = `('贫病', true, 1), ('独居', false, 2), ('高龄', false, 3), ('下岗失业', false, 4), ('残疾', true, 5), ('突遭不幸', false, 6)`;
const calling = `('贫病', '困难家庭'), ('贫病', '重病家庭'), ('独居', '独居老人'), ('高龄', '纯老家庭'), ('残疾', '残疾人家庭')`;

/** The tables with their columns beside the town and the id. */
const tables: Readonly<Record<string, string>> = {
  pairing_kind: '"sensitive" boolean not null, "position" int not null, "version" int not null default 1',
  pairing_kind_version:
    '"kind_id" uuid not null, "name" text not null, "valid_from" date not null, "valid_to" date null',
  pairing_kind_category: '"version_id" uuid not null, "category_id" uuid not null',
  pairing:
    '"household_id" uuid not null, "person_id" uuid not null, "kind_id" uuid not null, "capacity" text not null, "agrees_to_be_named" boolean not null, "begun_on" date not null, "ended_on" date null, "end_reason" text null, "end_note" text null, "ended_at" timestamptz null, "ended_by" uuid null, "recorded_by" uuid not null, "recorded_at" timestamptz not null, "version" int not null default 1',
  pairing_version:
    '"pairing_id" uuid not null, "service" text not null, "contact_every" smallint null, "telephone" text null, "valid_from" date not null, "valid_to" date null, "written_at" timestamptz not null, "written_by" uuid not null',
  pairing_contact:
    '"pairing_id" uuid not null, "household_id" uuid not null, "block_id" uuid not null, "contacted_on" date not null, "way" text not null, "done" text not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "withdrawn_at" timestamptz null, "withdrawn_by" uuid null, "withdrawn_because" text null',
};

/** From which table to which the columns of a new one lead. */
const leading: readonly [string, string, string][] = [
  ['pairing_kind_version', 'kind_id', 'pairing_kind'],
  ['pairing_kind_category', 'version_id', 'pairing_kind_version'],
  ['pairing_kind_category', 'category_id', 'category'],
  ['pairing', 'household_id', 'household'],
  ['pairing', 'person_id', 'person'],
  ['pairing', 'kind_id', 'pairing_kind'],
  ['pairing_version', 'pairing_id', 'pairing'],
  ['pairing_contact', 'pairing_id', 'pairing'],
  ['pairing_contact', 'household_id', 'household'],
  ['pairing_contact', 'block_id', 'unit'],
];

const indexes: readonly [string, string[]][] = [
  ['pairing_kind_category', ['category_id']],
  ['pairing', ['person_id']],
  ['pairing', ['kind_id']],
  ['pairing', ['begun_on']],
  ['pairing_contact', ['pairing_id', 'contacted_on']],
  ['pairing_contact', ['household_id']],
  ['pairing_contact', ['block_id', 'contacted_on']],
  ['pairing_contact', ['contacted_on']],
];

const forward = 'check (valid_to is null or valid_to >= valid_from)';
const once = (columns: string, period = 'valid_from, valid_to') =>
  `EXCLUDE USING gist (town_id WITH =, ${columns} WITH =, daterange(${period}) WITH &&)`;

const constraints: readonly [string, string, string][] = [
  ['pairing_kind_version', 'once', once('kind_id')],
  ['pairing_kind_version', 'name', once('name')],
  ['pairing_kind_version', 'forward', forward],
  ['pairing_kind_category', 'town_id_version_id_category_id_unique', 'unique ("town_id", "version_id", "category_id")'],
  ['pairing', 'once', once('household_id WITH =, kind_id WITH =, person_id', 'begun_on, ended_on')],
  ['pairing', 'forward', 'check (ended_on >= begun_on)'],
  ['pairing', 'ended', 'check (num_nonnulls(ended_on, end_reason, ended_at, ended_by) in (0, 4))'],
  ['pairing', 'agreed', `check (capacity <> 'PARTY_MEMBER' or agrees_to_be_named)`],
  ['pairing', 'capacity_check', `check ("capacity" in ('PARTY_MEMBER', 'OFFICER'))`],
  [
    'pairing',
    'end_reason_check',
    `check ("end_reason" in ('MOVED_AWAY', 'NO_LONGER_NEEDED', 'PARTNER_LEFT', 'DIED', 'MISTAKE', 'OTHER'))`,
  ],
  ['pairing_version', 'once', once('pairing_id')],
  ['pairing_version', 'forward', forward],
  ['pairing_version', 'every', 'check (contact_every >= 1 and contact_every <= 366)'],
  ['pairing_contact', 'way_check', `check ("way" in ('AT_HOME', 'TELEPHONE', 'APPOINTMENT'))`],
  ['pairing_contact', 'withdrawn', 'check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_because) in (0, 3))'],
];

/**
 * Pairings of Party members and officers with households, their kinds, and the contacts made. District offices get what counts pairings and
 * contacts and which kinds there are, and nothing that tells of which kind a pairing is.
 */
export class Pairings extends Migration {
  override up(): void {
    for (const statement of makeTables({ tables, indexes, constraints, leading })) this.addSql(statement);
    this.addSql(
      `insert into "pairing_kind" ("town_id", "id", "sensitive", "position") select town.id, gen_random_uuid(), standard.sensitive, standard.position from town cross join (values ${kinds}) as standard(name, sensitive, position) where town.set_up_on is not null`,
    );
    this.addSql(
      `insert into "pairing_kind_version" ("town_id", "id", "kind_id", "name", "valid_from") select k.town_id, gen_random_uuid(), k.id, standard.name, date '1949-10-01' from pairing_kind k join (values ${kinds}) as standard(name, sensitive, position) using (position)`,
    );
    this.addSql('alter table "category" no force row level security');
    this.addSql(
      `insert into "pairing_kind_category" ("town_id", "id", "version_id", "category_id") select v.town_id, gen_random_uuid(), v.id, c.id from pairing_kind_version v join pairing_kind k on k.town_id = v.town_id and k.id = v.kind_id join (values ${calling}) as standard(kind, category) on standard.kind = v.name join category c on c.town_id = v.town_id and c.name = standard.category and c.valid_to is null and (k.sensitive or not c.sensitive)`,
    );
    this.addSql('alter table "category" force row level security');
    for (const statement of protectTables(Object.keys(tables))) this.addSql(statement);
    for (const table of Object.keys(tables).filter((each) => each !== 'pairing_version')) {
      this.addSql(`create policy "district_reads" on "${table}" for select to "app_district" using (${ofDistrict})`);
    }
    this.addSql('grant update (version) on pairing_kind to app_town');
    this.addSql('grant update (valid_to) on pairing_kind_version, pairing_version to app_town');
    this.addSql('grant update (ended_on, end_reason, end_note, ended_at, ended_by, version) on pairing to app_town');
    this.addSql('grant update (withdrawn_at, withdrawn_by, withdrawn_because) on pairing_contact to app_town');
    this.addSql('grant select on pairing_kind, pairing_kind_version, pairing_kind_category to app_district');
    this.addSql('grant select (town_id, household_id, begun_on, ended_on) on pairing to app_district');
    this.addSql(
      'grant select (town_id, household_id, block_id, contacted_on, withdrawn_at) on pairing_contact to app_district',
    );
    for (const statement of keepSums(counted)) this.addSql(statement);
  }
}
