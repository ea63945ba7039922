import { Migration } from '@mikro-orm/migrations';

const ofDistrict = `town_id = any ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;

/**
 * District offices read restructurings that are or were in force, and count households and contacts. Of a household they
 * get the key by which its facts are carried through restructurings: not its number, its life or its group head.
 */
export class DistrictFigures extends Migration {
  override up(): void {
    this.addSql(
      `create policy "district_reads" on "restructuring" for select to "app_district" using (${ofDistrict} and status = any (array['APPLIED'::text, 'VOIDED'::text]))`,
    );
    for (const table of ['household_block', 'contact']) {
      this.addSql(`create policy "district_reads" on "${table}" for select to "app_district" using (${ofDistrict})`);
    }
    this.addSql('grant select on restructuring to app_district');
    this.addSql(
      'grant select (town_id, household_id, block_id, overlay_id, valid_from, valid_to, superseded_at, restructuring_id, superseded_by_id) on household_block to app_district',
    );
    this.addSql('grant select (town_id, household_id, block_id, contacted_on) on contact to app_district');
  }
}
