import { describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { asked, registerOrganization } from '../organizations/organization.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { exportFile, faults, importFile, linesOf, preview, seen, townOf } from './organization-import.fixture.ts';

const platform = testPlatform();

describe('an export', () => {
  it('is what another town can import, and its own town has already', async () => {
    const [{ town, east, west }, { town: other }] = [
      await townOf(platform, '东/园', '=西园'),
      await townOf(platform, '东/园', '=西园'),
    ];
    await registerOrganization(town, {
      ...asked,
      name: '=甲',
      unit: east,
      creditCode: '9144030071526726XG',
      size: 8,
      partyMembers: 2,
    });
    const moving = await registerOrganization(town, { name: '乙"社"', unit: east, from: '2023-02-01' });
    const moved = { organization: moving.id, unit: west, from: '2025-01-01' };
    await town.admin.do('reviseOrganization', moved, 'organization { id }');
    for (const format of ['CSV', 'XLSX'] as const) {
      const file = await exportFile(town, format);
      // Held against the town of today, as which it was exported.
      expect(await preview(town, file, { from: null })).toMatchObject({ organizations: 0, unchanged: 2, errors: [] });
      expect(await preview(other, file, { from: null })).toMatchObject({ organizations: 2, unchanged: 0, errors: [] });
    }
    await importFile(other, await exportFile(town), { from: null });
    expect(await seen(other)).toEqual(await seen(town));
    expect(linesOf(await exportFile(other))).toEqual(linesOf(await exportFile(town)));
  });

  it('of a unit that was merged is of what that is now, from when that is there', async () => {
    const town = await platform.newTown();
    const old = await town.openUnit({ kind: 'COMMITTEE', name: '旧居委', parent: undefined, from: '2013-01-01' });
    await registerOrganization(town, { unit: old, name: '老店', from: '2013-01-01' });
    await apply(town, '2014-12-31', [
      { open: { ref: 'y', kind: 'COMMUNITY', name: '新合社区' } },
      { merge: { units: [old], into: '#y' } },
    ]);
    const file = await exportFile(town);
    expect(linesOf(file)[1]).toBe('老店,新合社区,规模以上非公企业,,,,0,,,,2014-12-31');
    expect(await preview(town, file, { from: null })).toMatchObject({ unchanged: 1, errors: [] });
  });

  it('of a town with a kind of its own is refused by another without it, and names the column', async () => {
    const [{ town, east }, { town: other }] = [await townOf(platform), await townOf(platform)];
    const adding = { name: '个体户', class: 'ENTERPRISE_BELOW_SCALE', from: '2023-01-01' };
    const { kind } = await town.admin.do('addOrganizationKind', { town: town.code, ...adding }, 'kind { id }');
    await registerOrganization(town, { name: '小店', kind: kind.id, unit: east });
    const file = await exportFile(town);
    expect(faults(await preview(other, file, { from: null }))).toEqual([[2, '类别', 'rowWord']]);
    await other.admin.do('addOrganizationKind', { town: other.code, ...adding }, 'kind { id }');
    expect(await importFile(other, file, { from: null })).toMatchObject({ organizations: 1, errors: [] });
  });

  it('is of a day and a choice, and says whom to ask only to an operation that says what for', async () => {
    const { town, east } = await townOf(platform);
    await registerOrganization(town, { ...asked, name: '甲厂', unit: east, partyMembers: 1 });
    await registerOrganization(town, { name: '乙厂', unit: east, from: '2025-01-01' });
    expect(linesOf(await exportFile(town, 'CSV', '2024-12-31'))).toEqual([
      '组织名称,所在单位,类别,行业,统一社会信用代码,人数,党员人数,负责人,联系人,联系电话,起始日期',
      '甲厂,东园,规模以上非公企业,,,,1,王老板,李经理,13812345678,2023-01-01',
    ]);
    const query = `query($code: RegisterCode!, $filter: OrganizationFilter) { town(code: $code) {
      organizationFile(format: CSV, filter: $filter) { rows fileName content } } }`;
    const file = async (filter: Record<string, unknown>) =>
      (await town.admin.ask(query, { code: town.code, filter })).town.organizationFile;
    const { content, rows, fileName } = await file({ hasMembers: true });
    expect([rows, fileName.endsWith('.csv')]).toEqual([1, true]);
    expect(linesOf(content)[1]).toBe('甲厂,东园,规模以上非公企业,,,,1,,,,2023-01-01');
    expect((await file({ name: '乙' })).rows).toBe(1);
    const officer = await town.account('UNIT_OFFICER', { unit: east });
    expect((await officer.send(query, { code: town.code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(platform.faults).toEqual([]);
  });
});
