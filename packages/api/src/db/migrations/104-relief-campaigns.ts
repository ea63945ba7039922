import { Migration } from '@mikro-orm/migrations';
import { keepSums, sumTowns } from './keep-sums.ts';
import { summarizePast } from './summarize.ts';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofDistrict = `town_id = ANY ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;

/** What is counted of grants: those that were not taken back. */
const counted = {
  table: 'relief_grant',
  day: 'granted_on',
  measures: { 'relief-grant': 'cancelled_on is null' },
};

/**
 * Rounds of relief, and sums of what is granted, which a district office reads by category, item, unit, campaign and source: amounts
 * with the keys that tell households apart, and nothing of who they are or what anybody wrote.
 */
export class ReliefCampaigns extends Migration {
  override up(): void {
    this.addSql(
      'create table "relief_campaign" ("town_id" bigint not null, "id" uuid not null, "name" text not null, "first_day" date not null, "last_day" date not null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "relief_campaign" add constraint "relief_campaign_town_id_name_unique" unique ("town_id", "name")',
    );
    this.addSql('alter table "relief_campaign" add constraint "relief_campaign_forward" check (last_day >= first_day)');
    for (const table of ['relief_application', 'relief_grant']) {
      this.addSql(`alter table "${table}" add column "campaign_id" uuid null`);
      this.addSql(
        `create index "${table}_town_id_campaign_id_index" on "${table}" ("town_id", "campaign_id") where campaign_id is not null`,
      );
      this.addSql(
        `alter table "${table}" add constraint "${table}_town_id_campaign_id_foreign" foreign key ("town_id", "campaign_id") references "relief_campaign" ("town_id", "id") on update no action on delete no action`,
      );
    }
    this.addSql('alter table "relief_campaign" enable row level security');
    this.addSql('alter table "relief_campaign" force row level security');
    this.addSql(`create policy "own_town" on "relief_campaign" to "app_town" using (${ofTown}) with check (${ofTown})`);
    this.addSql('grant select, insert, update (name, first_day, last_day, version) on relief_campaign to app_town');
    this.addSql('grant select (town_id), delete on relief_campaign to app_sandbox');
    for (const table of ['relief_campaign', 'relief_grant', 'relief_fund']) {
      this.addSql(`create policy "district_reads" on "${table}" for select to "app_district" using (${ofDistrict})`);
    }
    this.addSql('grant select on relief_campaign to app_district');
    this.addSql('grant select (town_id, id, source) on relief_fund to app_district');
    this.addSql(
      'grant select (town_id, application_id, fund_id, item_id, campaign_id, household_id, block_id, amount, granted_on, paid_on, cancelled_on) on relief_grant to app_district',
    );
    for (const statement of [...keepSums(counted), ...summarizePast(counted), ...sumTowns(counted)]) {
      this.addSql(statement);
    }
  }
}
