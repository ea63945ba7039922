import { Migration } from '@mikro-orm/migrations';

/** What towns start with at the time of this migration, for those that are set up already. */
const kinds = [
  `('ENTERPRISE_ABOVE_SCALE', '规模以上非公企业', 1), ('ENTERPRISE_BELOW_SCALE', '规模以下非公企业', 2)`,
  `('COOPERATIVE', '农民专业合作社', 3), ('ACTIVITY_GROUP', '群众活动团队', 4)`,
  `('NEWCOMER_COMMUNITY', '来沪人员聚居区', 5), ('PARK', '园区', 6), ('SOCIAL_ORGANIZATION', '社会组织', 7)`,
].join(', ');
const industries = [
  `('农业', 1), ('制造业', 2), ('建筑业', 3), ('批发零售', 4), ('交通物流', 5), ('住宿餐饮', 6), ('信息技术', 7)`,
  `('金融', 8), ('房地产物业', 9), ('商务服务', 10), ('居民服务', 11), ('教育', 12), ('卫生养老', 13), ('文化体育', 14)`,
].join(', ');

/** Towns that are set up already get the kinds of organisations and the industries that new ones start with. */
export class OrganizationLists extends Migration {
  override up(): void {
    this.addSql(
      `insert into "organization_kind" ("town_id", "id", "name", "class", "position", "valid_from") select town.id, gen_random_uuid(), standard.name, standard.class, standard.position, '1949-10-01' from town cross join (values ${kinds}) as standard(class, name, position) where town.set_up_on is not null`,
    );
    this.addSql(
      `insert into "industry" ("town_id", "id", "name", "position", "valid_from") select town.id, gen_random_uuid(), standard.name, standard.position, '1949-10-01' from town cross join (values ${industries}) as standard(name, position) where town.set_up_on is not null`,
    );
  }
}
