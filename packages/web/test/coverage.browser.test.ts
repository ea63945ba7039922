import { expect, test } from 'vitest';
import { signIn } from './browser.ts';
import { browserTest } from './browser-test.ts';
import { excess } from './page.ts';
import { demoPassword } from './platform.ts';

const { platform, openPage } = browserTest();
const town = '/towns/310112114';

test('the Social Party Committee sees what the rates miss, tries remedies out together, and takes them', async () => {
  const page = await openPage(1360);
  await page.goto(`${platform.url}${town}/coverage?class=COOPERATIVE`);
  await signIn(page, 'party-310112114', demoPassword);
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
  await page.context().close();
});

test('on a telephone a district office sees the rates of a town with their gaps, and takes no remedies', async () => {
  const page = await openPage(360);
  await page.goto(`${platform.url}${town}/coverage`);
  await signIn(page, 'district-310112', demoPassword);
  await page.getByRole('button', { name: /^工作覆盖率/ }).click();
  await page.getByRole('heading', { name: /^工作覆盖率缺口 \d+$/ }).waitFor();
  await page.getByText('选派党建联络员').first().waitFor();
  expect(await page.getByRole('button', { name: /选派党建联络员/ }).count()).toBe(0);
  expect(await excess(page)).toBe(0);
  await page.context().close();
});
