import { Migration } from '@mikro-orm/migrations';
import { protectTables } from './tables-of-towns.ts';

const ofDistrict = `town_id = ANY ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;

const tables = ['relief_category', 'relief_item', 'relief_fund', 'relief_fund_entry'];

/** What towns start with at the time of this migration, for those that are set up already: categories, and items under them. */
const categories = `('助困', false, 1), ('助医', true, 2), ('助老', false, 3), ('助残', true, 4), ('助优', false, 5)`;
const items = [
  `('助困', '春节帮困', 1), ('助困', '低保家庭慰问', 2), ('助困', '低收入家庭慰问', 3), ('助困', '支出型贫困救助', 4)`,
  `('助困', '突发困难救助', 5), ('助困', '失业人员帮困', 6), ('助困', '困难职工帮困', 7), ('助困', '困难学生助学', 8)`,
  `('助医', '大病救助', 1), ('助医', '门急诊救助', 2), ('助医', '住院救助', 3)`,
  `('助医', '慢性病用药补贴', 4), ('助医', '罕见病救助', 5), ('助医', '医疗互助补贴', 6)`,
  `('助老', '高龄老人慰问', 1), ('助老', '独居老人帮困', 2), ('助老', '老年人助餐补贴', 3)`,
  `('助老', '适老化改造补贴', 4), ('助老', '困难老人护理补贴', 5), ('助老', '百岁老人慰问', 6)`,
  `('助残', '重残人员帮困', 1), ('助残', '残疾人护理补贴', 2), ('助残', '残疾学生助学', 3)`,
  `('助残', '无障碍改造补贴', 4), ('助残', '辅助器具补贴', 5)`,
  `('助优', '重点优抚对象慰问', 1), ('助优', '烈属慰问', 2), ('助优', '军属慰问', 3)`,
  `('助优', '退役军人帮困', 4), ('助优', '优抚对象补助', 5)`,
].join(', ');

/** Categories and items of relief, and its funds, of which the database lets no more be granted than there is. */
export class ReliefFunds extends Migration {
  override up(): void {
    this.addSql(
      'create table "relief_category" ("town_id" bigint not null, "id" uuid not null, "name" text not null, "sensitive" boolean not null, "position" int not null, "ended_on" date null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "relief_category" add constraint "relief_category_name" EXCLUDE USING gist (town_id WITH =, name WITH =) WHERE (ended_on IS NULL)',
    );
    this.addSql(
      'create table "relief_item" ("town_id" bigint not null, "id" uuid not null, "category_id" uuid not null, "name" text not null, "usual_amount" bigint null, "position" int not null, "ended_on" date null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "relief_item_town_id_category_id_index" on "relief_item" ("town_id", "category_id")');
    this.addSql(
      'alter table "relief_item" add constraint "relief_item_town_id_category_id_foreign" foreign key ("town_id", "category_id") references "relief_category" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "relief_item" add constraint "relief_item_name" EXCLUDE USING gist (town_id WITH =, category_id WITH =, name WITH =) WHERE (ended_on IS NULL)',
    );
    this.addSql('alter table "relief_item" add constraint "relief_item_amount" check (usual_amount > 0)');
    this.addSql(
      'create table "relief_fund" ("town_id" bigint not null, "id" uuid not null, "year" int not null, "name" text not null, "source" text not null, "budget" bigint not null, "committed" bigint not null, "paid" bigint not null, "closed_on" date null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "relief_fund" add constraint "relief_fund_town_id_year_name_unique" unique ("town_id", "year", "name")',
    );
    this.addSql(
      `alter table "relief_fund" add constraint "relief_fund_source_check" check ("source" in ('FISCAL', 'CHARITY', 'PARTY_DUES', 'UNION', 'DONATION', 'OTHER'))`,
    );
    this.addSql(
      'alter table "relief_fund" add constraint "relief_fund_within" check (0 <= paid and paid <= committed and committed <= budget)',
    );
    this.addSql(
      'create table "relief_fund_entry" ("town_id" bigint not null, "id" uuid not null, "fund_id" uuid not null, "seq" int not null, "amount" bigint not null, "budget" bigint not null, "reason" text null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "relief_fund_entry" add constraint "relief_fund_entry_town_id_fund_id_seq_unique" unique ("town_id", "fund_id", "seq")',
    );
    this.addSql(
      'alter table "relief_fund_entry" add constraint "relief_fund_entry_town_id_fund_id_foreign" foreign key ("town_id", "fund_id") references "relief_fund" ("town_id", "id") on update no action on delete no action',
    );
    for (const statement of protectTables(tables)) this.addSql(statement);
    for (const table of ['relief_category', 'relief_item']) {
      this.addSql(`create policy "district_reads" on "${table}" for select to "app_district" using (${ofDistrict})`);
      this.addSql(`grant select on "${table}" to app_district`);
    }
    this.addSql('grant update (name, ended_on) on relief_category to app_town');
    this.addSql('grant update (name, usual_amount, ended_on) on relief_item to app_town');
    this.addSql('grant update (budget, committed, paid, closed_on, version) on relief_fund to app_town');
    this.addSql(
      `insert into "relief_category" ("town_id", "id", "name", "sensitive", "position") select town.id, gen_random_uuid(), standard.name, standard.sensitive, standard.position from town cross join (values ${categories}) as standard(name, sensitive, position) where town.set_up_on is not null`,
    );
    this.addSql(
      `insert into "relief_item" ("town_id", "id", "category_id", "name", "position") select c.town_id, gen_random_uuid(), c.id, standard.name, standard.position from relief_category c join (values ${items}) as standard(category, name, position) on standard.category = c.name`,
    );
  }
}
