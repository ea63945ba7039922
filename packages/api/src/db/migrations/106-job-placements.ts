import { Migration } from '@mikro-orm/migrations';
import { keepSums } from './keep-sums.ts';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofDistrict = `town_id = ANY ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;

const counted = {
  table: 'job_placement',
  day: 'found_on',
  measures: { 'job-placement': 'withdrawn_at is null' },
};

/** From which column to which table the new one leads. */
const leading: readonly [string, string][] = [
  ['resident_id', 'resident'],
  ['household_id', 'household'],
  ['block_id', 'unit'],
];

/**
 * Jobs found for residents. A district office counts them: by block and day, with the keys that tell households apart, and nothing of
 * who they are and where they work.
 */
export class JobPlacements extends Migration {
  override up(): void {
    this.addSql(
      'create table "job_placement" ("town_id" bigint not null, "id" uuid not null, "resident_id" uuid not null, "household_id" uuid not null, "block_id" uuid not null, "employer" text not null, "post" text not null, "found_by" text null, "found_on" date not null, "left_on" date null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "withdrawn_at" timestamptz null, "withdrawn_because" text null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    for (const columns of [['resident_id'], ['household_id'], ['block_id', 'found_on'], ['found_on']]) {
      const named = columns.map((column) => `"${column}"`).join(', ');
      this.addSql(
        `create index "job_placement_town_id_${columns.join('_')}_index" on "job_placement" ("town_id", ${named})`,
      );
    }
    this.addSql('alter table "job_placement" add constraint "job_placement_forward" check (left_on >= found_on)');
    this.addSql(
      'alter table "job_placement" add constraint "job_placement_withdrawn" check (num_nonnulls(withdrawn_at, withdrawn_because) in (0, 2))',
    );
    for (const [column, to] of leading) {
      this.addSql(
        `alter table "job_placement" add constraint "job_placement_town_id_${column}_foreign" foreign key ("town_id", "${column}") references "${to}" ("town_id", "id") on update no action on delete no action`,
      );
    }
    this.addSql('alter table "job_placement" enable row level security');
    this.addSql('alter table "job_placement" force row level security');
    this.addSql(`create policy "own_town" on "job_placement" to "app_town" using (${ofTown}) with check (${ofTown})`);
    this.addSql(`create policy "district_reads" on "job_placement" for select to "app_district" using (${ofDistrict})`);
    this.addSql(
      'grant select (town_id, household_id, block_id, found_on, withdrawn_at) on job_placement to app_district',
    );
    this.addSql('grant select, insert on "job_placement" to app_town');
    this.addSql('grant update (left_on, withdrawn_at, withdrawn_because, version) on job_placement to app_town');
    this.addSql('grant select (town_id), delete on "job_placement" to app_sandbox');
    for (const statement of keepSums(counted)) this.addSql(statement);
  }
}
