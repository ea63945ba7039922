import type { Actor } from '../access/actor.ts';
import { changeCovering } from '../coverage/change-covering.ts';
import { coverOrganization } from '../coverage/cover-organization.ts';
import type { CoverageWay } from '../coverage/coverage.entity.ts';
import { mergeCovering } from '../coverage/end-covering.ts';
import { foundCovering } from '../coverage/found-covering.ts';
import type { Desk } from '../db/door.ts';
import type { OrganizationClass } from '../organizations/organization.entity.ts';
import { organizationKindsOf } from '../organizations/organization-lists.ts';
import { takeIntoDirectManagement } from '../party-organizations/direct-management.ts';
import { givePartyPost } from '../party-organizations/give-party-post.ts';
import type { FoundPartyOrganizationInput } from '../party-organizations/party-organization.input.ts';
import { requireOrganization } from '../party-organizations/require-organizations.ts';
import { assignWorker } from '../party-work/assign-worker.ts';
import { closeWithAll } from '../party-work/close-organization.ts';
import { openGuidanceStation } from '../party-work/open-guidance-station.ts';
import type { AssignWorkerInput } from '../party-work/party-work.input.ts';
import { globalId } from '../schema/global-id.ts';
import { demoActor, inventPerson } from './demo-actor.ts';
import { inventedMark, repeatable } from './invented.ts';

/**
 * The Party in Pujiang's new sectors, all of it invented: branches alone, together and of a federation, a merger, a branch that was
 * upgraded, posts held ex officio, direct management, a guidance station, who is assigned to organisations and units, and
 * organisations that nothing covers. `organizations` are those of registerDemoOrganizations.
 */
export async function coverPujiang(
  desk: Desk,
  unit: string,
  organizations: ReadonlyMap<string, string>,
): Promise<void> {
  const told = new Telling(desk, await demoActor(desk), globalId('Unit', desk.town, unit), organizations);
  const committee = await told.found({ name: '社会党委', kind: 'COMMITTEE' });
  const general = { name: '社区综合党支部', parent: committee, seat: { unit: told.unit }, from: '2023-04-01' };
  const community = await told.found(general);
  await told.change(community, { name: '社区综合党总支', kind: 'GENERAL_BRANCH', from: '2025-07-01' });
  const own = (name: string, from: string) =>
    told.found({ name: `${name}党支部`, parent: committee, seat: { organization: told.of(name) }, from });
  const [machines, electric] = [await own('联达精密制造', '2023-06-01'), await own('申浦电器', '2024-03-01')];
  const joint = await told.found({
    ...{ name: '小微企业联合党支部', form: 'JOINT', parent: community, seat: { unit: told.unit }, from: '2025-08-01' },
    covers: ['永新五金', '浦汇包装', '杜行汽修'].map((name) => told.of(name)),
  });
  const farms = await own('绿源果蔬合作社', '2024-05-01');
  const group = await told.found({
    ...{ name: '稻米合作社挂靠党小组', kind: 'GROUP', parent: farms, from: '2024-06-01' },
    ...{ seat: { organization: told.of('召稼楼稻米合作社') }, covers: [told.of('召稼楼稻米合作社')] },
  });
  const arts = await told.found({
    name: '群众团队联合会党支部',
    form: 'FEDERATION',
    parent: committee,
    from: '2023-09-01',
  });
  for (const name of ['浦江沪剧队', '黄浦江畔合唱团']) await told.cover(arts, name, 'BY_INDUSTRY', '2023-09-01');
  await told.cover(community, '瑞丰餐饮', 'BY_AREA', '2024-01-01');
  const social = await own('暖邻社工服务社', '2023-10-01');
  const logistics = await own('江月冷链', '2023-06-01');
  await told.merge(joint, logistics, '2026-02-01', '党员减少，不足三名');

  for (const party of [committee, community, machines, electric, joint, farms]) await told.secretary(party);
  await told.post(social, { secretaryOf: community });
  await told.post(group, { secretaryOf: farms, title: 'MEMBER' });
  await told.directly({ organization: told.of('联达精密制造') }, '2024-01-01', '规模大、党员多');
  await told.directly({ partyOrganization: arts }, '2024-01-01', '影响大');
  await told.station({ name: '群众团队党建工作指导站', host: '社区文化活动中心', ledBy: community }, 'ACTIVITY_GROUP');
  await told.assign('INSTRUCTOR', { organization: told.of('申浦电器') });
  await told.assign('LIAISON', { organization: told.of('鲁汇家具') });
  await told.assign('LEADER', { unit: await told.unitOf('浦江智谷园') });
  await told.assign('LIAISON', { unit: await told.unitOf('夕阳红养老服务社') });
  await told.close('浦汇包装', '2026-06-01', '迁往外区');
}

type Founding = Omit<FoundPartyOrganizationInput, 'town' | 'kind' | 'form'> &
  Partial<Pick<FoundPartyOrganizationInput, 'kind' | 'form'>>;

/** Tells one thing after the other: each is read afresh by the next. */
class Telling {
  readonly #next: (below: number) => number;

  constructor(
    readonly desk: Desk,
    readonly actor: Actor,
    readonly unit: string,
    readonly organizations: ReadonlyMap<string, string>,
  ) {
    this.#next = repeatable(desk.town + 22);
  }

  /** The id of an organisation, by its name without the mark. */
  of(name: string): string {
    const id = this.organizations.get(name);
    if (id === undefined) throw new Error(`The demo has no organisation ${name}`);
    return id;
  }

  async found(input: Founding): Promise<string> {
    const usual = { town: String(this.desk.town), kind: 'BRANCH' as const, form: 'INDEPENDENT' as const };
    const named = { ...usual, from: '2023-04-01', ...input, name: `${input.name}${inventedMark}` };
    const { uuid } = await this.#then(foundCovering(this.desk, this.actor, named));
    return globalId('PartyOrganization', this.desk.town, uuid);
  }

  async change(partyOrganization: string, input: Omit<Parameters<typeof changeCovering>[2], 'partyOrganization'>) {
    const named = input.name == null ? {} : { name: `${input.name}${inventedMark}` };
    await this.#then(changeCovering(this.desk, this.actor, { partyOrganization, ...input, ...named }));
  }

  async cover(partyOrganization: string, organization: string, way: CoverageWay, from: string): Promise<void> {
    const input = { partyOrganization, organization: this.of(organization), way, from };
    await this.#then(coverOrganization(this.desk, this.actor, input));
  }

  async merge(into: string, other: string, on: string, because: string): Promise<void> {
    await this.#then(mergeCovering(this.desk, this.actor, { into, others: [other], on, because }));
  }

  async secretary(party: string): Promise<void> {
    await this.post(party, { person: await inventPerson(this.desk, this.#next) });
  }

  async post(partyOrganization: string, holder: Partial<Parameters<typeof givePartyPost>[2]>): Promise<void> {
    const usual = { partyOrganization, title: 'SECRETARY' as const, from: '2025-09-01' };
    await this.#then(givePartyPost(this.desk, this.actor, { ...usual, ...holder }));
  }

  async directly(managed: { organization?: string; partyOrganization?: string }, from: string, because: string) {
    await this.#then(takeIntoDirectManagement(this.desk, this.actor, { ...managed, from, because }));
  }

  /** Opens a guidance station that guides organisations of a class. */
  async station(input: { name: string; host: string; ledBy: string }, of: OrganizationClass): Promise<void> {
    const kinds = (await this.desk.load(organizationKindsOf, this.desk.town)).filter((kind) => kind.class === of);
    const named = { town: String(this.desk.town), ...input, name: `${input.name}${inventedMark}` };
    const opened = { ...named, kinds: kinds.map(({ id }) => id) };
    await this.#then(openGuidanceStation(this.desk, this.actor, opened, '2024-09-01'));
  }

  /** Assigns somebody invented. */
  async assign(role: AssignWorkerInput['role'], to: Pick<AssignWorkerInput, 'organization' | 'unit'>): Promise<void> {
    const person = await inventPerson(this.desk, this.#next);
    await this.#then(assignWorker(this.desk, this.actor, { person, role, ...to }, '2025-03-01'));
  }

  /** The unit in which an organisation is. */
  async unitOf(name: string): Promise<string> {
    const { versions } = await requireOrganization(this.desk, this.of(name), 'input.organization');
    return globalId('Unit', this.desk.town, versions.at(-1)?.state.unit_id ?? '');
  }

  async close(name: string, on: string, because: string): Promise<void> {
    const input = { organization: this.of(name), on, because };
    await this.#then(closeWithAll(this.desk, this.actor, input));
  }

  async #then<Result>(done: Promise<Result>): Promise<Result> {
    const result = await done;
    this.desk.forget();
    return result;
  }
}
