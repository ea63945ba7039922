import { read, utils } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn } from './browser.ts';
import { browserTest } from './browser-test.ts';
import { excess, holdAnswers, looksLikeLink, saved } from './page.ts';
import { demoPassword } from './platform.ts';

const { platform, openPage } = browserTest();

/** Last year as the period that is shown. In December this year so far is a whole one as well. */
function lastYear(page: Page) {
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear() - 1;
  return page.getByText(`${year}-01-01 至 ${year}-12-31`, { exact: true });
}

/** The cells of a row, by the heads of their columns; of a figure its first line. */
async function cells(page: Page, name: string | RegExp): Promise<Record<string, string>> {
  const heads = await page.locator('.dashboard-table thead th').allInnerTexts();
  const row = page.getByRole('row', { name }).first();
  const texts = await row.locator('td').allInnerTexts();
  return Object.fromEntries(
    heads.map((head, index) => [head.trim(), (texts[index] ?? '').split('\n')[0]?.trim() ?? '']),
  );
}

test('a district office ranks its towns, holds this year against the last, and opens a figure down to the units', async () => {
  const page = await openPage(1360, 'district-310112');
  await page.goto(platform.url);
  await page.waitForURL(`${platform.url}/districts/310112`);
  await page.getByRole('heading', { name: '闵行区数据看板' }).waitFor();
  const pujiang = await cells(page, /^浦江镇/);
  expect(pujiang).toMatchObject({ 户数: '1,101', 诉求件数: expect.stringMatching(/^\d+$/) });
  expect(pujiang.诉求办结率).toMatch(/^\d+\.\d %$/);
  expect(await cells(page, /^梅陇镇/)).toMatchObject({ 户数: '0', 诉求办结率: '—' });

  await page.getByRole('columnheader', { name: '诉求件数' }).click();
  await page.waitForURL(/sort=request(&|$)/);
  await page.getByRole('heading', { name: '诉求件数排名' }).waitFor();
  const names = await page.locator('.dashboard-table tbody tr.ant-table-row').getByRole('link').allInnerTexts();
  expect(names.filter((name) => /[镇道区]$/.test(name)).slice(0, 2)).toEqual(['浦江镇', '江川路街道']);
  expect((await cells(page, /浦江镇/)).名次).toBe('1');
  await page.getByRole('img', { name: '闵行区 诉求件数走势' }).locator('canvas').waitFor();
  await page.getByRole('link', { name: '浦江镇', exact: true }).click();
  await page.getByRole('img', { name: '浦江镇 诉求件数走势' }).locator('canvas').waitFor();
  await page.getByRole('link', { name: '江川路街道', exact: true }).click();
  await page.getByRole('img', { name: '江川路街道 诉求件数走势' }).waitFor();
  await page.getByRole('link', { name: '合计', exact: true }).click();
  await page.getByRole('img', { name: '闵行区 诉求件数走势' }).waitFor();

  await page.getByText('上年同期').click();
  await page.getByText(/^对比 \d{4}-01-01 至/).waitFor();
  // What it was stands with what it is, and the change between both.
  await page.locator('.cell-change.up').first().waitFor();
  const numbers = (text: string) => Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
  const texts = await page
    .getByRole('row', { name: /浦江镇/ })
    .locator('td')
    .allInnerTexts();
  const lines = (texts[5] ?? '').split('\n');
  const [now = '', before = '', change = ''] = lines;
  expect([before, change]).toEqual([expect.stringMatching(/^上年同期 \d+$/), expect.stringMatching(/^[增减] \d+$/)]);
  expect(numbers(now) - numbers(before)).toBe(numbers(change) * (change.startsWith('增') ? 1 : -1));

  await page.getByText('上年', { exact: true }).click();
  await page.waitForURL(/span=lastYear/);
  await lastYear(page).waitFor();
  const { 诉求件数: many = '' } = await cells(page, /浦江镇/);
  expect(Number(many)).toBeGreaterThan(0);
  const number = page.getByRole('link', { name: new RegExp(`打开浦江镇 诉求件数 ${many}`) });
  expect(await looksLikeLink(number)).toBe(true);
  await number.press('Enter');
  await page.waitForURL(/\/towns\/310112114\/figures\?figure=request&from=\d{4}-01-01&to=\d{4}-12-31/);
  await page.locator('.basis-total').first().waitFor();
  expect(await page.locator('.basis-total').allTextContents()).toEqual([many, many, many]);
  const part = page.locator('.figure-parts').getByRole('link', { name: /^打开/ }).first();
  expect(await looksLikeLink(part)).toBe(true);
  await part.press('Enter');
  await page.waitForURL(/unit=/);
  await page.close();
});

test('a period of a dashboard is chosen as a year, a quarter or months, and the address says its months', async () => {
  const page = await openPage(1360, 'district-310112');
  await page.goto(`${platform.url}/districts/310112?figures=request`);
  await page.getByText('自选', { exact: true }).click();
  await page.locator('.period-picker').getByText('年', { exact: true }).click();
  await page.getByRole('textbox', { name: '时段', exact: true }).fill('2020');
  await page.getByRole('textbox', { name: '时段', exact: true }).press('Enter');
  await page.waitForURL(/from=2020-01&to=2020-12/);
  await page.getByText('2020-01-01 至 2020-12-31', { exact: true }).waitFor();
  await page.locator('.period-picker').getByText('季度', { exact: true }).click();
  await page.waitForURL(/from=2020-10&to=2020-12/);
  // The address is there before the page; what is typed for another period would be forgotten.
  await page.getByText('2020-10-01 至 2020-12-31', { exact: true }).waitFor();
  await page.locator('.period-picker').getByText('起止', { exact: true }).click();
  await page.getByRole('textbox', { name: '从', exact: true }).fill('2020-05');
  await page.getByRole('textbox', { name: '从', exact: true }).press('Enter');
  await page.waitForURL(/from=2020-05&to=2020-12/);
  await page.getByText('2020-05-01 至 2020-12-31', { exact: true }).waitFor();
  await page.close();
});

test('figures stand under the days and the names that they are of while others are being read', async () => {
  const page = await openPage(1360, 'district-310112');
  await page.goto(`${platform.url}/districts/310112?figures=request`);
  await page.getByRole('row', { name: /^浦江镇/ }).waitFor();
  const come = await holdAnswers(page, 'DistrictDashboard');
  const shown = async () => ({
    requests: (await cells(page, /^浦江镇/)).诉求件数,
    days: await page.locator('.page-meta').textContent(),
  });
  const before = await shown();
  await page.getByText('上年', { exact: true }).click();
  await page.waitForURL(/span=lastYear/);
  await page.getByRole('radio', { name: '上年', exact: true, checked: true }).waitFor({ state: 'attached' });
  expect(await shown()).toEqual(before);
  come();
  await lastYear(page).waitFor();
  const after = await shown();
  expect(after.requests).not.toBe(before.requests);
  const figure = page.getByRole('link', { name: `打开浦江镇 诉求件数 ${after.requests}`, exact: true });
  expect(await figure.getAttribute('href')).toMatch(/from=\d{4}-01-01&to=\d{4}-12-31$/);
  await page.close();
});

test('the table goes into a spreadsheet, the charts into pictures, and the whole onto paper', async () => {
  const page = await openPage(1360, 'district-310112');
  await page.goto(`${platform.url}/districts/310112?figures=household,request-completion&sort=household&compare=year`);
  await page.getByRole('img', { name: '户数排名' }).locator('canvas').waitFor();
  const figures = await cells(page, /浦江镇/);
  const save = async (format: string) => {
    await page.getByRole('button', { name: '导出表格' }).hover();
    return saved(page, () => page.getByRole('menuitem', { name: format }).click());
  };
  const { name, bytes } = await save('XLSX');
  expect(name).toMatch(/^闵行区数据看板 \d{4}-01–\d{4}-\d{2}\.xlsx$/);
  const sheet = read(bytes).Sheets.Sheet1;
  const rows: (string | number)[][] = sheet ? utils.sheet_to_json(sheet, { header: 1 }) : [];
  expect(rows[0]).toEqual([
    ...['名称', '代码', '户数', '户数 对比期', '户数 变化', '诉求办结率', '诉求办结率 分子', '诉求办结率 分母'],
    ...['诉求办结率 对比期', '诉求办结率 变化'],
  ]);
  expect(rows[1]?.slice(0, 3)).toEqual(['浦江镇', '310112114', 1101]);
  expect(rows[1]?.[5]).toBe(figures.诉求办结率);
  expect(rows.at(-1)?.[0]).toBe('合计');
  const csv = (await save('CSV')).bytes.toString('utf8');
  expect(csv.startsWith('\uFEFF名称,代码,户数,')).toBe(true);
  expect(csv.trimEnd().split('\r\n')).toHaveLength(rows.length);

  const pictures = page.getByRole('button', { name: '存为图片' });
  const picture = await saved(page, () => pictures.first().click());
  expect(picture.name).toBe('闵行区 户数排名.png');
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.bytes.length).toBeGreaterThan(3000);

  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('button', { name: '打印' }).click();
  await page.locator('body[data-printed]').waitFor();
  const report = page.locator('.report');
  expect(await report.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await report.isVisible()).toBe(true);
  expect(await page.locator('#root').isVisible()).toBe(false);
  expect(await report.locator('tbody tr').count()).toBe(14);
  expect(await report.locator('img').count()).toBe(2);
  await report.getByText('指标说明').waitFor();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1')).toMatch(/MediaBox \[0 0 841\.\d+ 59[45]\.\d+\]/);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await report.waitFor({ state: 'detached' });
  await page.close();
});

test('the platform goes from all districts to one and to its towns; one that is not set up shows as such, and opens nothing', async () => {
  await platform.run('update town set set_up_on = null where id = 310112112');
  const page = await openPage(1360, 'operator');
  await page.goto(platform.url);
  await page.getByRole('heading', { name: '全市数据看板' }).waitFor();
  await page.getByText('各区（16）').waitFor();
  await page.getByText('未计入 1 个未开通的街镇：马桥镇').waitFor();
  expect(Number((await cells(page, /^合计/)).户数?.replace(',', ''))).toBeGreaterThan(1000);
  await page.getByText('按街镇', { exact: true }).click();
  await page.getByText('各街镇（234）').waitFor();
  await page.getByText('按区', { exact: true }).click();
  // A number opens what makes it up: of a district its towns, ranked by it.
  await page.getByRole('link', { name: /^打开闵行区 户数/ }).press('Enter');
  await page.waitForURL(/\/districts\/310112\?sort=household$/);
  await page.getByRole('heading', { name: '闵行区 户数走势' }).waitFor();
  await page.goBack();
  await page.getByRole('link', { name: '闵行区', exact: true }).click();
  await page.waitForURL(/\/districts\/310112/);
  const away = page.getByRole('row', { name: /马桥镇/ });
  await away.getByText('未开通').waitFor();
  expect(await away.getByRole('link').count()).toBe(0);
  const pujiang = page.getByRole('row', { name: /^浦江镇/ });
  await pujiang.getByText('1,101').first().waitFor();
  // Its records are the town's and its district's: the platform gets summaries alone.
  expect(await pujiang.getByRole('link').allTextContents()).toEqual(['浦江镇']);
  const options = page.locator('.ant-select-item-option');
  await page.getByRole('combobox', { name: '指标' }).fill('率');
  await options.filter({ hasText: '诉求及时上报率' }).waitFor();
  await page.getByRole('combobox', { name: '指标' }).fill('走访覆盖率');
  await options.first().waitFor({ state: 'detached' });
  await page.goto(`${platform.url}/districts/999999`);
  await page.getByText('没有找到这个页面').waitFor();
  await page.close();
});

test('figures move while one looks, without a reload', async () => {
  const page = await openPage(1360);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${platform.url}/districts/310112?figures=contact&span=lastYear`);
  await signIn(page, 'district-310112', demoPassword);
  const contacts = async () => Number((await cells(page, /^浦江镇/)).联系次数?.replaceAll(',', ''));
  await page.getByRole('row', { name: /^浦江镇/ }).waitFor();
  await expect.poll(() => asked.filter((url) => url.endsWith('/graphql/stream')).length).toBe(1);
  const before = await contacts();
  await platform.run(`
    update visit set withdrawn_at = now() where id = (
      select id from visit where town_id = 310112114 and withdrawn_at is null and not again
        and extract(year from visited_on) = extract(year from now()) - 1 order by id limit 1);
    select pg_notify('lianxin_changes', '310112114')`);
  await expect.poll(contacts, { timeout: 15_000 }).toBe(before - 1);
  expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1);
  await page.close();
});

test('on a telephone each town is a card with what the towns are ranked by first, and nothing is scrolled sideways', async () => {
  const page = await openPage(360, 'district-310112');
  await page.goto(`${platform.url}/districts/310112?sort=request-completion&compare=before`);
  await page.getByRole('img', { name: '诉求办结率排名' }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  const cards = page.locator('.dashboard-cards article');
  expect(await cards.locator('dt:first-child').nth(0).textContent()).toBe('诉求办结率');
  await cards.first().getByText('第 1 名').waitFor();
  // Nothing of a card lies outside the screen, to be scrolled to.
  const ends = await cards.locator('dd').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
  expect(Math.max(...ends)).toBeLessThanOrEqual(360);
  await page.getByRole('combobox', { name: '排序' }).click();
  await page.locator('.ant-select-item-option', { hasText: '按户数排名' }).click();
  await page.waitForURL(/sort=household/);
  await cards.first().getByRole('link', { name: '浦江镇', exact: true }).waitFor();
  await page.getByText('从低到高', { exact: true }).click();
  await page.waitForURL(/order=asc/);
  await expect.poll(() => cards.first().getByRole('link', { name: '浦江镇', exact: true }).count()).toBe(0);
  await page.close();
});
