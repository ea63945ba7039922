import { beforeAll, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { registerOrganization } from '../organizations/organization.fixture.ts';
import { partyOn, partyOrganization } from './party-organization.fixture.ts';

const platform = testPlatform();
let town: TestTown;
beforeAll(async () => {
  town = await platform.newTown();
});

const answer = 'organization { id } partyOrganization { id }';
const periods = 'directManagement { validFrom validTo enteredBecause leftBecause }';
const take = (input: Record<string, unknown>) =>
  town.admin.do('takeIntoDirectManagement', { because: '规模大', ...input }, answer);
const giveBack = (input: Record<string, unknown>) =>
  town.admin.do('returnToTerritory', { because: '规模缩小', ...input }, answer);

/** Whether an organisation stands as managed directly on a day. */
async function standsDirect(organization: string, day: string): Promise<boolean | undefined> {
  const key = Buffer.from(organization, 'base64url').toString().split(':')[2];
  const rows = await platform.database.sql<{ direct: boolean }>(
    `select direct from organization_standing where organization_id = $1 and valid_from <= $2
     and (valid_to is null or valid_to > $2)`,
    [key, day],
  );
  return rows[0]?.direct;
}

it('an organisation goes into direct management with a day and a reason, and out of it, and again', async () => {
  const { id } = await registerOrganization(town);
  expect(await take({ organization: id, from: '2024-01-01' })).toEqual({
    organization: { id },
    partyOrganization: null,
  });
  await giveBack({ organization: id, on: '2024-07-01' });
  await take({ organization: id, from: '2025-01-01', because: '贡献大' });
  const query = `query($id: ID!) { organization(id: $id) { management ${periods}
    before: management(asOf: "2023-12-31") within: management(asOf: "2024-06-30") after: management(asOf: "2024-07-01") } }`;
  expect((await town.admin.ask(query, { id })).organization).toEqual({
    ...{ management: 'DIRECT', before: 'TERRITORIAL', within: 'DIRECT', after: 'TERRITORIAL' },
    directManagement: [
      { validFrom: '2024-01-01', validTo: '2024-07-01', enteredBecause: '规模大', leftBecause: '规模缩小' },
      { validFrom: '2025-01-01', validTo: null, enteredBecause: '贡献大', leftBecause: null },
    ],
  });
  const standing = ['2023-12-31', '2024-01-01', '2024-07-01', '2025-01-01'];
  expect(await Promise.all(standing.map((day) => standsDirect(id, day)))).toEqual([false, true, false, true]);
});

it('a Party organisation that sits in an organisation is managed with it, one that sits in none by itself', async () => {
  const { id: organization } = await registerOrganization(town);
  const inside = await partyOrganization(town, { seat: { organization } });
  const beside = await partyOrganization(town);
  const managed = async (id: string) => (await partyOn(town.admin, id, '2024-06-01', 'management')).management;
  const taken = await take({ partyOrganization: inside.id, from: '2024-01-01' });
  expect(taken).toMatchObject({ organization: { id: organization }, partyOrganization: null });
  await take({ partyOrganization: beside.id, from: '2024-01-01' });
  expect(await standsDirect(organization, '2024-06-01')).toBe(true);
  expect([await managed(inside.id), await managed(beside.id)]).toEqual(['DIRECT', 'DIRECT']);
  await giveBack({ organization, on: '2024-03-01' });
  expect([await managed(inside.id), await managed(beside.id)]).toEqual(['TERRITORIAL', 'DIRECT']);
  // Moved into an organisation that is managed where it is, it is so, too, and stays so when it leaves that.
  const move = (seat: object, from: string) =>
    town.admin.do(
      'changePartyOrganization',
      { partyOrganization: beside.id, seat, from, covers: [] },
      'partyOrganization { id }',
    );
  await move({ organization }, '2024-05-01');
  expect(await managed(beside.id)).toBe('TERRITORIAL');
  await move({}, '2024-06-01');
  expect(await managed(beside.id)).toBe('TERRITORIAL');
});

it('one recorded late lasts until the next one, and it ends with what is managed', async () => {
  const { id } = await partyOrganization(town);
  await take({ partyOrganization: id, from: '2025-01-01' });
  await take({ partyOrganization: id, from: '2024-01-01' });
  const dissolving = { partyOrganization: id, on: '2025-06-01', because: '撤销' };
  await town.admin.do('dissolvePartyOrganization', dissolving, 'partyOrganization { id }');
  expect((await partyOn(town.admin, id, '2025-01-01', periods)).directManagement).toEqual([
    { validFrom: '2024-01-01', validTo: '2025-01-01', enteredBecause: '规模大', leftBecause: null },
    { validFrom: '2025-01-01', validTo: '2025-06-01', enteredBecause: '规模大', leftBecause: '撤销' },
  ]);
});

it('is kept by the town’s Party, read by a district without reasons, and refused on the field at fault', async () => {
  const { id: organization } = await registerOrganization(town);
  const party = (await partyOrganization(town, { from: '2024-01-01' })).id;
  const committee = await town.account('SOCIAL_PARTY_COMMITTEE');
  const input = { organization, from: '2024-01-01', because: '影响大' };
  await committee.do('takeIntoDirectManagement', input, answer);
  const district = town.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'office', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`office-${district}`);
  const read = await office.ask(`query($id: ID!) { organization(id: $id) { management ${periods} } }`, {
    id: organization,
  });
  const period = { validFrom: '2024-01-01', validTo: null, enteredBecause: null, leftBecause: null };
  expect(read.organization).toEqual({ management: 'DIRECT', directManagement: [period] });
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const other = await platform.newTown();
  const wrong: [string, Record<string, unknown>, string, string][] = [
    ['takeIntoDirectManagement', input, 'CONFLICT', 'input.organization'],
    ['takeIntoDirectManagement', { ...input, from: '2022-12-31' }, 'BAD_INPUT', 'input.from'],
    ['takeIntoDirectManagement', { ...input, because: ' ' }, 'BAD_INPUT', 'input.because'],
    ['takeIntoDirectManagement', { because: '大' }, 'BAD_INPUT', 'input.organization'],
    ['takeIntoDirectManagement', { ...input, partyOrganization: party }, 'BAD_INPUT', 'input.organization'],
    [
      'takeIntoDirectManagement',
      { because: '大', partyOrganization: party, from: '2023-12-31' },
      'BAD_INPUT',
      'input.from',
    ],
    ['returnToTerritory', { because: '小', partyOrganization: party }, 'CONFLICT', 'input.partyOrganization'],
    ['returnToTerritory', { because: '小', organization, on: '2023-12-31' }, 'CONFLICT', 'input.organization'],
    ['returnToTerritory', { because: '小', organization: party }, 'NOT_FOUND', 'input.organization'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [verb, each, code, field] of wrong) {
      expect({ each, ...(await town.admin.refused(verb, each)) }).toEqual({ each, code, field });
    }
    for (const verb of ['takeIntoDirectManagement', 'returnToTerritory']) {
      const each = { organization, because: '大' };
      expect(await officer.refused(verb, each)).toEqual({ code: 'FORBIDDEN' });
      expect(await other.admin.refused(verb, each)).toEqual({ code: 'NOT_FOUND', field: 'input.organization' });
    }
  });
});
