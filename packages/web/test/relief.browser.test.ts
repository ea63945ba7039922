import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { choose, chooseUnit, finish, pick, readFor, submit } from './forms.ts';
import { excess, panel } from './page.ts';

const { platform, openPage } = browserTest();
const town = '/towns/310112114';

test('an administrator keeps the list of what relief is given for, and its funds, whose budget is adjusted with a reason', async () => {
  const page = await openPage(1360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/settings`);
  const list = panel(page, '帮困类别和项目');
  await list.getByText('助优').waitFor();
  await list.getByRole('button', { name: '添加类别' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('助医');
  await submit(page, '添加');
  await dialog.getByText('该名称已被使用').waitFor();
  await dialog.getByLabel('名称').fill('助学');
  await finish(page, '添加');
  const added = list.locator('ul', { hasText: '助学' }).last();
  await added.getByRole('button', { name: '添加项目' }).click();
  await dialog.getByLabel('名称').fill('金秋助学');
  await dialog.getByLabel('标准').fill('三千');
  await submit(page, '添加');
  await dialog.getByText('请填写金额').waitFor();
  await dialog.getByLabel('标准').fill('3000');
  await finish(page, '添加');
  await added.getByText('标准 3,000.00 元').waitFor();
  await added.locator('li', { hasText: '金秋助学' }).getByRole('button', { name: '停用' }).click();
  await finish(page, '停用');
  await added.getByText('金秋助学').waitFor({ state: 'detached' });

  await page.goto(`${platform.url}${town}/relief-funds`);
  await page.getByRole('button', { name: '开设资金' }).click();
  await dialog.getByLabel('资金名称').fill('企业捐赠');
  await pick(page, '来源', '社会捐赠');
  await dialog.getByLabel('预算').fill('80000.5');
  await finish(page, '开设资金');
  const row = page.locator('tr', { hasText: '企业捐赠' });
  await row.getByRole('button', { name: '调整预算' }).click();
  await dialog.getByLabel('增减金额').fill('-80000.6');
  await dialog.getByLabel('原因').fill('退回');
  await submit(page, '调整预算');
  await dialog.getByText('预算不能少于此数').waitFor();
  await dialog.getByLabel('增减金额').fill('-0.5');
  await finish(page, '调整预算');
  await row.getByText('80,000.00').first().waitFor();
  await row.getByRole('button', { name: '企业捐赠' }).click();
  expect(await dialog.locator('.ant-table-row').allTextContents()).toEqual([
    expect.stringMatching(/80,000\.50$/),
    expect.stringMatching(/-0\.5080,000\.00退回$/),
  ]);
  await page.close();
});

test('on a telephone an officer sees what funds there are, and a district office none of them', async () => {
  const page = await openPage(360, 'officer-310112114');
  await page.goto(`${platform.url}${town}/relief-funds`);
  await page.getByText('镇级帮困资金（示例）').waitFor();
  expect(await page.getByRole('button', { name: '开设资金' }).count()).toBe(0);
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.close();
  const office = await openPage(1360, 'district-310112');
  await office.goto(`${platform.url}${town}/relief-funds`);
  await office.getByText('您没有此页的权限').waitFor();
  await office.close();
});

test('a lead applies for a household, its officer endorses, and the administrator grants of two funds and notes the payment', async () => {
  const lead = await openPage(360, 'lead-310112114');
  await lead.goto(`${platform.url}${town}/relief`);
  const waiting = lead.locator('.record-line', { hasText: '退役军人帮困' });
  await waiting.getByRole('link').click();
  await lead.locator('.ant-descriptions').getByRole('link').click();
  const ofHousehold = panel(lead, /^帮困 \d+$/);
  await ofHousehold.getByRole('button', { name: '申请帮困' }).click();
  await choose(lead, '项目', '春节帮困');
  const form = lead.getByRole('dialog');
  await form.getByLabel('申请金额').fill('1500.50');
  await form.getByLabel('申请原因').fill('两人下岗');
  await finish(lead, '申请帮困');
  const line = ofHousehold.locator('.record-line', { hasText: '申请 1,500.50 元' });
  await line.getByText('已申请').waitFor();
  expect(await excess(lead)).toBeLessThanOrEqual(0);
  await line.getByRole('link').click();
  await lead.locator('.page-line .ant-tag', { hasText: '已申请' }).waitFor();
  await lead.getByRole('button', { name: '撤回' }).waitFor();
  expect(await lead.getByRole('button', { name: '审核' }).count()).toBe(0);
  const address = lead.url();
  await lead.close();

  const officer = await openPage(1360, 'officer-310112114');
  await officer.goto(address);
  await readFor(officer, '帮困');
  await officer.getByText('两人下岗').waitFor();
  await officer.getByRole('button', { name: '审核' }).click();
  await officer.getByRole('dialog').getByLabel('说明').fill('情况属实');
  await finish(officer, '审核');
  await officer.locator('.page-line .ant-tag', { hasText: '已审核' }).waitFor();
  expect(await officer.getByRole('button', { name: '批准' }).count()).toBe(0);
  await officer.close();

  const page = await openPage(1360, 'admin-310112114');
  await page.goto(address);
  await page.getByRole('button', { name: '批准', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await pick(page, '资金', '镇级帮困资金');
  await dialog.getByLabel('金额').fill('99999999');
  await submit(page, '批准');
  await dialog.getByText('该资金可用余额只有').waitFor();
  await dialog.getByLabel('金额').fill('1000');
  await dialog.getByRole('button', { name: '再加一项资金' }).click();
  await dialog.getByLabel('资金', { exact: true }).nth(1).click();
  await page.locator('.ant-select-item-option:visible', { hasText: '慈善帮困资金' }).first().click();
  await dialog.getByLabel('金额').nth(1).fill('500.5');
  await finish(page, '批准');
  await page.getByRole('button', { name: '发放' }).click();
  await finish(page, '发放');
  await page.locator('.page-line .ant-tag', { hasText: '已发放' }).waitFor();
  expect(await panel(page, '帮困款').locator('.ant-table-row').allTextContents()).toEqual([
    expect.stringMatching(/财政1,000\.00.*银行卡$/),
    expect.stringMatching(/慈善500\.50.*银行卡$/),
  ]);
  const steps = await page.locator('.step-taken strong').allTextContents();
  expect(steps).toEqual(['发放', '批准', '审核', '申请']);
  await page.locator('.ant-descriptions').getByRole('link').click();
  await page.getByText(/\d{4} 年共批准 [\d,]+\.50 元/).waitFor();
  await page.close();
});

test('an administrator opens a campaign, applies for households of a block together, and sees what was granted by category and source', async () => {
  const page = await openPage(1360, 'admin-310112114');
  const dialog = page.getByRole('dialog');
  await page.goto(`${platform.url}${town}/relief-sums`);
  await page.getByRole('button', { name: '开设活动' }).click();
  await dialog.getByLabel('活动名称').fill('年末帮困');
  await dialog.getByLabel('最后一天').fill(`${new Date().getFullYear() + 1}-01-31`);
  await dialog.getByLabel('最后一天').press('Tab');
  await finish(page, '开设活动');
  await panel(page, /^帮困活动 \d+$/)
    .getByText('年末帮困')
    .waitFor();

  await page.goto(`${platform.url}${town}/relief`);
  const before = Number((await page.getByRole('heading', { name: /^帮困申请 \d+$/ }).textContent())?.split(' ')[1]);
  await page.getByRole('button', { name: '批量申请' }).click();
  await chooseUnit(page, '块区', '第1块区');
  await dialog.getByLabel('住户').click();
  const options = page.locator('.ant-select-item-option:visible');
  await options.first().click();
  await options.nth(1).click();
  await dialog.getByLabel('住户').press('Escape');
  await choose(page, '项目', '低保家庭慰问');
  await pick(page, '所属活动', '年末帮困');
  await dialog.getByLabel('申请金额').fill('600');
  await dialog.getByLabel('申请原因').fill('年末慰问');
  await finish(page, '申请帮困');
  await page.getByRole('heading', { name: `帮困申请 ${before + 2}` }).waitFor();

  await page.goto(`${platform.url}${town}/relief-sums`);
  await page.getByRole('heading', { name: /^共批准 [\d,]+\.\d\d 元，\d+ 户$/ }).waitFor();
  const rows = page.locator('.ant-table-row');
  await rows.filter({ hasText: '户数较少的敏感类别' }).waitFor();
  await readFor(page, '帮困');
  await rows.filter({ hasText: '助医' }).waitFor();
  await page.getByText('来源', { exact: true }).first().click();
  await rows.filter({ hasText: '财政' }).waitFor();
  await page.close();
});

test('what a lead applies for of many households is endorsed, approved and paid many at once', async () => {
  const lead = await openPage(1360, 'lead-310112114');
  await lead.goto(`${platform.url}${town}/relief`);
  await lead.getByRole('button', { name: '批量申请' }).click();
  // The lead's own block is chosen already.
  await lead.getByRole('dialog').getByText('第1块区').first().waitFor();
  await lead.getByRole('dialog').getByLabel('住户').click();
  const options = lead.locator('.ant-select-item-option:visible');
  await options.first().click();
  await options.nth(1).click();
  await lead.getByRole('dialog').getByLabel('住户').press('Escape');
  await choose(lead, '项目', '高龄老人慰问');
  await lead.getByRole('dialog').getByLabel('申请金额').fill('333.30');
  await lead.getByRole('dialog').getByLabel('申请原因').fill('冬季慰问');
  await finish(lead, '申请帮困');
  await lead.locator('.record-line', { hasText: '申请 333.30 元' }).first().waitFor();
  expect(await lead.getByRole('button', { name: '待审核' }).count()).toBe(0);
  await lead.close();

  const takeBoth = async (account: string, waiting: string, step: string, amount: string, fill = async () => {}) => {
    const page = pages.get(account) ?? (await openPage(1360, account));
    pages.set(account, page);
    await page.goto(`${platform.url}${town}/relief`);
    await page.getByRole('button', { name: waiting }).click();
    const lines = page.locator('.record-line', { hasText: amount });
    await lines.first().getByRole('checkbox').check();
    await lines.nth(1).getByRole('checkbox').check();
    await page.getByText('已选 2 件，共 666.60 元').waitFor();
    await page.getByRole('button', { name: step }).click();
    await fill();
    await finish(page, step);
    await lines.first().waitFor({ state: 'detached' });
  };
  const pages = new Map<string, Awaited<ReturnType<typeof openPage>>>();
  await takeBoth('officer-310112114', '待审核', '批量审核', '申请 333.30 元');
  await takeBoth('admin-310112114', '待批准', '批量批准', '申请 333.30 元', async () => {
    const page = pages.get('admin-310112114');
    if (page) await pick(page, '资金', '镇级帮困资金');
  });
  await takeBoth('admin-310112114', '待发放', '批量发放', '批准 333.30 元');
  const page = pages.get('admin-310112114');
  await page?.goto(`${platform.url}${town}/relief-sums?by=ITEM`);
  const row = page?.locator('.ant-table-row', { hasText: '高龄老人慰问' });
  const times = Number(await row?.getByRole('link').textContent());
  await row?.getByRole('link').click();
  await page?.getByRole('heading', { name: `帮困申请 ${times}` }).waitFor();
  expect(times).toBeGreaterThan(1);
});

test('a lead applies again for what was refused, with what was said then filled in', async () => {
  const page = await openPage(360, 'lead-310112114');
  await page.goto(`${platform.url}${town}/relief?state=REFUSED`);
  await page.locator('.record-line', { hasText: '困难学生助学' }).getByRole('link').click();
  await page.locator('.page-line .ant-tag', { hasText: '未批准' }).waitFor();
  await readFor(page, '帮困');
  await page.getByText('孩子上高中，学费有困难').waitFor();
  await page.getByRole('button', { name: '重新申请' }).click();
  const form = page.getByRole('dialog');
  await form.getByTitle('困难学生助学').waitFor();
  expect(await form.getByLabel('申请原因').inputValue()).toContain('孩子上高中，学费有困难');
  expect(await form.getByLabel('申请金额').inputValue()).toBe('3000.00');
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await form.getByLabel('申请金额').fill('2500');
  await finish(page, '申请帮困');
  await page.locator('.page-line .ant-tag', { hasText: '已申请' }).waitFor();
  await page.getByText('申请 2,500.00 元').first().waitFor();
  expect(await page.getByRole('button', { name: '重新申请' }).count()).toBe(0);
  await page.close();
});

test('on a telephone a district office sees sums of relief by unit, and no application', async () => {
  const page = await openPage(360, 'district-310112');
  await page.goto(`${platform.url}${town}/relief-sums?by=UNIT`);
  await page.locator('.ant-table-row').first().waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  expect(await page.getByRole('button', { name: '开设活动' }).count()).toBe(0);
  await page.goto(`${platform.url}${town}/relief`);
  await page.getByText('您没有此页的权限').waitFor();
  await page.close();
});

test('an officer records a job that was found for a resident, and later that they left it', async () => {
  const page = await openPage(360, 'officer-310112114');
  await page.goto(`${platform.url}${town}/job-placements`);
  const line = page.locator('.record-line', { hasText: '保安' });
  await line.getByText('在岗').waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await line.getByRole('link').click();
  const jobs = panel(page, /^就业安置 \d+$/);
  await jobs.getByRole('button', { name: '登记就业安置' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('居民').click();
  await page.locator('.ant-select-item-option:visible').first().click();
  await submit(page, '登记就业安置');
  await dialog.getByText('请填写用人单位').waitFor();
  await dialog.getByLabel('用人单位').fill('江汀超市');
  await dialog.getByLabel('岗位').fill('理货员');
  await finish(page, '登记就业安置');
  const added = jobs.locator('.record-line', { hasText: '理货员' });
  await added.getByText('在岗').waitFor();
  expect(await added.getByText('江汀超市').count()).toBe(0);
  await readFor(page, '帮困');
  await added.getByText('江汀超市').waitFor();
  await added.getByRole('button', { name: '登记离岗' }).click();
  await finish(page, '登记离岗');
  await added.getByText(/离岗$/).first().waitFor();
  await added.getByRole('button', { name: '撤回' }).click();
  await dialog.getByLabel('原因').fill('误录');
  await finish(page, '撤回');
  await added.waitFor({ state: 'detached' });
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.close();
});
