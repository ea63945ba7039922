import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { excess, holdAnswers, looksLikeLink } from './page.ts';

const { platform, openPage } = browserTest();
const town = '/towns/310112114';

test('the Social Party Committee sees what the rates miss, tries remedies out together, and takes them', async () => {
  const page = await openPage(1360, 'party-310112114');
  await page.goto(`${platform.url}${town}/coverage?class=COOPERATIVE`);
  const tile = page.getByRole('button', { name: /^组建率/ });
  await tile.waitFor();
  const [, numerator = '', denominator = ''] = /(\d+) \/ (\d+)/.exec((await tile.textContent()) ?? '') ?? [];
  const missing = Number(denominator) - Number(numerator);
  expect(missing).toBeGreaterThan(0);
  await page.getByRole('heading', { name: `组建率缺口 ${missing}` }).waitFor();

  const found = page.getByRole('button', { name: /：单独组建党支部$/ }).first();
  await found.click();
  await page.getByRole('heading', { name: '拟采取的措施（1 项）' }).waitFor();
  await page.getByRole('button', { name: '试算' }).click();
  // Only tried out: the rate itself stays.
  await page.locator('.gains').first().waitFor();
  expect(await tile.textContent()).toContain(`${numerator} / ${denominator}`);
  await page.getByRole('button', { name: /起执行$/ }).click();
  await page.getByText('已执行 1 项措施').waitFor();
  await page.getByRole('heading', { name: `组建率缺口 ${missing - 1}` }).waitFor();
  expect(await tile.textContent()).toContain(`${Number(numerator) + 1} / ${denominator}`);
});

test('a rate opens down to the organisations that make it up, wherever its number stands', async () => {
  const page = await openPage(1360, 'party-310112114');
  await page.goto(`${platform.url}${town}/figures?figure=establishment-cooperative`);
  const part = page
    .locator('.figure-parts tbody')
    .getByRole('link', { name: /^打开组织名单：\d+ \/ \d+$/ })
    .first();
  const counts = (await part.textContent()) ?? '';
  expect(await looksLikeLink(part)).toBe(true);
  await part.press('Enter');
  await page.waitForURL(/\/coverage\?.*rate=ESTABLISHMENT&class=COOPERATIVE&unit=/);
  await page
    .getByRole('button', { name: /^组建率/ })
    .filter({ hasText: counts })
    .waitFor();

  await page.goto(`${platform.url}${town}/coverage?by=KIND`);
  const row = page.getByRole('row', { name: /^社会组织/ });
  const organizations = row.getByRole('link', { name: /^打开社会组织的组织名单/ });
  const number = (await organizations.textContent()) ?? '';
  expect(await looksLikeLink(organizations)).toBe(true);
  const rate = row.getByRole('link', { name: /^打开社会组织的工作覆盖率/ });
  expect(await looksLikeLink(rate)).toBe(true);
  const [, missing] =
    /(\d+) \/ (\d+)$/
      .exec((await row.locator('td').last().textContent()) ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  expect(`${missing}`).toBe(number);
  await rate.press('Enter');
  await page.waitForURL(/by=UNIT&kind=.+&rate=WORK_COVERAGE/);
  await page.getByText(`在册两新组织 ${number} 家`).waitFor();
  await page.goBack();
  await organizations.press('Enter');
  await page.waitForURL(/\/organizations\?kind=/);
  await page.getByRole('heading', { name: `两新组织 ${number}` }).waitFor();
});

test('the rates told apart stand under the heads that they are of while others are being read', async () => {
  const page = await openPage(1360, 'party-310112114');
  await page.goto(`${platform.url}${town}/coverage`);
  const first = page.locator('.sheet thead th').first();
  await page.getByRole('link', { name: '社会组织', exact: true }).waitFor();
  const come = await holdAnswers(page, 'Coverage');
  await page.getByText('管理方式', { exact: true }).click();
  await page.waitForURL(/by=MANAGEMENT/);
  await page.getByRole('link', { name: '社会组织', exact: true }).waitFor();
  expect(await first.textContent()).toBe('大类');
  come();
  await page.getByRole('link', { name: '属地管理', exact: true }).waitFor();
  expect(await first.textContent()).toBe('管理方式');
});

test('on a telephone a district office sees the rates of a town with their gaps, and takes no remedies', async () => {
  const page = await openPage(360, 'district-310112');
  await page.goto(`${platform.url}${town}/coverage`);
  await page.getByRole('button', { name: /^工作覆盖率/ }).click();
  await page.getByRole('heading', { name: /^工作覆盖率缺口 \d+$/ }).waitFor();
  await page.getByText('选派党建联络员').first().waitFor();
  expect(await page.getByRole('button', { name: /选派党建联络员/ }).count()).toBe(0);
  expect(await excess(page)).toBe(0);
  // Each group is a card: nothing of it lies outside the screen, to be scrolled to.
  const table = page.locator('.sheet').first();
  await table
    .getByRole('link', { name: /的工作覆盖率/ })
    .first()
    .waitFor();
  expect(await table.locator('.ant-table-content').evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  expect(
    await table
      .locator('td')
      .evaluateAll((cells) => Math.max(...cells.map((cell) => cell.getBoundingClientRect().right))),
  ).toBeLessThanOrEqual(360);
  expect(
    await table
      .locator('td')
      .nth(3)
      .evaluate((cell) => getComputedStyle(cell, '::before').content),
  ).toBe('"组织覆盖率"');
});
