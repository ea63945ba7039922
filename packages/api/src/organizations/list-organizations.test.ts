import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { atDesk } from '../db/door.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { asked, industryOf, kindOf, registerOrganization } from './organization.fixture.ts';

const platform = testPlatform();

const list = `query($code: RegisterCode!, $filter: OrganizationFilter, $asOf: Date, $first: Int, $after: String) {
  town(code: $code) { organizations(filter: $filter, asOf: $asOf, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } nodes { id name unit { id } } } } }`;

async function names(client: ApiClient, town: TestTown, more: Record<string, unknown> = {}): Promise<string[]> {
  const { organizations } = (await client.ask(list, { code: town.code, ...more })).town;
  return organizations.nodes.map((each: Data) => each.name);
}

async function office(town: TestTown): Promise<ApiClient> {
  const district = town.code.slice(0, 6);
  const opening = { name: `d${town.code}`, displayName: '区', district };
  await platform.operator.do('openOfficeAccount', opening, 'account { name }');
  return platform.clientOf(`d${town.code}-${district}`);
}

describe('the organisations of a town', () => {
  let town: TestTown;
  let block: string;
  beforeAll(async () => {
    town = await platform.newTown();
    block = await town.openUnit({ from: '2023-01-01' });
    const [park, industry] = [await kindOf(town, 'PARK'), await industryOf(town, '金融')];
    await registerOrganization(town, { name: '贝壳厂', unit: block, partyMembers: 3 });
    await registerOrganization(town, { name: '阿里园', kind: park, unit: town.unit(1) });
    await registerOrganization(town, { name: '财务所', industry, from: '2024-01-01' });
  });

  it('are listed by name, page by page, as they are on a day', async () => {
    expect(await names(town.admin, town)).toEqual(['阿里园', '贝壳厂', '财务所']);
    expect(await names(town.admin, town, { asOf: '2023-12-31' })).toEqual(['阿里园', '贝壳厂']);
    expect(await names(town.admin, town, { asOf: '2022-12-31' })).toEqual([]);
    const first = (await town.admin.ask(list, { code: town.code, first: 2 })).town.organizations;
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(await names(town.admin, town, { after: first.pageInfo.endCursor })).toEqual(['财务所']);
  });

  it('are found by unit with all under it, kind, class, industry, name, and whether they have Party members', async () => {
    const found = (filter: Record<string, unknown>) => names(town.admin, town, { filter });
    expect(await found({ unit: town.unit(0) })).toEqual(['贝壳厂', '财务所']);
    expect(await found({ unit: block })).toEqual(['贝壳厂']);
    expect(await found({ kind: [await kindOf(town, 'PARK')] })).toEqual(['阿里园']);
    expect(await found({ class: ['PARK', 'COOPERATIVE'] })).toEqual(['阿里园']);
    expect(await found({ industry: [await industryOf(town, '金融')] })).toEqual(['财务所']);
    expect(await found({ name: ' 厂 ' })).toEqual(['贝壳厂']);
    expect(await found({ hasMembers: true })).toEqual(['贝壳厂']);
    expect(await found({ hasMembers: false, unit: town.unit(0) })).toEqual(['财务所']);
  });

  it('are refused a filter that names what is not there, on its member', async () => {
    const other = await platform.newTown();
    for (const [filter, code, field] of [
      [{ unit: other.unit(0) }, 'NOT_FOUND', 'filter.unit'],
      [{ kind: [await kindOf(other)] }, 'NOT_FOUND', 'filter.kind'],
      [{ industry: [await industryOf(other, '金融')] }, 'NOT_FOUND', 'filter.industry'],
      [{ name: 'a\0' }, 'BAD_INPUT', 'filter.name'],
    ] as const) {
      const { errors } = await town.admin.send(list, { code: town.code, filter });
      expect(errors[0]?.extensions).toEqual({ code, field });
    }
  });

  it('are seen by whoever is in charge of where they are, and not by teams', async () => {
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
    expect(await names(officer, town)).toEqual(['阿里园']);
    expect(await names(await town.account('SOCIAL_PARTY_COMMITTEE'), town)).toHaveLength(3);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(block) });
    expect((await member.send(list, { code: town.code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

it('an organisation goes with its unit into what that is merged into, and is reached there', async () => {
  const town = await platform.newTown();
  const old = await town.openUnit({ kind: 'COMMITTEE', name: '旧居委', parent: undefined, from: '2013-01-01' });
  const { id } = await registerOrganization(town, { unit: old, name: '老店', from: '2013-01-01' });
  await apply(town, '2014-12-31', [
    { open: { ref: 'y', kind: 'COMMUNITY', name: '新合社区' } },
    { merge: { units: [old], into: '#y' } },
  ]);
  const units = 'query($code: RegisterCode!) { town(code: $code) { units(kind: COMMUNITY) { nodes { id name } } } }';
  const { nodes } = (await town.admin.ask(units, { code: town.code })).town.units;
  const community = nodes.find((each: Data) => each.name === '新合社区').id;
  const officer = await town.account('UNIT_OFFICER', { unit: community });
  const found = (unit: string, asOf?: string) => names(officer, town, { filter: { unit }, asOf });
  expect(await found(community)).toEqual(['老店']);
  expect(await found(old, '2014-12-30')).toEqual(['老店']);
  expect(await found(community, '2014-12-30')).toEqual([]);
  const query = 'query($id: ID!, $asOf: Date) { organization(id: $id, asOf: $asOf) { unit { id } } }';
  expect((await officer.ask(query, { id })).organization.unit.id).toBe(community);
  expect((await officer.ask(query, { id, asOf: '2014-12-30' })).organization.unit.id).toBe(old);
  await officer.do('reviseOrganization', { organization: id, partyMembers: 2 }, 'organization { id }');
  // What was two units may hold two of one name; a new one of that name it may not.
  const again = { town: town.code, unit: community, name: '老店', kind: await kindOf(town) };
  expect(await officer.refused('registerOrganization', again)).toEqual({ code: 'CONFLICT', field: 'input.name' });
});

it('a district office reads the organisations of its towns, but not whom to ask there', async () => {
  const town = await platform.newTown();
  const { id } = await registerOrganization(town, { ...asked, name: '区见', partyMembers: 3 });
  const client = await office(town);
  expect(await names(client, town, { filter: { unit: town.unit(0), class: ['ENTERPRISE_ABOVE_SCALE'] } })).toEqual([
    '区见',
  ]);
  const fields = `query($id: ID!) @purpose(of: CHECK) { organization(id: $id) {
    name kind { name } unit { id } industry { name } partyMembers creditCode closedBecause versions { name unit { id } } viewerCan } }`;
  expect((await client.ask(fields, { id })).organization).toMatchObject({
    ...{ name: '区见', unit: { id: town.unit(0) }, partyMembers: 3, closedBecause: null },
    ...{ versions: [{ name: '区见', unit: { id: town.unit(0) } }] },
  });
  for (const field of ['owner', 'contact', 'telephone']) {
    const query = `query($id: ID!) @purpose(of: CHECK) { organization(id: $id) { ${field} } }`;
    const { data, errors } = await client.send(query, { id });
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(data.organization[field]).toBeNull();
  }
  expect(await client.refused('reviseOrganization', { organization: id, name: '改' })).toEqual({ code: 'FORBIDDEN' });
  const seat = { role: 'app_district' as const, towns: [Number(town.code)] };
  for (const columns of [
    'owner from organization_contact',
    'closed_because from organization',
    'audit_key from organization',
  ]) {
    const reading = atDesk(platform.database.orm, seat, new Date(), 'read', (desk) => desk.run(`select ${columns}`));
    await expect(reading, columns).rejects.toMatchObject({ code: '42501' });
  }
  const elsewhere = await office(await townOutside(town));
  expect((await elsewhere.send(fields, { id })).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id' });
  expect(platform.faults).toEqual([]);
});

/** A town of another district. */
async function townOutside({ code }: TestTown): Promise<TestTown> {
  for (;;) {
    const other = await platform.newTown();
    if (other.code.slice(0, 6) !== code.slice(0, 6)) return other;
  }
}
