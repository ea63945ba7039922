import { beforeAll, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { cover } from '../coverage/coverage.fixture.ts';
import { registerOrganization } from '../organizations/organization.fixture.ts';
import { partyOrganization, partyPost } from '../party-organizations/party-organization.fixture.ts';

const platform = testPlatform();
let town: TestTown;
beforeAll(async () => {
  town = await platform.newTown();
});

const query = `query($code: RegisterCode!, $asOf: Date, $rule: PartyFindingRule, $first: Int, $after: String) {
  town(code: $code, asOf: $asOf) { partyFindings(rule: $rule, first: $first, after: $after) {
    nodes { rule partyOrganization { name } organization { name } } totalCount pageInfo { hasNextPage endCursor } } } }`;

async function found(args: Record<string, unknown> = {}, client: ApiClient = town.admin): Promise<string[]> {
  const { partyFindings } = (await client.ask(query, { code: town.code, ...args })).town;
  return partyFindings.nodes.map(
    ({ rule, partyOrganization: party, organization }: Data) => `${rule} ${(party ?? organization).name}`,
  );
}

it('names what is incomplete step by step, until nothing is, as on any day', async () => {
  const register = async (name: string, partyMembers: number) =>
    (await registerOrganization(town, { name, partyMembers })).id;
  const [one, two] = [await register('甲厂', 3), await register('乙厂', 2)];
  expect(await found()).toEqual(['MEMBERS_WITHOUT_BRANCH 甲厂']);
  const joint = await partyOrganization(town, {
    name: '联合支部',
    form: 'JOINT',
    covers: [one, two],
    from: '2024-01-01',
  });
  await partyOrganization(town, { name: '甲小组', kind: 'GROUP', parent: joint.id, from: '2024-01-01' });
  expect(await found()).toEqual(['WITHOUT_SECRETARY 联合支部']);
  await partyPost(town, joint.id, { person: await town.person(), from: '2024-02-01' });
  expect(await found()).toEqual([]);
  expect(await found({ asOf: '2024-01-31' })).toEqual(['WITHOUT_SECRETARY 联合支部']);
  expect(await found({ asOf: '2023-12-31' })).toEqual(['MEMBERS_WITHOUT_BRANCH 甲厂']);

  const closing = { organization: two, on: '2024-06-01', because: '注销' };
  await town.admin.do('closeOrganization', closing, 'organization { id }');
  expect(await found()).toEqual(['JOINT_COVERS_TOO_FEW 联合支部']);
  expect(await found({ asOf: '2024-05-31' })).toEqual([]);
  const three = await register('丙厂', 0);
  await cover(town, joint.id, three, { way: 'JOINT', from: '2024-07-01' });
  expect(await found()).toEqual([]);

  const own = await partyOrganization(town, { name: '丁厂支部', seat: { organization: await register('丁厂', 5) } });
  await partyPost(town, own.id, { secretaryOf: joint.id, from: '2024-02-01' });
  expect(await found()).toEqual([]);
  const [{ id: last }] = (
    await town.admin.ask('query($id: ID!) { partyOrganization(id: $id) { covers { organization { id } } } }', {
      id: own.id,
    })
  ).partyOrganization.covers.map(({ organization }: Data) => organization);
  await town.admin.do(
    'closeOrganization',
    { organization: last, on: '2024-09-01', because: '注销' },
    'organization { id }',
  );
  expect(await found()).toEqual(['SEAT_CLOSED 丁厂支部']);
});

it('lists them by rule and page by page, as far as its viewer sees organisations', async () => {
  const of = await platform.newTown();
  const at = (client: ApiClient, args: Record<string, unknown> = {}) => found({ code: of.code, ...args }, client);
  const register = (name: string, unit: number) =>
    registerOrganization(of, { name, unit: of.unit(unit), partyMembers: 4 });
  await register('东厂', 0);
  await register('西厂', 1);
  await partyOrganization(of, { name: '东支部', seat: { unit: of.unit(0) } });
  await partyOrganization(of, { name: '镇支部' });
  const all = [
    ...['WITHOUT_SECRETARY 东支部', 'WITHOUT_SECRETARY 镇支部'],
    ...['MEMBERS_WITHOUT_BRANCH 东厂', 'MEMBERS_WITHOUT_BRANCH 西厂'],
  ];
  expect(await at(of.admin)).toEqual(all);
  expect(await at(of.admin, { rule: 'MEMBERS_WITHOUT_BRANCH' })).toEqual(all.slice(2));
  const { partyFindings: first } = (await of.admin.ask(query, { code: of.code, first: 3 })).town;
  expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
  expect(await at(of.admin, { first: 3, after: first.pageInfo.endCursor })).toEqual(all.slice(3));
  expect(await at(await of.account('SOCIAL_PARTY_COMMITTEE'))).toEqual(all);
  const officer = await of.account('UNIT_OFFICER', { unit: of.unit(0) });
  expect(await at(officer)).toEqual(['WITHOUT_SECRETARY 东支部', 'MEMBERS_WITHOUT_BRANCH 东厂']);
  const auditor = await of.account('AUDITOR');
  expect((await auditor.send(query, { code: of.code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  const district = of.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'office', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`office-${district}`);
  expect((await office.ask(query, { code: of.code })).town.partyFindings).toBeNull();
});
