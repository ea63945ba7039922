import { beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { industryOf, registerOrganization } from '../organizations/organization.fixture.ts';
import { partyOn, partyOrganization, partyTree } from '../party-organizations/party-organization.fixture.ts';
import { cover, coveredBy, standingOn } from './coverage.fixture.ts';

const platform = testPlatform();
let town: TestTown;
beforeAll(async () => {
  town = await platform.newTown();
});

const payload = 'partyOrganization { id version validTo }';

describe('founding', () => {
  it('a Party organisation in an organisation establishes it there from that day on', async () => {
    const organization = await stored();
    const about =
      'id name kind form validFrom validTo version parent { id } unit { id } covers { way validFrom validTo }';
    const branch = await partyOrganization(
      town,
      { name: '甲公司支部', seat: { organization }, from: '2024-03-01' },
      about,
    );
    expect(branch).toMatchObject({
      ...{ name: '甲公司支部', kind: 'BRANCH', form: 'INDEPENDENT', parent: null, unit: null },
      ...{ validFrom: '2024-03-01', validTo: null, version: 1 },
      covers: [{ way: 'INDEPENDENT', validFrom: '2024-03-01', validTo: null }],
    });
    expect(await standingOn(platform, organization, '2024-02-29')).toEqual({ established: false, covered: false });
    expect(await standingOn(platform, organization, '2024-03-01')).toEqual({ established: true, covered: true });
  });

  it('a joint one establishes it in all that it is told, and a group includes those affiliated to it', async () => {
    const [one, two, three] = [await stored(), await stored(), await stored()];
    const joint = await partyOrganization(town, { form: 'JOINT', covers: [one, two] });
    expect(await coveredBy(town.admin, joint.id, '2023-01-01')).toHaveLength(2);
    expect(await standingOn(platform, two, '2023-01-01')).toEqual({ established: true, covered: true });
    const group = await partyOrganization(town, { kind: 'GROUP', parent: joint.id, covers: [three] });
    expect(await coveredBy(town.admin, group.id, '2023-01-01')).toMatchObject([{ way: 'AFFILIATED' }]);
    expect(await standingOn(platform, three, '2023-01-01')).toEqual({ established: false, covered: true });
  });

  it('a branch within a company that has a committee establishes nothing there anew', async () => {
    const organization = await stored();
    const committee = await partyOrganization(town, { kind: 'COMMITTEE', seat: { organization } });
    const within = await partyOrganization(town, { parent: committee.id, seat: { organization } }, 'id covers { way }');
    expect(within.covers).toEqual([]);
  });

  it('shows the tree of any day, parents before children', async () => {
    const of = await platform.newTown();
    const top = await partyOrganization(of, { name: '社会党委', kind: 'COMMITTEE' });
    const general = { name: '村党总支', kind: 'GENERAL_BRANCH', parent: top.id, seat: { unit: of.unit(0) } };
    const village = await partyOrganization(of, { ...general, from: '2024-01-01' });
    await partyOrganization(of, { name: '乙支部', parent: village.id, from: '2024-06-01' });
    await partyOrganization(of, { name: '甲支部', parent: top.id, from: '2024-06-01' });
    expect(await partyTree(of, '2023-06-01')).toEqual(['社会党委']);
    expect(await partyTree(of, '2024-01-01')).toEqual(['社会党委', '-村党总支']);
    expect(await partyTree(of, '2024-06-01')).toEqual(['社会党委', '-村党总支', '--乙支部', '-甲支部']);
    const query = `query($code: RegisterCode!) { town(code: $code) {
      partyOrganizations(asOf: "2024-06-01", filter: { name: "支部", kind: [BRANCH] }, first: 1) { totalCount nodes { name } } } }`;
    expect((await of.admin.ask(query, { code: of.code })).town.partyOrganizations).toEqual({
      totalCount: 2,
      nodes: [{ name: '乙支部' }],
    });
    const children = await partyOn(of.admin, top.id, '2024-06-01', 'children { nodes { name } }');
    expect(children.children.nodes).toEqual([{ name: '村党总支' }, { name: '甲支部' }]);
  });
});

describe('changing', () => {
  it('upgrades a branch from a day on, and what was settled for a later day stays', async () => {
    const above = await partyOrganization(town, { kind: 'COMMITTEE' });
    const { id } = await partyOrganization(town, { name: '旧支部', parent: above.id });
    const change = (input: Record<string, unknown>) =>
      town.admin.do('changePartyOrganization', { partyOrganization: id, ...input }, payload);
    await change({ name: '新总支', kind: 'GENERAL_BRANCH', from: '2025-01-01' });
    await change({ name: '中支部', seat: { unit: town.unit(1) }, from: '2024-01-01', expectedVersion: 2 });
    const { versions } = await partyOn(
      town.admin,
      id,
      '2026-01-01',
      'versions { name kind unit { id } parent { id } validFrom validTo }',
    );
    const common = { parent: { id: above.id } };
    const unit = { id: town.unit(1) };
    expect(versions).toEqual([
      { ...common, name: '旧支部', kind: 'BRANCH', unit: null, validFrom: '2023-01-01', validTo: '2024-01-01' },
      { ...common, name: '中支部', kind: 'BRANCH', unit, validFrom: '2024-01-01', validTo: '2025-01-01' },
      { ...common, name: '新总支', kind: 'GENERAL_BRANCH', unit, validFrom: '2025-01-01', validTo: null },
    ]);
  });

  it('a seat that was settled for a later day stays as a whole', async () => {
    const industry = await industryOf(town, '制造业');
    const { id } = await partyOrganization(town, { seat: { unit: town.unit(0) } });
    const change = (input: Record<string, unknown>) =>
      town.admin.do('changePartyOrganization', { partyOrganization: id, ...input }, payload);
    await change({ seat: { unit: town.unit(1) }, from: '2025-01-01' });
    await change({ seat: { industry }, from: '2024-01-01' });
    const units = await Promise.all(
      ['2023-12-31', '2024-01-01', '2025-01-01'].map((day) => partyOn(town.admin, id, day, 'unit { id }')),
    );
    expect(units).toEqual([{ unit: { id: town.unit(0) } }, { unit: null }, { unit: { id: town.unit(1) } }]);
  });

  it('an independent one becomes joint with those it is told, and joint ones independent in their seat', async () => {
    const [one, two] = [await stored(), await stored()];
    const { id } = await partyOrganization(town, { seat: { organization: one } });
    const joining = { partyOrganization: id, form: 'JOINT', from: '2024-01-01' };
    expect(await town.admin.refused('changePartyOrganization', joining)).toEqual({
      code: 'CONFLICT',
      field: 'input.form',
    });
    await town.admin.do('changePartyOrganization', { ...joining, covers: [one, two] }, payload);
    expect(await coveredBy(town.admin, id, '2023-12-31')).toMatchObject([
      { way: 'INDEPENDENT', validTo: '2024-01-01' },
    ]);
    expect(await coveredBy(town.admin, id, '2024-01-01')).toMatchObject([{ way: 'JOINT' }, { way: 'JOINT' }]);
    await town.admin.do('changePartyOrganization', { ...joining, form: 'INDEPENDENT', from: '2025-01-01' }, payload);
    expect(await coveredBy(town.admin, id, '2025-01-01')).toEqual([
      { way: 'INDEPENDENT', validFrom: '2025-01-01', validTo: null },
    ]);
    expect(await standingOn(platform, two, '2024-12-31')).toEqual({ established: true, covered: true });
    expect(await standingOn(platform, two, '2025-01-01')).toEqual({ established: false, covered: false });
  });

  it('is refused where what it covers would not fit it any more', async () => {
    const organization = await stored();
    const { id } = await partyOrganization(town, { seat: { unit: town.unit(0) } });
    await cover(town, id, organization, { way: 'BY_AREA' });
    const seat = { organization: await stored() };
    await changesNothing(platform, town, async () => {
      const moving = { partyOrganization: id, seat, from: '2024-01-01' };
      expect(await town.admin.refused('changePartyOrganization', moving)).toEqual({
        code: 'BAD_INPUT',
        field: 'input.seat',
      });
    });
  });
});

describe('merging', () => {
  it('hands on what the others cover and what stood under them, and they end with the reason', async () => {
    const [one, two, three] = [await stored(), await stored(), await stored()];
    const into = await partyOrganization(town, { kind: 'GENERAL_BRANCH', seat: { organization: one } });
    const other = await partyOrganization(town, { kind: 'GENERAL_BRANCH', seat: { unit: town.unit(0) } });
    const third = await partyOrganization(town, { seat: { organization: two } });
    const under = await partyOrganization(town, { parent: other.id });
    await cover(town, other.id, three, { way: 'BY_AREA' });
    await cover(town, other.id, one, { way: 'BY_AREA' });
    const merging = { into: into.id, others: [other.id, third.id], on: '2024-01-01', because: '规模缩小' };
    expect(await town.admin.refused('mergePartyOrganizations', merging)).toEqual({
      code: 'BAD_INPUT',
      field: 'input.form',
    });
    await town.admin.do('mergePartyOrganizations', { ...merging, form: 'JOINT' }, payload);
    const covers = await coveredBy(town.admin, into.id, '2024-01-01');
    expect(covers.map(({ way, validFrom }: Data) => `${way} ${validFrom}`).sort()).toEqual([
      'AFFILIATED 2024-01-01',
      'JOINT 2024-01-01',
      'JOINT 2024-01-01',
    ]);
    const ended = 'validTo endedBecause successor { id } covers(asOf: "2024-01-01") { way } children { totalCount }';
    expect(await partyOn(town.admin, other.id, '2024-06-01', ended)).toEqual({
      ...{ validTo: '2024-01-01', endedBecause: '规模缩小', successor: { id: into.id }, covers: [] },
      children: { totalCount: 0 },
    });
    expect((await partyOn(town.admin, under.id, '2024-01-01', 'parent { id }')).parent.id).toBe(into.id);
    expect((await partyOn(town.admin, under.id, '2023-12-31', 'parent { id }')).parent.id).toBe(other.id);
    for (const each of [one, two]) {
      expect(await standingOn(platform, each, '2024-01-01')).toEqual({ established: true, covered: true });
    }
  });
});

describe('dissolving', () => {
  it('ends what it covers with the reason, and what stood under it goes to what was above it', async () => {
    const organization = await stored();
    const top = await partyOrganization(town, { kind: 'COMMITTEE' });
    const general = await partyOrganization(town, { kind: 'GENERAL_BRANCH', parent: top.id, seat: { organization } });
    const under = await partyOrganization(town, { parent: general.id });
    const dissolving = { partyOrganization: general.id, on: '2024-01-01', because: '党员不足' };
    await town.admin.do('dissolvePartyOrganization', dissolving, payload);
    expect((await partyOn(town.admin, under.id, '2024-01-01', 'parent { id }')).parent.id).toBe(top.id);
    const links = 'endedBecause covers(asOf: "2023-12-31") { validTo endedBecause }';
    expect(await partyOn(town.admin, general.id, '2024-01-01', links)).toEqual({
      endedBecause: '党员不足',
      covers: [{ validTo: '2024-01-01', endedBecause: '党员不足' }],
    });
    expect(await standingOn(platform, organization, '2024-01-01')).toEqual({ established: false, covered: false });
    await changesNothing(platform, town, async () => {
      for (const verb of ['dissolvePartyOrganization', 'changePartyOrganization']) {
        const input = verb === 'dissolvePartyOrganization' ? dissolving : { partyOrganization: general.id, name: '再' };
        expect(await town.admin.refused(verb, input)).toEqual({ code: 'CONFLICT', field: 'input.partyOrganization' });
      }
    });
  });

  it('on the first day it was never there, and its record remains', async () => {
    const { id } = await partyOrganization(town, { from: '2024-05-01' });
    const dissolving = { partyOrganization: id, on: '2024-05-01', because: '误录' };
    const shown = `partyOrganization { id name validFrom validTo }`;
    const { partyOrganization: gone } = await town.admin.do('dissolvePartyOrganization', dissolving, shown);
    expect(gone).toMatchObject({ id, validFrom: '2024-05-01', validTo: '2024-05-01' });
    expect(await partyTree(town, '2024-05-01')).not.toContain(gone.name);
  });

  it('is refused while a group would be left without anything above it', async () => {
    const branch = await partyOrganization(town);
    await partyOrganization(town, { kind: 'GROUP', parent: branch.id });
    const refusal = await town.admin.refused('dissolvePartyOrganization', {
      partyOrganization: branch.id,
      because: '撤',
    });
    expect(refusal).toEqual({ code: 'CONFLICT', field: 'input.partyOrganization' });
  });
});

/** An organisation with three Party members. */
async function stored(of: TestTown = town): Promise<string> {
  return (await registerOrganization(of, { partyMembers: 3 })).id;
}
