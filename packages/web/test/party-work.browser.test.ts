import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { choose, chooseSome, chooseUnit, finish, pick, submit } from './forms.ts';
import { excess, panel, saved } from './page.ts';

const { platform, openPage } = browserTest();
const town = '/towns/310112114';

const stations = (page: Page) => panel(page, /^党建工作指导站 \d+$/);
const assigned = (page: Page) => panel(page, /^联系人员 \d+$/);
const work = (page: Page) => panel(page, '工作覆盖');
const covered = (page: Page) => panel(page, '党组织覆盖');

/** How many a titled part of a page says that it has. */
async function counted(part: Locator): Promise<number> {
  return Number(/\d+$/.exec((await part.getByRole('heading').first().textContent()) ?? '')?.[0]);
}

/** Opens an organisation's page by its name, out of the list. */
async function openOrganization(page: Page, name: string): Promise<void> {
  await page.goto(`${platform.url}${town}/organizations?name=${name}`);
  await page.getByRole('link', { name: new RegExp(name) }).click();
  await page.locator('h1', { hasText: name }).waitFor();
}

test('the Social Party Committee opens a guidance station, whose kinds are covered by work until it is closed', async () => {
  const page = await openPage(1360, 'party-310112114');
  await page.goto(`${platform.url}${town}/party-work`);
  await stations(page).getByRole('article').filter({ hasText: '群众团队党建工作指导站（示例）' }).waitFor();
  const before = await counted(stations(page));
  await stations(page).getByRole('button', { name: '设立' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('涉农党建工作指导站');
  await dialog.getByLabel('依托中心').fill('农业服务中心');
  await choose(page, '牵头党组织', '社会党委');
  await submit(page, '设立');
  await dialog.getByText('请选择指导类别').waitFor();
  await chooseSome(page, '指导类别', ['农民专业合作社']);
  await finish(page, '设立');
  const station = stations(page).getByRole('article').filter({ hasText: '涉农党建工作指导站' });
  await station.getByText(/站长 .+（示例）/).waitFor();
  await station.getByText('农民专业合作社').waitFor();
  expect(await counted(stations(page))).toBe(before + 1);

  await station.getByRole('button', { name: '变更' }).click();
  await dialog.getByLabel('依托中心').fill('乡村振兴服务中心');
  await chooseSome(page, '指导类别', ['群众活动团队']);
  await finish(page, '变更');
  await station.getByText('群众活动团队').waitFor();
  await station.getByText(/乡村振兴服务中心/).waitFor();

  await openOrganization(page, '召稼楼稻米合作社');
  await work(page).getByText('无人联系').waitFor();
  await work(page).getByText('乡村振兴服务中心，指导农民专业合作社').waitFor();
  await page.goto(`${platform.url}${town}/coverage?class=COOPERATIVE`);
  const tile = await page.getByRole('button', { name: /^工作覆盖率/ }).textContent();
  const [, numerator, denominator] = /(\d+) \/ (\d+)/.exec(tile ?? '') ?? [];
  expect(Number(numerator)).toBeGreaterThan(0);
  expect(numerator).toBe(denominator);

  await page.goto(`${platform.url}${town}/party-work`);
  await station.getByRole('button', { name: '撤销' }).click();
  await finish(page, '撤销');
  await station.waitFor({ state: 'detached' });
  expect(await counted(stations(page))).toBe(before);
  // A day on which the town had none.
  await page.goto(`${platform.url}${town}/party-work?asOf=2023-06-01`);
  await stations(page).getByText('还没有党建工作指导站').waitFor();
  await page.close();
});

test('a guidance station whose Party organisation is dissolved is changed by choosing another', async () => {
  const page = await openPage(1360, 'party-310112114');
  await page.goto(`${platform.url}${town}/party-work`);
  await stations(page).getByRole('button', { name: '设立' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('楼宇党建工作指导站');
  await dialog.getByLabel('依托中心').fill('党群服务中心');
  await choose(page, '牵头党组织', '暖邻社工服务社党支部');
  await chooseSome(page, '指导类别', ['园区']);
  await finish(page, '设立');
  const station = stations(page).getByRole('article').filter({ hasText: '楼宇党建工作指导站' });
  await station.getByRole('link', { name: /暖邻社工服务社党支部/ }).click();
  await page.locator('h1', { hasText: '暖邻社工服务社党支部' }).waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await dialog.getByLabel('原因').fill('党员不足三名');
  await finish(page, '撤销');

  await page.goto(`${platform.url}${town}/party-work`);
  await station.getByRole('button', { name: '变更' }).click();
  await dialog.getByText(/原牵头党组织“暖邻社工服务社党支部（示例）”自 \d{4}-\d\d-\d\d 起已撤销，请另选/).waitFor();
  await submit(page, '变更');
  await dialog.getByText('请选择牵头党组织').waitFor();
  await choose(page, '牵头党组织', '社会党委');
  await finish(page, '变更');
  await station.getByRole('link', { name: /社会党委/ }).waitFor();
  await station.getByRole('button', { name: '变更' }).click();
  await dialog.getByText('站长由该党组织书记兼任').waitFor();
  await page.close();
});

test('somebody assigned to a unit works for its organisations until that is ended', async () => {
  const page = await openPage(1360, 'party-310112114');
  await page.goto(`${platform.url}${town}/organizations?name=联达精密制造`);
  await page.getByRole('link', { name: /联达精密制造/ }).click();
  await work(page).getByText('无人联系').waitFor();
  const unit = (await page.locator('.ant-descriptions a').first().textContent()) ?? '';

  await page.goto(`${platform.url}${town}/party-work`);
  await assigned(page).getByRole('button', { name: '选派' }).click();
  await submit(page, '选派');
  await page.getByRole('dialog').getByText('请选择联系单位').waitFor();
  await chooseUnit(page, '联系单位', unit);
  await choose(page, '人员', '陆指导');
  await pick(page, '身份', '党建指导员');
  await finish(page, '选派');
  await assigned(page)
    .getByRole('row', { name: new RegExp(`陆指导.*党建指导员.*${unit}.*全部组织`) })
    .waitFor();

  await openOrganization(page, '联达精密制造');
  const row = work(page).getByRole('row', { name: new RegExp(`陆指导.*${unit}`) });
  await row.getByRole('button', { name: '终止' }).click();
  await page.getByRole('dialog').getByText('党建指导员 陆指导不再联系').waitFor();
  await page.getByRole('dialog').getByText(`不再联系${unit}及其下属单位的全部两新组织`).waitFor();
  await finish(page, '终止');
  await work(page).getByText('无人联系').waitFor();
  await page.close();
});

test('all who are assigned in the town are listed together, narrowed, and taken along as a table', async () => {
  const page = await openPage(1360, 'party-310112114');
  await page.goto(`${platform.url}${town}/party-work`);
  const lines = assigned(page).locator('tbody tr.ant-table-row');
  await lines.filter({ hasText: '鲁汇家具（示例）' }).waitFor();
  const before = await counted(assigned(page));
  const dialog = page.getByRole('dialog');
  await assigned(page).getByRole('button', { name: '选派' }).click();
  await dialog.getByText('单个组织', { exact: true }).click();
  await submit(page, '选派');
  await dialog.getByText('请选择联系组织').waitFor();
  await choose(page, '联系组织', '沈杜物流');
  await choose(page, '人员', '钱联络');
  await finish(page, '选派');
  await lines.filter({ hasText: /钱联络党建联络员沈杜物流（示例）/ }).waitFor();
  expect(await counted(assigned(page))).toBe(before + 1);

  const filter = async (name: string, option: string) => {
    await page.getByRole('combobox', { name }).click();
    await page.locator('.ant-select-item-option:visible', { hasText: option }).first().click();
  };
  await filter('联系范围', '单个组织');
  await page.waitForURL(/to=organization/);
  await lines.filter({ hasText: '全部组织' }).first().waitFor({ state: 'detached' });
  await filter('身份', '党建联络员');
  await page.waitForURL(/role=LIAISON/);
  await lines.filter({ hasText: '党建指导员' }).first().waitFor({ state: 'detached' });
  await lines.filter({ hasText: '钱联络' }).waitFor();
  const narrowed = await lines.allTextContents();
  expect(narrowed.length).toBeGreaterThan(1);
  expect(narrowed.every((line) => line.includes('党建联络员') && !line.includes('全部组织'))).toBe(true);
  await page.getByRole('combobox', { name: '人员' }).fill('钱联络');
  await page.locator('.ant-select-item-option:visible', { hasText: '钱联络' }).first().click();
  await page.waitForURL(/person=/);
  await panel(page, '联系人员 1').waitFor();
  const { name, bytes } = await saved(page, () => assigned(page).getByRole('button', { name: 'CSV' }).click());
  expect(name).toMatch(/^浦江镇 联系人员 \d{4}-\d\d-\d\d\.csv$/);
  const [head, line, ...more] = bytes.toString('utf8').trimEnd().split('\r\n');
  expect(head).toBe('\uFEFF人员,身份,联系范围,名称,所在单位,起始日期,终止日期');
  expect(line).toMatch(/^钱联络,党建联络员,单个组织,沈杜物流（示例）,.+,\d{4}-\d\d-\d\d,$/);
  expect(more).toEqual([]);
  // The address keeps what is chosen, and the fields say it.
  await page.reload();
  await panel(page, '联系人员 1').waitFor();
  await page.locator('.toolbar', { hasText: '钱联络' }).waitFor();
  await page.getByRole('combobox', { name: '联系组织' }).fill('鲁汇家具');
  await page.locator('.ant-select-item-option:visible', { hasText: '鲁汇家具' }).first().click();
  await assigned(page).getByText('没有符合条件的联系人员').waitFor();
  await page.close();
});

test('on its page an organisation is covered and no longer, gets a liaison, is managed directly, and is closed', async () => {
  const page = await openPage(1360, 'party-310112114');
  await page.goto(`${platform.url}${town}/organizations?name=瑞丰餐饮`);
  await page.getByRole('link', { name: /瑞丰餐饮/ }).click();
  const dialog = page.getByRole('dialog');
  const byArea = covered(page).getByRole('row', { name: /社区综合党总支.*区域/ });
  await byArea.getByRole('button', { name: '终止' }).click();
  await dialog.getByLabel('原因').fill('迁出该区域');
  await finish(page, '终止');
  await byArea.getByText('迁出该区域').waitFor();
  expect(await byArea.getByRole('button', { name: '终止' }).count()).toBe(0);
  await covered(page).getByRole('button', { name: '纳入覆盖' }).click();
  await choose(page, '党组织', '绿源果蔬合作社党支部');
  await dialog.getByLabel('起始日期').fill('2026-01-01');
  await dialog.getByLabel('起始日期').press('Tab');
  await finish(page, '纳入覆盖');
  const first = covered(page).locator('tbody tr.ant-table-row').first();
  await first.getByText('绿源果蔬合作社党支部').waitFor();
  await first.getByText('挂靠').waitFor();

  await work(page).getByRole('button', { name: '选派' }).click();
  await choose(page, '人员', '周联络');
  await finish(page, '选派');
  const liaison = work(page).getByRole('row', { name: /周联络.*党建联络员.*本组织/ });
  await work(page).getByRole('button', { name: '选派' }).click();
  await dialog.getByLabel('人员').fill('周联络');
  await page.locator('.ant-select-item-option:visible').getByText('周联络', { exact: true }).click();
  await submit(page, '选派');
  await dialog.getByText('该人员已担任此项联系工作。').waitFor();
  await dialog.getByRole('button', { name: '取消' }).click();
  await liaison.getByRole('button', { name: '终止' }).waitFor();

  await page.getByRole('button', { name: '纳入直管' }).click();
  await dialog.getByLabel('原因').fill('影响大');
  await finish(page, '纳入直管');
  await panel(page, '管理方式：直管').getByText('影响大').waitFor();

  await page.getByRole('button', { name: '注销' }).click();
  await dialog.getByLabel('原因').fill('停业');
  await finish(page, '注销');
  await page.locator('.page-line .ant-tag', { hasText: '已注销' }).waitFor();
  await first.getByText('停业').waitFor();
  expect(await page.getByRole('button', { name: /终止|选派|纳入覆盖|变更信息/ }).count()).toBe(0);
  await page.close();
});

test('on a telephone an officer sees who works for organisations, and a district office sees it without names', async () => {
  const page = await openPage(360, 'party-310112114');
  await page.goto(`${platform.url}${town}/party-work`);
  const before = await counted(assigned(page));
  await assigned(page).getByRole('button', { name: '选派' }).click();
  await chooseUnit(page, '联系单位', '居委');
  await choose(page, '人员', '李联系');
  await pick(page, '身份', '联系领导');
  await finish(page, '选派');
  await assigned(page).getByText('李联系').waitFor();
  expect(await counted(assigned(page))).toBe(before + 1);
  expect(await excess(page)).toBeLessThanOrEqual(0);
  const seen = async (account: string) => {
    const other = await openPage(360, account);
    await other.goto(`${platform.url}${town}/party-work`);
    const leaders = assigned(other).getByRole('row', { name: /联系领导/ });
    await leaders.first().waitFor();
    expect(await other.getByRole('button', { name: /选派|设立|终止/ }).count()).toBe(0);
    expect(await excess(other)).toBeLessThanOrEqual(0);
    const names = await leaders.locator('td:first-child').allTextContents();
    await other.close();
    return names;
  };
  // An officer sees who works for their own unit.
  const named = await seen('officer-310112114');
  expect(named).toContain('李联系');
  expect(await seen('district-310112')).toEqual(named.map(() => '—'));
  await page.close();
});
