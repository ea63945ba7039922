import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { choose, chooseUnit, finish, pick, readFor, submit } from './forms.ts';
import { excess, panel, saved } from './page.ts';

const { platform, openPage } = browserTest();
const town = '/towns/310112114';

/** How many organisations the list says there are. */
async function total(page: Page): Promise<number> {
  const heading = page.getByRole('heading', { name: /^两新组织 \d+$/ });
  await heading.waitFor();
  return Number(/\d+/.exec((await heading.textContent()) ?? '')?.[0]);
}

test('the Social Party Committee begins with the organisations, registers one, and says what it is from a day on', async () => {
  const page = await openPage(1360, 'party-310112114');
  await page.goto(platform.url);
  await page.waitForURL(`**${town}/organizations`);
  const before = await total(page);
  await page.getByRole('button', { name: '登记组织' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('组织名称').fill('浦江新厂');
  await submit(page, '登记组织');
  await dialog.getByText('请选择所在单位').waitFor();
  await chooseUnit(page, '所在单位', '居委');
  await pick(page, '类别', '规模以下非公企业');
  await choose(page, '行业', '制造业');
  await dialog.getByLabel('党员人数').fill('2');
  await dialog.getByLabel('人数（可不填）').fill('18');
  await dialog.getByLabel(/^统一社会信用代码/).fill('9144030071526726XA');
  await dialog.getByLabel(/^负责人/).fill('王老板');
  await dialog.getByLabel(/^联系电话/).fill('13812345678');
  await dialog.getByLabel('起始日期').fill('2024-01-01');
  await dialog.getByLabel('起始日期').press('Tab');
  await submit(page, '登记组织');
  await dialog.getByText('末位校验码不符，请核对代码。').waitFor();
  await dialog.getByLabel(/^统一社会信用代码/).fill('9144030071526726XG');
  await finish(page, '登记组织');

  await page.locator('h1', { hasText: '浦江新厂' }).waitFor();
  const people = panel(page, /^联系方式$/);
  await people.getByText('王**').waitFor();
  await people.getByText('138****5678').waitFor();
  await readFor(page, '联系两新组织');
  await people.getByText('13812345678').waitFor();
  await people.getByRole('button', { name: '变更联系方式' }).click();
  await dialog.getByLabel(/^联系人/).fill('李经理');
  await finish(page, '变更联系方式');
  await people.getByText('李经理').waitFor();

  await page.getByRole('button', { name: '变更信息' }).click();
  await pick(page, '类别', '规模以上非公企业');
  await dialog.getByLabel('起始日期').fill('2025-01-01');
  await dialog.getByLabel('起始日期').press('Tab');
  await finish(page, '变更信息');
  const periods = panel(page, /^历史沿革$/).locator('.ant-timeline-item');
  await periods.nth(1).waitFor();
  expect(await periods.count()).toBe(2);
  expect(await periods.nth(0).textContent()).toMatch(/浦江新厂 · 规模以上非公企业.*2025-01-01/);
  expect(await periods.nth(1).textContent()).toMatch(/浦江新厂 · 规模以下非公企业.*2024-01-01.*2024-12-31/);
  // On an earlier day it is shown as it was then, and nothing can be changed.
  await page.goto(`${page.url().split('?')[0]}?asOf=2024-06-01`);
  await page.locator('.page-line .ant-tag', { hasText: '规模以下非公企业' }).waitFor();
  expect(await page.getByRole('button', { name: '变更信息' }).count()).toBe(0);
  await page.goto(`${platform.url}${town}/organizations`);
  expect(await total(page)).toBe(before + 1);
  await page.close();
});

test('the list is narrowed by what the address says, and shows any day', async () => {
  const page = await openPage(360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/organizations?class=PARK`);
  expect(await total(page)).toBe(2);
  expect(await excess(page)).toBeLessThanOrEqual(0);
  const cooperatives: number[] = [];
  for (const members of ['', '&members=with', '&members=without']) {
    await page.goto(`${platform.url}${town}/organizations?class=COOPERATIVE${members}`);
    cooperatives.push(await total(page));
  }
  const [all = 0, having = 0, without = 0] = cooperatives;
  expect(having + without).toBe(all);
  expect(Math.min(having, without)).toBeGreaterThan(0);
  await page.goto(`${platform.url}${town}/organizations`);
  await page.getByLabel('搜索名称').fill('沈杜');
  await page.getByLabel('搜索名称').press('Enter');
  await page.getByRole('link', { name: /沈杜物流/ }).waitFor();
  await page.waitForURL(/name=/);
  await page.getByRole('heading', { name: '两新组织 1', exact: true }).waitFor();
  await page.goto(`${platform.url}${town}/organizations?asOf=2020-01-01`);
  await page.getByText('没有符合条件的组织').waitFor();
  await page.close();
});

test('the Social Party Committee settles kinds and industries; one in use does not end', async () => {
  const page = await openPage(1360, 'party-310112114');
  await page.goto(`${platform.url}${town}/settings`);
  const kinds = panel(page, /^组织类别$/);
  await kinds.getByRole('button', { name: '新增' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('商务楼宇');
  await pick(page, '大类', '园区');
  await finish(page, '新增');
  await kinds.getByText('商务楼宇').waitFor();
  // What else a town settles is the administrator's.
  expect(await page.getByRole('heading', { name: '上下级设置' }).count()).toBe(0);
  const industries = panel(page, /^行业$/);
  await industries.getByRole('listitem').filter({ hasText: '制造业' }).getByRole('button', { name: '停用' }).click();
  await submit(page, '停用');
  await dialog.getByText(/个组织属于此项，请先调整/).waitFor();
  await dialog.getByRole('button', { name: '取消' }).click();
  await industries.getByRole('listitem').filter({ hasText: '金融' }).getByRole('button', { name: '修改' }).click();
  await dialog.getByLabel('名称').fill('金融服务');
  await finish(page, '保存');
  await industries.getByRole('listitem').filter({ hasText: '金融服务' }).getByRole('button', { name: '停用' }).click();
  await finish(page, '停用');
  await industries.getByText('金融服务').waitFor({ state: 'detached' });
  await page.close();
});

test('a district office reads organisations, and nothing of whom to ask there', async () => {
  const page = await openPage(1360, 'district-310112');
  await page.goto(`${platform.url}${town}/organizations?class=PARK`);
  await page.getByRole('link', { name: /浦江智谷园/ }).click();
  await page.locator('h1', { hasText: '浦江智谷园' }).waitFor();
  await panel(page, /^历史沿革$/).waitFor();
  expect(await page.getByRole('heading', { name: '联系方式' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: '变更信息' }).count()).toBe(0);
  await page.close();
});

test('what is exported is imported again, with what may be there elsewhere decided about', async () => {
  const page = await openPage(1360, 'party-310112114');
  await page.goto(`${platform.url}${town}/organizations?class=PARK`);
  expect(await total(page)).toBe(2);
  await page.getByRole('button', { name: '导出' }).click();
  const { bytes } = await saved(page, () => page.getByRole('menuitem', { name: '导出 CSV' }).click());
  const exported = bytes.toString('utf8');
  expect(exported.trim().split('\r\n')).toHaveLength(3);
  await page.getByRole('link', { name: '导入组织' }).click();
  const send = async (content: string) => {
    const file = { name: '组织.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: '检查文件' }).click();
  };
  await send(exported);
  await page.getByText('文件中的内容都已存在，无需导入。').waitFor();
  const [header = '', first = ''] = exported.trim().split('\r\n');
  const cells = first.split(',');
  await send(`${header}\r\n${['新园区', '不存在的村', ...cells.slice(2)].join(',')}\r\n`);
  await page.getByRole('cell', { name: /“不存在的村”既不在本镇/ }).waitFor();
  // The same name in another unit, without a code.
  const elsewhere = [cells[0], cells[1] === '胜利村村委会' ? '杜行居委会' : '胜利村村委会', ...cells.slice(2, 4), ''];
  await send(`${header}\r\n${[...elsewhere, ...cells.slice(5)].join(',')}\r\n`);
  await page.getByText('还有 1 行未决定，决定后才能导入').waitFor();
  await page.getByRole('radiogroup', { name: '第 2 行的处理' }).getByText('新增').click();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByText('已导入 1 个组织').waitFor();
  await page.close();
});

test('what a file says otherwise of organisations is shown with both values, and kept or revised as is chosen', async () => {
  const page = await openPage(1360, 'party-310112114');
  await page.goto(`${platform.url}${town}/organizations?class=ACTIVITY_GROUP`);
  expect(await total(page)).toBeGreaterThan(1);
  await page.getByRole('button', { name: '导出' }).click();
  const { bytes } = await saved(page, () => page.getByRole('menuitem', { name: '导出 CSV' }).click());
  const [header = '', ...lines] = bytes.toString('utf8').trim().split('\r\n');
  const size = header.split(',').indexOf('人数');
  const sizes = lines.slice(0, 2).map((line) => Number(line.split(',')[size]));
  const names = lines.slice(0, 2).map((line) => line.split(',')[0] ?? '');
  const grown = lines.slice(0, 2).map((line) => line.split(',').with(size, '61').join(','));
  await page.getByRole('link', { name: '导入组织' }).click();
  const buffer = Buffer.from([header, ...grown].join('\r\n'));
  await page.locator('input[type=file]').setInputFiles({ name: '组织.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: '检查文件' }).click();
  await page.getByText('2 行与在册内容不同').waitFor();
  for (const [index, name] of names.entries()) {
    const row = page.getByRole('row', { name: new RegExp(name) });
    await row.getByText(`人数 在册 ${sizes[index]} 文件 61`).waitFor();
  }
  await page.getByRole('radiogroup', { name: '第 2 行的处理' }).getByText('按文件修订').click();
  await page.getByText('还有 1 行未决定，决定后才能导入').waitFor();
  expect(await page.getByRole('button', { name: '导入', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: '全部按文件修订' }).click();
  await page.getByRole('radiogroup', { name: '第 3 行的处理' }).getByText('保留在册').click();
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1360, height: 900 });
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByText('已导入 0 个组织，修订 1 个').waitFor();
  for (const [index, told] of [61, sizes[1]].entries()) {
    await page.goto(`${platform.url}${town}/organizations?name=${names[index]}`);
    await page.getByRole('link', { name: new RegExp(names[index] ?? '') }).click();
    await page.locator('.ant-descriptions').getByText(`${told} 人`, { exact: true }).waitFor();
  }
  await page.close();
});

test('on a telephone a file is begun with an empty one and checked, and only who imports organisations has the page', async () => {
  const page = await openPage(360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/import-organizations`);
  const { bytes } = await saved(page, () => page.getByRole('button', { name: '下载 CSV' }).click());
  const header = bytes.toString('utf8').trim();
  expect(header).toContain('组织名称,所在单位,类别');
  const line = (name: string, unit: string, kind: string) => [name, unit, kind, ...Array(8).fill('')].join(',');
  const rows = [line('=甲社', '杜行居委会', '农民专业合作社'), line("'=乙社", '杜行居委会', '银行')];
  const buffer = Buffer.from([header, ...rows].join('\r\n'));
  await page.locator('input[type=file]').setInputFiles({ name: '组织.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: '检查文件' }).click();
  await page.getByText('1 行有误，无法导入').waitFor();
  expect(await page.getByRole('button', { name: '导入', exact: true }).count()).toBe(0);
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.close();
  const officer = await openPage(1360, 'officer-310112114');
  await officer.goto(`${platform.url}${town}/import-organizations`);
  await officer.getByText('您没有此页的权限').waitFor();
  await officer.close();
});
