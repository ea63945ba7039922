import { describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { asked, industryOf, kindOf, registerOrganization } from '../organizations/organization.fixture.ts';
import {
  faults,
  fileOf,
  importFile,
  inputOf,
  linesOf,
  organization,
  preview,
  seen,
  townOf,
} from './organization-import.fixture.ts';

const platform = testPlatform();
const [tencent, huawei] = ['9144030071526726XG', '914403001922038216'];

describe('a file of organisations', () => {
  it('is imported as it was shown, with everything that its rows say', async () => {
    const { town } = await townOf(platform);
    const cells = {
      ...{ 行业: '制造业', 统一社会信用代码: tencent, 人数: '320', 党员人数: '12', 起始日期: '2023/5/1' },
      ...{ 负责人: '王老板', 联系人: '李经理', 联系电话: '138-1234-5678' },
    };
    const rows = [organization('甲厂', '东园', cells), organization('乙社', '西园', { 类别: '社会组织' })];
    for (const format of ['XLSX', 'CSV'] as const) {
      expect(await preview(town, fileOf(rows, format))).toMatchObject({ rows: 2, organizations: 2, errors: [] });
    }
    expect(await seen(town)).toEqual([]);
    expect(await importFile(town, fileOf(rows))).toMatchObject({ organizations: 2, unchanged: 0, duplicateCount: 0 });
    expect(await seen(town)).toEqual([
      {
        ...{ name: '甲厂', unit: { name: '东园' }, kind: { name: '规模以上非公企业' }, industry: { name: '制造业' } },
        ...{ creditCode: tencent, size: 320, partyMembers: 12, ...asked, validFrom: '2023-05-01' },
      },
      {
        ...{ name: '乙社', unit: { name: '西园' }, kind: { name: '社会组织' }, industry: null, creditCode: null },
        ...{ size: null, partyMembers: 0, owner: null, contact: null, telephone: null, validFrom: '2024-01-01' },
      },
    ]);
    expect(await importFile(town, fileOf(rows))).toMatchObject({ organizations: 0, unchanged: 2 });
  });

  it('is told what is wrong with its rows one by one, and imports nothing then', async () => {
    const { town, east } = await townOf(platform);
    await registerOrganization(town, {
      name: '老厂',
      unit: east,
      creditCode: huawei,
      partyMembers: 3,
      from: '2023-06-01',
    });
    const content = fileOf([
      organization('', '东园'),
      organization('甲', '', { 类别: '银行' }),
      organization('甲', '南园', { 人数: '若干', 统一社会信用代码: '123' }),
      organization('甲', '南园'),
      organization('甲', '东园', { 类别: '银行' }),
      organization('甲', '东园', { 行业: '挖矿', 起始日期: '昨天' }),
      organization('甲', '东园', { 起始日期: '2022-01-01' }),
      organization('乙', '东园', { 统一社会信用代码: tencent }),
      organization('丙', '东园', { 统一社会信用代码: tencent }),
      organization('乙', '东园'),
      organization('老厂', '东园', { 统一社会信用代码: huawei, 党员人数: '4' }),
      organization('老厂', '东园', { 类别: '园区' }),
      organization('新名', '西园', { 统一社会信用代码: huawei, 起始日期: '2023-05-31' }),
      organization('丁', '东园', { 联系电话: '1' }),
    ]);
    const shown = await preview(town, content);
    expect(faults(shown)).toEqual([
      [2, '组织名称', 'required'],
      [3, '所在单位', 'required'],
      [4, '统一社会信用代码', 'noCreditCode'],
      [4, '人数', 'peopleCount'],
      [5, '所在单位', 'rowParentMissing'],
      [6, '类别', 'rowWord'],
      [7, '起始日期', 'rowDay'],
      [8, '起始日期', 'dateBeforeBeginning'],
      [10, '统一社会信用代码', 'rowTwice'],
      [11, '组织名称', 'rowTwice'],
      [13, '组织名称', 'rowTwice'],
      [14, '统一社会信用代码', 'rowTwice'],
      [14, '起始日期', 'dateBeforeBeginning'],
      [15, '联系电话', 'noTelephone'],
    ]);
    expect(shown.errorCount).toBe(12);
    await changesNothing(platform, town, async () => {
      const input = inputOf(town, content, { expectedDigest: shown.digest });
      expect(await town.admin.refused('importOrganizations', input)).toEqual({
        ...{ code: 'BAD_INPUT', field: 'input.content' },
      });
    });
  });

  it('shows what may be there elsewhere before anything is written, and does with it as told', async () => {
    const { town, east } = await townOf(platform);
    await registerOrganization(town, { name: '甲厂', unit: east });
    const rows = [organization('甲厂', '西园'), organization('乙厂', '东园'), organization('乙厂', '西园')];
    const content = fileOf(rows);
    const shown = await preview(town, content);
    expect(shown).toMatchObject({
      ...{ organizations: 3, duplicateCount: 2, errorCount: 0 },
      duplicates: [
        { row: 2, name: '甲厂', organization: { name: '甲厂' }, otherRow: null },
        { row: 4, name: '乙厂', organization: null, otherRow: 3 },
      ],
    });
    const sent = (more: Record<string, unknown>) => inputOf(town, content, { expectedDigest: shown.digest, ...more });
    await changesNothing(platform, town, async () => {
      const refused = (more: Record<string, unknown>) => town.admin.refused('importOrganizations', sent(more));
      expect(await refused({})).toEqual({ code: 'CONFLICT', field: 'input.duplicates' });
      expect(await refused({ choices: [{ row: 3, handling: 'ADD' }] })).toEqual({
        ...{ code: 'BAD_INPUT', field: 'input.choices.0.row' },
      });
      expect(await refused({ expectedDigest: 'other' })).toEqual({ code: 'CONFLICT', field: 'input.expectedDigest' });
    });
    const told = { duplicates: 'SKIP', choices: [{ row: 4, handling: 'ADD' }] };
    await town.admin.do('importOrganizations', sent(told), 'organizations');
    const places = (await seen(town)).map(({ name, unit }) => `${name} ${unit.name}`);
    expect(places.sort()).toEqual(['甲厂 东园', '乙厂 东园', '乙厂 西园'].sort());
  });

  it('shows what its rows say otherwise than the town before anything is written, and keeps or revises it as told', async () => {
    const { town, east } = await townOf(platform);
    const facts = {
      unit: east,
      creditCode: huawei,
      industry: await industryOf(town, '金融'),
      partyMembers: 3,
      size: 8,
    };
    await registerOrganization(town, { ...asked, ...facts, name: '老厂' });
    await registerOrganization(town, { name: '乙厂', unit: east });
    await registerOrganization(town, { name: '丙厂', unit: east, partyMembers: 1 });
    const content = fileOf([
      organization('新厂', '西园', { 统一社会信用代码: huawei, 党员人数: '4', 类别: '园区', 联系人: '赵经理' }),
      organization('乙厂', '东园', { 统一社会信用代码: tencent, 人数: '30', 行业: '制造业' }),
      organization('丙厂', '东园', { 党员人数: '0', 起始日期: '2023-05-01' }),
      organization('丁厂', '东园'),
    ]);
    const shown = await preview(town, content);
    expect(shown).toMatchObject({ organizations: 1, revised: 0, unchanged: 0, errorCount: 0, differenceCount: 3 });
    const fact = (column: string, there: string | null, told: string) => ({ column, there, told });
    expect(shown.differences).toEqual([
      {
        ...{ row: 2, from: '2024-01-01', organization: { name: '老厂' } },
        facts: [
          ...[fact('组织名称', '老厂', '新厂'), fact('所在单位', '东园', '西园')],
          ...[fact('类别', '规模以上非公企业', '园区'), fact('党员人数', '3', '4')],
        ],
      },
      {
        ...{ row: 3, from: '2024-01-01', organization: { name: '乙厂' } },
        facts: [fact('行业', null, '制造业'), fact('人数', null, '30'), fact('统一社会信用代码', null, tencent)],
      },
      { row: 4, from: '2024-01-01', organization: { name: '丙厂' }, facts: [fact('党员人数', '1', '0')] },
    ]);
    const sent = (more: Record<string, unknown>) => inputOf(town, content, { expectedDigest: shown.digest, ...more });
    await changesNothing(platform, town, async () => {
      const refused = (more: Record<string, unknown>) => town.admin.refused('importOrganizations', sent(more));
      expect(await refused({})).toEqual({ code: 'CONFLICT', field: 'input.differences' });
      expect(await refused({ differenceChoices: [{ row: 5, handling: 'KEEP' }] })).toEqual({
        ...{ code: 'BAD_INPUT', field: 'input.differenceChoices.0.row' },
      });
      const many = Array.from({ length: 1001 }, () => ({ row: 2, handling: 'KEEP' }));
      expect(await refused({ differenceChoices: many })).toEqual({
        ...{ code: 'BAD_INPUT', field: 'input.differenceChoices' },
      });
    });
    const told = { differences: 'REVISE', differenceChoices: [{ row: 4, handling: 'KEEP' }] };
    expect(await preview(town, content, told)).toMatchObject({ revised: 2, digest: shown.digest });
    const answered = 'organizations revised differences { organization { name version } }';
    expect(await town.admin.do('importOrganizations', sent(told), answered)).toEqual({
      ...{ organizations: 1, revised: 2 },
      differences: ['新厂', '乙厂', '丙厂'].map((name, index) => ({
        organization: { name, version: index < 2 ? 2 : 1 },
      })),
    });
    const on = async (day: string) => (await seen(town, day)).filter(({ name }) => name !== '丁厂');
    const old = { unit: { name: '东园' }, kind: { name: '规模以上非公企业' }, size: 8, partyMembers: 3 };
    expect(await on('2023-12-31')).toMatchObject([
      { name: '丙厂', partyMembers: 1 },
      { name: '老厂', ...old },
      { name: '乙厂', size: null, industry: null, creditCode: tencent },
    ]);
    const revised = {
      unit: { name: '西园' },
      kind: { name: '园区' },
      industry: { name: '金融' },
      size: 8,
      partyMembers: 4,
    };
    expect(await on('2024-01-01')).toMatchObject([
      { name: '丙厂', partyMembers: 1 },
      { name: '新厂', ...revised, ...asked, creditCode: huawei },
      { name: '乙厂', size: 30, industry: { name: '制造业' }, creditCode: tencent },
    ]);
    expect(await preview(town, content)).toMatchObject({ unchanged: 3, differenceCount: 1 });
  });

  it('does not revise into what another has, or a list has no longer, and says so of the row', async () => {
    const { town, east } = await townOf(platform);
    const park = await kindOf(town, 'PARK');
    await town.admin.do('endOrganizationKind', { kind: park, on: '2026-01-01' }, 'kind { id }');
    await registerOrganization(town, { name: '甲厂', unit: east, creditCode: huawei });
    await registerOrganization(town, { name: '乙厂', unit: east });
    await registerOrganization(town, { name: '丙厂', unit: east });
    const once = { creditCode: tencent, unit: east, name: '旧厂' };
    const { id: closed } = await registerOrganization(town, once);
    await town.admin.do(
      'closeOrganization',
      { organization: closed, on: '2023-12-01', because: '注销' },
      'organization { id }',
    );
    const content = fileOf([
      organization('乙厂', '东园', { 统一社会信用代码: huawei }),
      organization('丙厂', '东园', { 类别: '园区', 统一社会信用代码: tencent }),
    ]);
    const { digest, differenceCount } = await preview(town, content);
    expect(differenceCount).toBe(2);
    const found = await preview(town, content, { differences: 'REVISE' });
    expect(found).toMatchObject({ digest, revised: 0 });
    expect(faults(found)).toEqual([
      [2, '组织名称', 'organizationNameTaken'],
      [3, '类别', 'entryEnds'],
    ]);
    const told = (more: Record<string, unknown>) => inputOf(town, content, { expectedDigest: digest, ...more });
    await changesNothing(platform, town, async () => {
      expect(await town.admin.refused('importOrganizations', told({ differences: 'REVISE' }))).toEqual({
        ...{ code: 'BAD_INPUT', field: 'input.content' },
      });
    });
    const kept = await town.admin.do('importOrganizations', told({ differences: 'KEEP' }), 'organizations revised');
    expect(kept).toEqual({ organizations: 0, revised: 0 });
    const coded = fileOf([organization('丙厂', '东园', { 统一社会信用代码: tencent })]);
    expect(faults(await preview(town, coded, { differences: 'REVISE' }))).toEqual([
      [2, '统一社会信用代码', 'creditCodeTaken'],
    ]);
  });

  it('that names more Party members than people is at fault, as they would be typed', async () => {
    const { town, east } = await townOf(platform);
    await registerOrganization(town, { name: '甲厂', unit: east, size: 8, partyMembers: 3 });
    await registerOrganization(town, { name: '乙厂', unit: east, size: 8 });
    await registerOrganization(town, { name: '丙厂', unit: east, partyMembers: 3 });
    const content = fileOf([
      organization('新厂', '东园', { 人数: '4', 党员人数: '5' }),
      organization('甲厂', '东园', { 党员人数: '9' }),
      organization('乙厂', '东园', { 人数: '1', 党员人数: '2' }),
      organization('丙厂', '东园', { 人数: '2' }),
      organization('丁厂', '东园', { 人数: '5', 党员人数: '5' }),
    ]);
    expect(faults(await preview(town, content))).toEqual([
      [2, '党员人数', 'moreMembers'],
      [4, '党员人数', 'moreMembers'],
    ]);
    const revised = await preview(town, content, { differences: 'REVISE' });
    expect(faults(revised)).toEqual([
      [2, '党员人数', 'moreMembers'],
      [3, '党员人数', 'moreMembers'],
      [4, '党员人数', 'moreMembers'],
      [5, '人数', 'moreMembers'],
    ]);
    expect(revised.errors[0].message).toBe('On 2024-01-01 there would be 5 Party members among 4 people.');
    await changesNothing(platform, town, async () => {
      const input = inputOf(town, content, { expectedDigest: revised.digest, differences: 'KEEP' });
      expect(await town.admin.refused('importOrganizations', input)).toEqual({
        ...{ code: 'BAD_INPUT', field: 'input.content' },
      });
    });
  });

  it('that says of an organisation that has closed that it is there is at fault, and brings one in its place', async () => {
    const { town, east } = await townOf(platform);
    const { id } = await registerOrganization(town, { name: '甲厂', unit: east, creditCode: tencent });
    await town.admin.do(
      'closeOrganization',
      { organization: id, on: '2024-06-01', because: '注销' },
      'organization { id }',
    );
    const row = (from: string) => fileOf([organization('甲厂', '东园', { 统一社会信用代码: tencent, 起始日期: from })]);
    const today = { from: null };
    expect(faults(await preview(town, row('2024-05-31'), today))).toEqual([[2, '组织名称', 'organizationClosed']]);
    expect(await importFile(town, row('2024-06-01'), today)).toMatchObject({ organizations: 1, errors: [] });
  });

  it('begins with an empty one, for whoever may import', async () => {
    const { town, east } = await townOf(platform);
    const query = `query($code: RegisterCode!) { town(code: $code) {
      csv: organizationFileTemplate(format: CSV) { fileName content rows } xlsx: organizationFileTemplate(format: XLSX) { content } } }`;
    const { csv, xlsx } = (await town.admin.ask(query, { code: town.code })).town;
    expect(csv).toMatchObject({ fileName: '组织导入.csv', rows: 0 });
    expect(linesOf(csv.content)).toEqual([
      '组织名称,所在单位,类别,行业,统一社会信用代码,人数,党员人数,负责人,联系人,联系电话,起始日期',
    ]);
    expect(await preview(town, xlsx.content, { fileName: '组织导入.xlsx' })).toMatchObject({ rows: 0, errors: [] });
    const officer = await town.account('UNIT_OFFICER', { unit: east });
    expect((await officer.send(query, { code: town.code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('of a namesake that a code tells apart is no duplicate', async () => {
    const { town, east } = await townOf(platform);
    await registerOrganization(town, { name: '甲厂', unit: east, creditCode: tencent });
    const content = fileOf([organization('甲厂', '西园', { 统一社会信用代码: huawei })]);
    expect(await preview(town, content)).toMatchObject({ organizations: 1, duplicateCount: 0 });
  });

  it('is the business of whoever may import, in their own town', async () => {
    const [{ town, east }, other] = [await townOf(platform), await platform.newTown()];
    const content = fileOf([organization('甲厂', '东园')]);
    const { digest } = await preview(town, content);
    const officer = await town.account('UNIT_OFFICER', { unit: east });
    await changesNothing(platform, town, async () => {
      for (const verb of ['previewOrganizationImport', 'importOrganizations']) {
        const input = inputOf(town, content, verb === 'importOrganizations' ? { expectedDigest: digest } : {});
        expect(await officer.refused(verb, input)).toEqual({ code: 'FORBIDDEN' });
        expect(await other.admin.refused(verb, input)).toEqual({ code: 'NOT_FOUND', field: 'input.town' });
        const bad = { ...input, content: Buffer.from('名称,规模\n').toString('base64') };
        expect(await town.admin.refused(verb, bad)).toEqual({ code: 'BAD_INPUT', field: 'input.content' });
        expect(await town.admin.refused(verb, { ...input, fileName: ' ' })).toEqual({
          ...{ code: 'BAD_INPUT', field: 'input.fileName' },
        });
      }
    });
    const committee = await town.account('SOCIAL_PARTY_COMMITTEE');
    expect(await preview(town, content, {}, committee)).toMatchObject({ organizations: 1 });
  });
});
