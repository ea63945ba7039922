import type { TestTown } from '../../test/platform.ts';
import { cover } from '../coverage/coverage.fixture.ts';
import type { OrganizationClass } from '../organizations/organization.entity.ts';
import { kindOf, registerOrganization } from '../organizations/organization.fixture.ts';
import { partyOrganization } from '../party-organizations/party-organization.fixture.ts';

/** The day from which all organisations are there. */
const began = '2011-01-01';
/** The day on which their Party organisations were founded. */
export const founded = '2012-07-01';

/** Zhuanghang 庄行镇 as systems.md, section 7, describes it. */
export interface Zhuanghang {
  villages: string[];
  parks: string[];
  /** Organisations of each class, in the order in which they are registered. */
  of: Record<'above' | 'below' | 'cooperatives' | 'groups', string[]>;
}

/**
 * Records Zhuanghang's organisations: 69 enterprises above scale of which 56 have a branch, 299 below it with 18 branches and 21
 * joint ones, 88 cooperatives of which 14 formed 3 branches and 2 joint ones and 74 are affiliated to 28 groups, 45 activity
 * groups with 3 branches and one of their federation; a liaison in each of 16 villages, and a guidance station for cooperatives.
 */
export async function zhuanghang(town: TestTown): Promise<Zhuanghang> {
  const open = (kind: string) => (name: string) => town.openUnit({ kind, name, parent: null, from: '2010-01-01' });
  const villages = await inTurn(numbered(16, '村'), open('VILLAGE'));
  const parks = await inTurn(numbered(6, '园区'), open('PARK'));
  const places = [...villages, ...parks];
  const register = async (
    of: OrganizationClass,
    count: number,
    name: string,
    partyMembers: (index: number) => number,
  ) => {
    const kind = await kindOf(town, of);
    return inTurn(numbered(count, name), async (each, index) => {
      const input = { kind, name: each, unit: places[index % places.length], partyMembers: partyMembers(index) };
      return (await registerOrganization(town, { ...input, from: began })).id;
    });
  };
  const branch = (covers: string[], name: string) =>
    partyOrganization(town, {
      ...{ name, kind: 'BRANCH', from: founded, covers },
      ...(covers.length === 1 ? { form: 'INDEPENDENT', seat: { organization: covers[0] } } : { form: 'JOINT' }),
    });

  // Of the 13 without, the first six have no Party members, four have one or two, and three lost their branch.
  const above = await register('ENTERPRISE_ABOVE_SCALE', 69, '规上企业', (index) =>
    index < 56 ? 5 : index < 62 ? 0 : index < 66 ? 1 + (index % 2) : 3,
  );
  await inTurn(above.slice(0, 56), (id, index) => branch([id], `规上第${index + 1}党支部`));
  for (const id of above.slice(66)) {
    const { id: ended } = await branch([id], `已撤党支部${above.indexOf(id)}`);
    const ending = { partyOrganization: ended, on: '2013-01-01', because: '企业党员调离' };
    await town.admin.do('dissolvePartyOrganization', ending, 'partyOrganization { id }');
  }

  const below = await register('ENTERPRISE_BELOW_SCALE', 299, '规下企业', (index) => (index < 60 ? 3 : 0));
  await inTurn(below.slice(0, 18), (id, index) => branch([id], `规下第${index + 1}党支部`));
  await inTurn(Array.from({ length: 21 }), (_, index) =>
    branch(below.slice(18 + 2 * index, 20 + 2 * index), `规下第${index + 1}联合党支部`),
  );

  const cooperatives = await register('COOPERATIVE', 88, '合作社', (index) => (index < 14 ? 3 : 0));
  await inTurn(cooperatives.slice(0, 3), (id, index) => branch([id], `合作社第${index + 1}党支部`));
  const joint = await branch(cooperatives.slice(3, 8), '合作社第一联合党支部');
  await branch(cooperatives.slice(8, 14), '合作社第二联合党支部');
  const groups = await inTurn(numbered(28, '挂靠小组'), async (name) => {
    const input = { name, kind: 'GROUP', parent: joint.id, seat: { unit: villages[0] }, from: founded };
    return (await partyOrganization(town, input)).id;
  });
  await inTurn(cooperatives.slice(14), (id, index) =>
    cover(town, groups[index % groups.length] ?? '', id, { way: 'AFFILIATED', from: founded }),
  );

  const teams = await register('ACTIVITY_GROUP', 45, '群众团队', (index) => (index < 3 ? 4 : 0));
  await inTurn(teams.slice(0, 3), (id, index) => branch([id], `团队第${index + 1}党支部`));
  const federation = await partyOrganization(town, {
    ...{ name: '群众团队联合会党支部', kind: 'BRANCH', form: 'FEDERATION', from: founded },
  });
  await inTurn(teams.slice(3), (id) => cover(town, federation.id, id, { way: 'BY_INDUSTRY', from: founded }));

  await inTurn(villages, async (unit) => {
    const input = { unit, person: await town.person(), role: 'LIAISON', from: founded };
    await town.admin.do('assignWorker', input, 'assignment { id }');
  });
  const centre = await partyOrganization(town, { name: '农业服务中心党支部', from: began });
  const station = {
    town: town.code,
    name: '农业党建工作指导站',
    host: '农业服务中心',
    ledBy: centre.id,
    from: founded,
  };
  const guides = { ...station, kinds: [await kindOf(town, 'COOPERATIVE')] };
  await town.admin.do('openGuidanceStation', guides, 'station { id }');
  return { villages, parks, of: { above, below, cooperatives, groups: teams } };
}

function numbered(count: number, name: string): string[] {
  return Array.from({ length: count }, (_, index) => `${name}${index + 1}`);
}

async function inTurn<Each, Result>(
  all: readonly Each[],
  work: (each: Each, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [index, each] of all.entries()) results.push(await work(each, index));
  return results;
}
