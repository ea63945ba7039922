import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesOf } from '../db/changes.ts';
import { registerOrganization } from '../organizations/organization.fixture.ts';
import { partyOrganization } from '../party-organizations/party-organization.fixture.ts';

const platform = testPlatform();
const on = '2024-01-01';
const rates = 'organizations establishment { rounded } organizationCoverage { rounded } workCoverage { rounded }';
const selection = `draft on changes { class before { ${rates} } after { ${rates} } }`;

let other: TestTown;
beforeAll(async () => {
  other = await platform.newTown();
});

/** A town with an enterprise for each remedy. */
async function gappyTown() {
  const town = await platform.newTown();
  const enterprise = async (partyMembers: number) => (await registerOrganization(town, { partyMembers })).id;
  const [alone, few, fewer, none, affiliate, joining, first, second] = await Promise.all(
    [5, 2, 1, 0, 0, 1, 3, 3].map(enterprise),
  );
  const joint = await partyOrganization(town, { form: 'JOINT', covers: [first, second] });
  const group = await partyOrganization(town, { kind: 'GROUP', parent: joint.id, seat: { unit: town.unit(0) } });
  const remedies = [
    { organization: alone, kind: 'FOUND_BRANCH' },
    { organization: few, kind: 'FOUND_JOINT_BRANCH', together: [fewer] },
    { organization: none, kind: 'NAME_LIAISON' },
    { organization: affiliate, kind: 'AFFILIATE', partyOrganization: group.id },
    { organization: joining, kind: 'JOIN_JOINT_BRANCH', partyOrganization: joint.id },
  ];
  return { town, remedies };
}

async function coverage({ code, admin }: TestTown): Promise<Data> {
  const query = `query($code: RegisterCode!) { town(code: $code) { coverage(on: "${on}") { ${rates} } } }`;
  return (await admin.ask(query, { code })).town.coverage;
}

describe('remedies', () => {
  it('tell whoever watches figures to look again once they are taken, and not as a draft', async () => {
    const { town, remedies } = await gappyTown();
    const told = vi.spyOn(changesOf(platform.database.orm), 'note');
    await town.admin.do('takeRemedies', { town: town.code, remedies, draft: true }, 'draft');
    expect(told).not.toHaveBeenCalled();
    await town.admin.do('takeRemedies', { town: town.code, remedies: remedies.slice(0, 1) }, 'draft');
    expect(told).toHaveBeenCalledWith(Number(town.code));
    told.mockRestore();
  });

  it('show as a draft what they give, change nothing, and give exactly that when they are taken', async () => {
    const { town, remedies } = await gappyTown();
    const before = await coverage(town);
    expect(before).toMatchObject({
      organizations: 8,
      establishment: { rounded: '25.0 %' },
      workCoverage: { rounded: '0.0 %' },
    });
    const drafted = await town.admin.do(
      'takeRemedies',
      { town: town.code, remedies, from: on, draft: true },
      selection,
    );
    expect(drafted).toMatchObject({ draft: true, on });
    expect(await coverage(town)).toEqual(before);
    const [whole, ...classes] = drafted.changes;
    expect(whole.before).toEqual(before);
    expect(whole.after).toEqual({
      organizations: 8,
      establishment: { rounded: '75.0 %' },
      organizationCoverage: { rounded: '87.5 %' },
      workCoverage: { rounded: '12.5 %' },
    });
    expect(classes.map((each: Data) => each.class)).toEqual(['ENTERPRISE_ABOVE_SCALE']);

    const person = await town.person();
    const named = remedies.map((each) => (each.kind === 'NAME_LIAISON' ? { ...each, person } : each));
    const taken = await town.admin.do('takeRemedies', { town: town.code, remedies: named, from: on }, selection);
    expect(taken).toEqual({ ...drafted, draft: false });
    expect(await coverage(town)).toEqual(whole.after);
  });

  it('are those that the gaps themselves name, and close every gap that they say they close', async () => {
    const { town } = await gappyTown();
    for (const rate of ['WORK_COVERAGE', 'ORGANIZATION_COVERAGE', 'ESTABLISHMENT']) {
      const query = `query($code: RegisterCode!) { town(code: $code) { coverage(on: "${on}") { gaps(rate: ${rate}) { nodes {
        organization { id } remedies { kind raises partyOrganization { id } together { id } after { ${rates} } } } } } } }`;
      const read = (await town.admin.ask(query, { code: town.code })).town.coverage.gaps.nodes;
      for (const { organization, remedies } of read) {
        for (const { kind, partyOrganization: party, together, after, raises } of remedies) {
          if (kind === 'DEVELOP_MEMBERS') continue;
          const remedy = {
            ...{ organization: organization.id, kind, partyOrganization: party?.id },
            together: together.map(({ id }: Data) => id),
          };
          const input = { town: town.code, remedies: [remedy], from: on, draft: true };
          const { changes } = await town.admin.do('takeRemedies', input, selection);
          expect({ kind, raises, after: changes[0].after }).toEqual({ kind, raises, after });
        }
      }
    }
  });

  it('are taken all or none, and what refuses one is named by its place', async () => {
    const { town, remedies } = await gappyTown();
    const [branch, joint, liaison, affiliate, joining] = remedies;
    const refused = (some: unknown[], more: Record<string, unknown> = {}) =>
      town.admin.refused('takeRemedies', { town: town.code, remedies: some, from: on, ...more });
    const before = await coverage(town);
    expect(await refused([])).toEqual({ code: 'BAD_INPUT', field: 'input.remedies' });
    expect(await refused([branch, liaison])).toEqual({ code: 'BAD_INPUT', field: 'input.remedies.1.person' });
    expect(await refused([branch, { ...affiliate, partyOrganization: null }])).toEqual({
      code: 'BAD_INPUT',
      field: 'input.remedies.1.partyOrganization',
    });
    expect(await refused([{ ...branch, kind: 'DEVELOP_MEMBERS' }])).toEqual({
      code: 'BAD_INPUT',
      field: 'input.remedies.0.kind',
    });
    expect((await refused([joint, { ...joint }])).code).toBe('CONFLICT');
    const theirs = (await registerOrganization(other)).id;
    expect(await refused([branch, { ...joint, together: [theirs] }])).toEqual({
      code: 'NOT_FOUND',
      field: 'input.remedies.1.together.0',
    });
    expect(await refused([{ ...joining, organization: theirs }])).toEqual({
      code: 'NOT_FOUND',
      field: 'input.remedies.0.organization',
    });
    expect(await coverage(town)).toEqual(before);
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const input = { town: town.code, remedies: [branch], draft: true };
    expect(await officer.refused('takeRemedies', input)).toEqual({ code: 'FORBIDDEN' });
    expect(await other.admin.refused('takeRemedies', input)).toEqual({ code: 'NOT_FOUND', field: 'input.town' });
    expect(platform.faults).toEqual([]);
  });
});
