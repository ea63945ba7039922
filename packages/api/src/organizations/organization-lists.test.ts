import { describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { partyOrganization } from '../party-organizations/party-organization.fixture.ts';
import { guidanceStation } from '../party-work/party-work.fixture.ts';
import { industryOf, kindOf, registerOrganization } from './organization.fixture.ts';

const platform = testPlatform();

const lists = `query($code: RegisterCode!, $asOf: Date) { town(code: $code) {
  organizationKinds(asOf: $asOf) { id name class position validFrom validTo version }
  industries(asOf: $asOf) { id name position validFrom validTo version } } }`;

async function seen(client: ApiClient, { code }: TestTown, asOf?: string) {
  return (await client.ask(lists, { code, asOf })).town;
}

const names = (entries: Data[]): string[] => entries.map(({ name }) => name);

describe('a town’s lists of kinds of organisations and of industries', () => {
  it('start with a kind of each class, and the usual industries', async () => {
    const town = await platform.newTown();
    const { organizationKinds, industries } = await seen(town.admin, town);
    expect(names(organizationKinds)).toEqual([
      ...[
        '规模以上非公企业',
        '规模以下非公企业',
        '农民专业合作社',
        '群众活动团队',
        '来沪人员聚居区',
        '园区',
        '社会组织',
      ],
    ]);
    expect(new Set(organizationKinds.map((each: Data) => each.class)).size).toBe(7);
    expect(names(industries).slice(0, 2)).toEqual(['农业', '制造业']);
  });

  it('are the town’s own: what it adds, renames, moves and ends is in no other', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    const before = names((await seen(other.admin, other)).organizationKinds);
    const adding = { town: town.code, name: '楼宇', class: 'PARK', from: '2024-01-01' };
    const { kind } = await town.admin.do('addOrganizationKind', adding, 'kind { id position version class }');
    expect(kind).toMatchObject({ position: 8, version: 1, class: 'PARK' });
    const revising = { kind: kind.id, name: '商务楼宇', position: 1, expectedVersion: 1 };
    await town.admin.do('reviseOrganizationKind', revising, 'kind { name }');
    expect(
      names((await seen(town.admin, town, '2024-06-01')).organizationKinds)
        .slice(0, 2)
        .sort(),
    ).toEqual(['规模以上非公企业', '商务楼宇'].sort());
    await town.admin.do('endOrganizationKind', { kind: kind.id, on: '2025-01-01' }, 'kind { validTo }');
    expect(names((await seen(town.admin, town, '2024-12-31')).organizationKinds)).toContain('商务楼宇');
    expect(names((await seen(town.admin, town, '2025-01-01')).organizationKinds)).not.toContain('商务楼宇');
    const again = { ...adding, name: '商务楼宇', from: '2025-01-01' };
    await town.admin.do('addOrganizationKind', again, 'kind { id }');
    expect(names((await seen(other.admin, other)).organizationKinds)).toEqual(before);
    const industry = { town: town.code, name: '环保', position: 3 };
    const added = await town.admin.do('addIndustry', industry, 'industry { id position }');
    expect(added.industry.position).toBe(3);
    const moving = { industry: added.industry.id, position: 9 };
    expect((await town.admin.do('reviseIndustry', moving, 'industry { position }')).industry.position).toBe(9);
    await town.admin.do('endIndustry', { industry: added.industry.id }, 'industry { validTo }');
  });

  it('are read by whoever sees how many organisations there are, and changed by whoever may configure them', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    const committee = await town.account('SOCIAL_PARTY_COMMITTEE');
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const district = town.code.slice(0, 6);
    const opening = { name: 'office', displayName: '区', district };
    await platform.operator.do('openOfficeAccount', opening, 'account { name }');
    const office = await platform.clientOf(`office-${district}`);
    for (const client of [committee, officer, office]) {
      expect(await seen(client, town)).toEqual(await seen(town.admin, town));
    }
    const [kind, industry] = [await kindOf(town), await industryOf(town, '教育')];
    await changesNothing(platform, town, async () => {
      for (const [verb, input, field] of [
        ['addOrganizationKind', { town: town.code, name: '新', class: 'PARK' }, 'input.town'],
        ['reviseOrganizationKind', { kind, name: '新' }, 'input.kind'],
        ['endOrganizationKind', { kind }, 'input.kind'],
        ['addIndustry', { town: town.code, name: '新' }, 'input.town'],
        ['reviseIndustry', { industry, name: '新' }, 'input.industry'],
        ['endIndustry', { industry }, 'input.industry'],
      ] as const) {
        for (const client of [officer, office]) {
          expect(await client.refused(verb, input)).toEqual({ code: 'FORBIDDEN' });
        }
        expect(await other.admin.refused(verb, input)).toEqual({ code: 'NOT_FOUND', field });
      }
    });
    await committee.do('reviseIndustry', { industry, name: '教育培训' }, 'industry { name }');
  });

  it('refuse wrong input on the field at fault, and change nothing', async () => {
    const town = await platform.newTown();
    const [kind, industry] = [await kindOf(town), await industryOf(town, '教育')];
    await town.admin.do('endIndustry', { industry, on: '2024-06-01' }, 'industry { id }');
    const adding = { town: town.code, name: '新', class: 'PARK' };
    const wrong: [string, Record<string, unknown>, string, string][] = [
      ['addOrganizationKind', { ...adding, name: ' ' }, 'BAD_INPUT', 'input.name'],
      ['addOrganizationKind', { ...adding, name: '园区' }, 'CONFLICT', 'input.name'],
      ['addOrganizationKind', { ...adding, class: 'BANK' }, 'BAD_INPUT', 'input.class'],
      ['addOrganizationKind', { ...adding, position: 0 }, 'BAD_INPUT', 'input.position'],
      ['addOrganizationKind', { ...adding, from: '1900-01-01' }, 'BAD_INPUT', 'input.from'],
      ['reviseOrganizationKind', { kind, name: '园区' }, 'CONFLICT', 'input.name'],
      ['reviseOrganizationKind', { kind, position: 1000 }, 'BAD_INPUT', 'input.position'],
      ['reviseOrganizationKind', { kind, name: '新', expectedVersion: 7 }, 'CONFLICT', 'input.expectedVersion'],
      ['endOrganizationKind', { kind, on: '1949-09-30' }, 'BAD_INPUT', 'input.on'],
      ['addIndustry', { town: town.code, name: '教育', from: '2024-05-31' }, 'CONFLICT', 'input.name'],
      ['reviseIndustry', { industry, name: '长'.repeat(61) }, 'BAD_INPUT', 'input.name'],
      ['endIndustry', { industry }, 'CONFLICT', 'input.industry'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [verb, input, code, field] of wrong) {
        expect({ verb, input, ...(await town.admin.refused(verb, input)) }).toEqual({ verb, input, code, field });
      }
    });
  });
});

it('a kind or an industry does not end while organisations are of it', async () => {
  const town = await platform.newTown();
  const [kind, industry] = [await kindOf(town), await industryOf(town, '制造业')];
  await registerOrganization(town, { industry });
  await registerOrganization(town, { industry });
  await changesNothing(platform, town, async () => {
    for (const [verb, input] of [
      ['endOrganizationKind', { kind, on: '2026-01-01' }],
      ['endIndustry', { industry, on: '2022-01-01' }],
    ] as const) {
      const query = `mutation($input: ${verb[0]?.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { __typename } }`;
      const [error] = (await town.admin.send(query, { input })).errors;
      expect(error?.extensions).toEqual({ code: 'CONFLICT', field: 'input.on' });
      expect(error?.message).toBe('2 organisations are of it on or after that day. Change them first.');
    }
  });
  const late = { from: '2026-01-01', kind: await kindOf(town, 'PARK') };
  await town.admin.do('endOrganizationKind', { kind: late.kind, on: '2025-06-01' }, 'kind { id }');
  const input = { town: town.code, unit: town.unit(0), name: '新园区', ...late };
  expect(await town.admin.refused('registerOrganization', input)).toEqual({ code: 'CONFLICT', field: 'input.kind' });
});

it('a kind does not end while a guidance station guides it, nor an industry while a Party organisation sits in it', async () => {
  const town = await platform.newTown();
  const [kind, industry] = [await kindOf(town, 'PARK'), await industryOf(town, '教育')];
  const { id: ledBy } = await partyOrganization(town, { seat: { industry } });
  const station = await guidanceStation(town, { ledBy, kinds: [kind] });
  const inUse = { code: 'CONFLICT', field: 'input.on' };
  await changesNothing(platform, town, async () => {
    expect(await town.admin.refused('endOrganizationKind', { kind, on: '2026-01-01' })).toEqual(inUse);
    expect(await town.admin.refused('endIndustry', { industry, on: '2026-01-01' })).toEqual(inUse);
  });
  await town.admin.do('closeGuidanceStation', { station, on: '2026-01-01' }, 'station { id }');
  const moving = { partyOrganization: ledBy, seat: { unit: town.unit(0) }, from: '2026-01-01' };
  await town.admin.do('changePartyOrganization', moving, 'partyOrganization { id }');
  await town.admin.do('endOrganizationKind', { kind, on: '2026-01-01' }, 'kind { id }');
  await town.admin.do('endIndustry', { industry, on: '2026-01-01' }, 'industry { id }');
  // What has ended, or is to end, is guided and sat in no longer than that.
  const opening = { town: town.code, name: '站', host: '中心', ledBy, kinds: [kind], from: '2025-12-31' };
  expect(await town.admin.refused('openGuidanceStation', opening)).toEqual({
    ...{ code: 'CONFLICT', field: 'input.kinds.0' },
  });
  const founding = { town: town.code, name: '教育党支部', kind: 'BRANCH', form: 'INDEPENDENT', from: '2025-12-31' };
  expect(await town.admin.refused('foundPartyOrganization', { ...founding, seat: { industry } })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.seat.industry' },
  });
});
