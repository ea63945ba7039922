import { beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { kindOf, registerOrganization } from '../organizations/organization.fixture.ts';
import { partyOrganization } from '../party-organizations/party-organization.fixture.ts';

const platform = testPlatform();
let town: TestTown;
/** Enterprises beside a joint branch, by what the tests call them. */
const named: Record<string, string> = {};
beforeAll(async () => {
  town = await platform.newTown();
  const below = await kindOf(town, 'ENTERPRISE_BELOW_SCALE');
  const register = async (input: Record<string, unknown>) => (await registerOrganization(town, input)).id;
  await partyOrganization(town, {
    form: 'JOINT',
    seat: { unit: town.unit(0) },
    covers: [await register({ partyMembers: 3 }), await register({ partyMembers: 3 })],
  });
  named.above = await register({ name: '甲规上企业', partyMembers: 3 });
  named.aboveWithFew = await register({ name: '乙规上企业', partyMembers: 2 });
  named.below = await register({ name: '丙规下企业', kind: below, partyMembers: 3 });
});

/** The kinds of remedies of the gaps in a rate, in their order, by the organisation. */
async function remedies(rate: string): Promise<Map<string, string[]>> {
  const query = `query($code: RegisterCode!) { town(code: $code) { coverage(on: "2024-01-01") {
    gaps(rate: ${rate}) { nodes { organization { id } remedies { kind } } } } } }`;
  const { gaps } = (await town.admin.ask(query, { code: town.code })).town.coverage;
  return new Map(gaps.nodes.map((gap: Data) => [gap.organization.id, gap.remedies.map(({ kind }: Data) => kind)]));
}

describe('the order of remedies', () => {
  it('has an enterprise above scale with three Party members found a branch of its own before it joins another', async () => {
    const established = await remedies('ESTABLISHMENT');
    expect(established.get(named.above ?? '')?.slice(0, 2)).toEqual(['FOUND_BRANCH', 'JOIN_JOINT_BRANCH']);
    const covered = (await remedies('ORGANIZATION_COVERAGE')).get(named.above ?? '') ?? [];
    expect(covered[0]).toBe('FOUND_BRANCH');
    expect(covered).toEqual(expect.arrayContaining(['COVER_BY_AREA', 'JOIN_JOINT_BRANCH']));
    expect((await remedies('WORK_COVERAGE')).get(named.above ?? '')?.slice(0, 2)).toEqual([
      'NAME_LIAISON',
      'FOUND_BRANCH',
    ]);
  });

  it('has one with fewer members, and one below the scale, join the branch that is there first', async () => {
    const found = await remedies('ESTABLISHMENT');
    expect(found.get(named.aboveWithFew ?? '')?.slice(0, 2)).toEqual(['JOIN_JOINT_BRANCH', 'FOUND_JOINT_BRANCH']);
    expect(found.get(named.below ?? '')?.slice(0, 2)).toEqual(['JOIN_JOINT_BRANCH', 'FOUND_BRANCH']);
  });

  it('does not change which gap is the cheapest to mend: what could join a branch comes first, by name', async () => {
    const order = [...(await remedies('ESTABLISHMENT')).keys()];
    expect(order).toEqual([named.below, named.above, named.aboveWithFew]);
  });
});
