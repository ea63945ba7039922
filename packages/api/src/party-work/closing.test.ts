import { beforeAll, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { cover, coveredBy, standingOn } from '../coverage/coverage.fixture.ts';
import { registerOrganization } from '../organizations/organization.fixture.ts';
import { partyOn, partyOrganization } from '../party-organizations/party-organization.fixture.ts';
import { assign } from './party-work.fixture.ts';

const platform = testPlatform();
let town: TestTown;
beforeAll(async () => {
  town = await platform.newTown();
});

const shown = 'organization { id validTo }';
const about = `query($id: ID!) { organization(id: $id) { validTo management(asOf: "2024-05-31")
  coverage { way validTo endedBecause } directManagement { validTo leftBecause } workAssignments { validTo } } }`;

it('a closed organisation is covered, worked for and managed directly no more, with the reason', async () => {
  const { id } = await registerOrganization(town);
  const { id: other } = await registerOrganization(town);
  const joint = await partyOrganization(town, { form: 'JOINT', covers: [id, other] });
  const affiliating = await partyOrganization(town);
  await cover(town, affiliating.id, id, { from: '2025-01-01' });
  await assign(town, { organization: id });
  const taking = { organization: id, from: '2023-06-01', because: '规模大' };
  await town.admin.do('takeIntoDirectManagement', taking, 'organization { id }');
  const closing = { organization: id, on: '2024-06-01', because: '迁往外省' };
  expect((await town.admin.do('closeOrganization', closing, shown)).organization).toEqual({
    id,
    validTo: '2024-06-01',
  });
  expect((await town.admin.ask(about, { id })).organization).toEqual({
    ...{ validTo: '2024-06-01', management: 'DIRECT' },
    coverage: [{ way: 'JOINT', validTo: '2024-06-01', endedBecause: '迁往外省' }],
    directManagement: [{ validTo: '2024-06-01', leftBecause: '迁往外省' }],
    workAssignments: [{ validTo: '2024-06-01' }],
  });
  expect(await standingOn(platform, id, '2024-05-31')).toEqual({ established: true, covered: true });
  expect(await standingOn(platform, id, '2024-06-01')).toBeUndefined();
  // The joint branch lives on with one, which findings tell.
  expect(await coveredBy(town.admin, joint.id, '2024-06-01')).toHaveLength(1);
});

it('a branch that sits in it stays, with what it was', async () => {
  const { id: organization } = await registerOrganization(town);
  const branch = await partyOrganization(town, { seat: { organization } });
  await town.admin.do('closeOrganization', { organization, on: '2024-06-01', because: '注销' }, shown);
  const seen = await partyOn(town.admin, branch.id, '2024-06-01', 'validTo organization { id } covers { id }');
  expect(seen).toEqual({ validTo: null, organization: { id: organization }, covers: [] });
});

it('is closed by whoever keeps it: the officer of its unit, not of another one, and no district', async () => {
  const { id: organization } = await registerOrganization(town);
  const closing = { organization, on: '2024-06-01', because: '注销' };
  const elsewhere = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const other = await platform.newTown();
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ ...closing, because: '' }, 'BAD_INPUT', 'input.because'],
    [{ ...closing, on: '2022-12-31' }, 'BAD_INPUT', 'input.on'],
    [{ ...closing, expectedVersion: 9 }, 'CONFLICT', 'input.expectedVersion'],
    [{ ...closing, organization: town.unit(0) }, 'NOT_FOUND', 'input.organization'],
  ];
  await changesNothing(platform, town, async () => {
    for (const client of [elsewhere, other.admin]) {
      expect(await client.refused('closeOrganization', closing)).toEqual({
        code: 'NOT_FOUND',
        field: 'input.organization',
      });
    }
    for (const [input, code, field] of wrong) {
      expect({ input, ...(await town.admin.refused('closeOrganization', input)) }).toEqual({ input, code, field });
    }
  });
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  await officer.do('closeOrganization', closing, shown);
  expect(await town.admin.refused('closeOrganization', closing)).toEqual({
    code: 'CONFLICT',
    field: 'input.organization',
  });
});
