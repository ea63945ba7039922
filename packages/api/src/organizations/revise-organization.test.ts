import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { asked, industryOf, kindOf, registerOrganization, since } from './organization.fixture.ts';

const platform = testPlatform();

/** What an organisation was, is and will be, in words: each period with its name, kind, unit and Party members. */
async function history(client: ApiClient, id: string): Promise<string[]> {
  const query = `query($id: ID!) { organization(id: $id) {
    versions { name kind { name } unit { name } partyMembers validFrom validTo } } }`;
  const { versions } = (await client.ask(query, { id })).organization;
  return versions.map((each: Data) =>
    [each.name, each.kind.name, each.partyMembers, each.validFrom, each.validTo]
      .filter((one) => one !== null)
      .join(' '),
  );
}

it('what an organisation is changes from a day on, until what was settled for a later day', async () => {
  const town = await platform.newTown();
  const kind = await kindOf(town, 'ENTERPRISE_BELOW_SCALE');
  const { id } = await registerOrganization(town, { name: '小厂', kind, partyMembers: 1 });
  const revise = (input: Record<string, unknown>) =>
    town.admin.do('reviseOrganization', { organization: id, ...input }, 'organization { name version kind { name } }');
  await revise({ from: '2025-01-01', kind: await kindOf(town) });
  await revise({ from: '2024-01-01', partyMembers: 4 });
  await revise({ from: '2024-07-01', name: '大厂' });
  expect(await history(town.admin, id)).toEqual([
    '小厂 规模以下非公企业 1 2023-01-01 2024-01-01',
    '小厂 规模以下非公企业 4 2024-01-01 2024-07-01',
    '大厂 规模以下非公企业 4 2024-07-01 2025-01-01',
    '大厂 规模以上非公企业 4 2025-01-01',
  ]);
  const query = 'query($id: ID!, $asOf: Date!) { organization(id: $id, asOf: $asOf) { name kind { name } } }';
  const on = async (asOf: string) => (await town.admin.ask(query, { id, asOf })).organization;
  expect(await on('2024-06-30')).toEqual({ name: '小厂', kind: { name: '规模以下非公企业' } });
  expect(await on('2020-01-01')).toEqual({ name: '小厂', kind: { name: '规模以下非公企业' } });
  const { organization } = await revise({ from: '2026-12-31', name: '集团', expectedVersion: 4 });
  expect(organization).toEqual({ name: '集团', version: 5, kind: { name: '规模以上非公企业' } });
});

it('whom to ask changes from a day on, comes masked without a purpose, and to nobody elsewhere', async () => {
  const town = await platform.newTown();
  const { id } = await registerOrganization(town, asked);
  const revising = { organization: id, from: '2025-01-01', contact: '赵主管', telephone: null };
  await town.admin.do('reviseOrganization', revising, 'organization { id }');
  const query = (purpose: string) =>
    `query($id: ID!, $asOf: Date) ${purpose} { organization(id: $id, asOf: $asOf) { owner contact telephone } }`;
  const full = '@purpose(of: ORGANIZATION)';
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  for (const client of [town.admin, officer, await town.account('SOCIAL_PARTY_COMMITTEE')]) {
    expect((await client.ask(query(full), { id, asOf: '2024-12-31' })).organization).toEqual(asked);
    expect((await client.ask(query(full), { id })).organization).toEqual({
      ...{ owner: '王老板', contact: '赵主管', telephone: null },
    });
    expect((await client.ask(query(''), { id, asOf: '2024-12-31' })).organization).toEqual({
      ...{ owner: '王**', contact: '李**', telephone: '138****5678' },
    });
  }
});

it('an organisation that nobody was known at gets somebody to ask from a day on', async () => {
  const town = await platform.newTown();
  const { id } = await registerOrganization(town);
  const revise = (from: string, contact: string) =>
    town.admin.do('reviseOrganization', { organization: id, from, contact }, 'organization { id }');
  await revise('2025-01-01', '后来');
  await revise('2024-01-01', '先前');
  const query = 'query($id: ID!, $asOf: Date!) @purpose(of: CHECK) { organization(id: $id, asOf: $asOf) { contact } }';
  for (const [asOf, contact] of [
    ['2023-12-31', null],
    ['2024-12-31', '先前'],
    ['2025-01-01', '后来'],
  ]) {
    expect((await town.admin.ask(query, { id, asOf })).organization).toEqual({ contact });
  }
});

it('whoever is in charge of where it is revises it, and does not move it where they are not', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const { id } = await registerOrganization(town);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const next = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const auditor = await town.account('AUDITOR');
  const revising = { organization: id, partyMembers: 3 };
  const missing = { code: 'NOT_FOUND', field: 'input.organization' };
  await changesNothing(platform, town, async () => {
    expect(await next.refused('reviseOrganization', revising)).toEqual(missing);
    expect(await other.admin.refused('reviseOrganization', revising)).toEqual(missing);
    expect(await auditor.refused('reviseOrganization', revising)).toEqual({ code: 'FORBIDDEN' });
    const moving = { organization: id, unit: town.unit(1) };
    expect(await officer.refused('reviseOrganization', moving)).toEqual({ code: 'NOT_FOUND', field: 'input.unit' });
  });
  await officer.do('reviseOrganization', revising, 'organization { id }');
  const moving = { organization: id, unit: town.unit(1), from: '2024-01-01' };
  await town.admin.do('reviseOrganization', moving, 'organization { id }');
  await next.do('reviseOrganization', { ...revising, partyMembers: 5 }, 'organization { id }');
  expect(await officer.refused('reviseOrganization', revising)).toEqual(missing);
});

it('wrong input is refused on the field at fault, and nothing is changed', async () => {
  const town = await platform.newTown();
  const { id } = await registerOrganization(town, { name: '甲厂' });
  await registerOrganization(town, { name: '乙厂', from: '2025-01-01' });
  await registerOrganization(town, { name: '甲厂', unit: town.unit(1) });
  const [kind, industry] = [await kindOf(town, 'PARK'), await industryOf(town, '教育')];
  await town.admin.do('endOrganizationKind', { kind, on: '2025-06-01' }, 'kind { id }');
  await town.admin.do('endIndustry', { industry, on: '2025-06-01' }, 'industry { id }');
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ expectedVersion: 2 }, 'CONFLICT', 'input.expectedVersion'],
    [{ from: '2022-12-31' }, 'BAD_INPUT', 'input.from'],
    [{ from: '2099-01-01' }, 'BAD_INPUT', 'input.from'],
    [{ name: ' ' }, 'BAD_INPUT', 'input.name'],
    [{ name: '乙厂', from: '2024-01-01' }, 'CONFLICT', 'input.name'],
    [{ unit: town.unit(1) }, 'CONFLICT', 'input.name'],
    [{ kind }, 'CONFLICT', 'input.kind'],
    [{ kind, from: '2025-01-01' }, 'CONFLICT', 'input.kind'],
    [{ industry, from: '2025-01-01' }, 'CONFLICT', 'input.industry'],
    [{ size: -1 }, 'BAD_INPUT', 'input.size'],
    [{ size: 2, partyMembers: 3 }, 'BAD_INPUT', 'input.partyMembers'],
    [{ partyMembers: -1 }, 'BAD_INPUT', 'input.partyMembers'],
    [{ creditCode: '1' }, 'BAD_INPUT', 'input.creditCode'],
    [{ telephone: '1' }, 'BAD_INPUT', 'input.telephone'],
    [{ organization: town.unit(0) }, 'NOT_FOUND', 'input.organization'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [more, code, field] of wrong) {
      const input = {
        organization: id,
        from: since,
        ...(more.unit || more.kind ? { from: '2025-06-01' } : {}),
        ...more,
      };
      expect({ more, ...(await town.admin.refused('reviseOrganization', input)) }).toEqual({ more, code, field });
    }
  });
  expect(platform.faults).toEqual([]);
});

it('there are never more Party members than people, on any day that a change bears on', async () => {
  const town = await platform.newTown();
  const { id } = await registerOrganization(town, { size: 20, partyMembers: 5 });
  const of = (facts: Record<string, unknown>) => ({ organization: id, ...facts });
  const revise = (facts: Record<string, unknown>) =>
    town.admin.do('reviseOrganization', of(facts), 'organization { id }');
  const refused = (facts: Record<string, unknown>) => town.admin.refused('reviseOrganization', of(facts));
  await revise({ from: '2025-01-01', partyMembers: 12 });
  await changesNothing(platform, town, async () => {
    expect(await refused({ from: '2024-01-01', size: 4 })).toEqual({ code: 'BAD_INPUT', field: 'input.size' });
    // What holds from then on meets what was settled for a later day.
    expect(await refused({ from: '2024-01-01', size: 10 })).toEqual({ code: 'BAD_INPUT', field: 'input.size' });
    expect(await refused({ from: '2024-01-01', partyMembers: 21 })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.partyMembers',
    });
    const said = async (language: string) => {
      const client = await platform.clientOf(`admin-${town.code}`, language);
      const query =
        'mutation($input: ReviseOrganizationInput!) { reviseOrganization(input: $input) { organization { id } } }';
      return (await client.send(query, { input: of({ from: '2024-01-01', size: 10 }) })).errors[0]?.message;
    };
    expect(await said('en')).toBe('On 2025-01-01 there would be 12 Party members among 10 people.');
    expect(await said('zh')).toBe('2025-01-01 的党员人数（12）将多于人数（10）。');
  });
  await revise({ from: '2024-01-01', size: null });
  await revise({ from: '2024-01-01', size: 12 });
});
