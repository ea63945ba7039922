import { expect, test } from 'vitest';
import { seriousFindings } from './axe.ts';
import { browserTest } from './browser-test.ts';
import { chooseSome, finish, pick, readFor, submit } from './forms.ts';
import { excess, panel } from './page.ts';

const { platform, openPage } = browserTest();
const town = '/towns/310112114';

test('an administrator pairs a Party member with a household that ought to be paired, puts contacts down, and prints the contact card', async () => {
  const page = await openPage(1360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/pairings`);
  await panel(page, /^结对 \d+$/)
    .locator('.record-line')
    .first()
    .waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  await page.getByText('应结对未结对', { exact: true }).click();
  await page.getByText('请选择结对类型').last().waitFor();
  await page.getByLabel('结对类型').click();
  await page.locator('.ant-select-item-option:visible', { hasText: '贫病' }).click();
  await page.getByText('选择查看用途后显示').waitFor();
  await page.getByLabel('结对类型').click();
  await page.locator('.ant-select-item-option:visible', { hasText: '独居' }).click();
  const missing = panel(page, /^应结对未结对 \d+$/);
  await missing.locator('.record-line').first().waitFor();
  const before = Number((await missing.getByRole('heading').textContent())?.split(' ')[1]);
  await missing.getByRole('button', { name: '结对' }).first().click();
  const dialog = page.getByRole('dialog');
  await submit(page, '结对');
  await dialog.getByText('请填写约定服务').waitFor();
  await dialog.getByLabel('结对人').fill('陈志远');
  await page.locator('.ant-select-item-option:visible', { hasText: '陈志远' }).first().click();
  await dialog.getByLabel('约定服务').fill('每周上门一次，代买米油；换季时帮着晒被子。');
  await dialog.getByLabel('约定联系间隔（天）').fill('7');
  await dialog.getByLabel('联系卡上的电话').fill('5080 1234');
  await submit(page, '结对');
  await dialog.getByText('须本人同意公开党员身份').waitFor();
  await dialog.getByLabel('本人同意公开党员身份').check();
  await finish(page, '结对');
  await panel(page, before === 1 ? '应结对未结对 0' : `应结对未结对 ${before - 1}`).waitFor();

  await page.getByText('结对情况', { exact: true }).click();
  await page.getByRole('link', { name: /陈志远/ }).click();
  await page.locator('h1', { hasText: '陈志远 · 独居' }).waitFor();
  expect(await page.getByRole('button', { name: '打印联系卡' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: '登记联系' }).click();
  await submit(page, '登记联系');
  await dialog.getByText('请填写联系内容').waitFor();
  await dialog.getByLabel('联系内容').fill('看望，检查煤气');
  await finish(page, '登记联系');
  await panel(page, '联系记录 1').locator('.record-line').waitFor();
  await readFor(page, '走访');
  await panel(page, '联系记录 1').getByText('看望，检查煤气').waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('button', { name: '打印联系卡' }).click();
  await page.locator('body[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  const card = page.locator('.contact-card article');
  await card.waitFor();
  expect(await page.locator('#root').isVisible()).toBe(false);
  const text = await card.textContent();
  for (const said of ['结对联系卡', '陈志远', '党员', '02150801234', '每周上门一次', '浦江镇']) {
    expect(text).toContain(said);
  }
  // Whoever finds it learns nothing of what the pairing is for.
  expect(text).not.toMatch(/独居|贫病|残疾/);
  // An A6 page, 148 by 105 mm, in points.
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([420, 298]);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.locator('.contact-card').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '变更约定' }).click();
  await dialog.getByLabel('约定服务').fill('每周上门两次');
  await finish(page, '变更约定');
  await panel(page, '约定服务').getByText('每周上门两次').waitFor();
  await panel(page, '联系记录 1').getByRole('button', { name: '撤回' }).click();
  await dialog.getByLabel('原因').fill('记错了户');
  await finish(page, '撤回');
  await panel(page, '联系记录 1').getByText('撤回原因：记错了户').waitFor();
  await page.getByRole('button', { name: '结束结对' }).click();
  await pick(page, '结束原因', '其他');
  await submit(page, '结束结对');
  await dialog.getByText('请填写', { exact: false }).first().waitFor();
  await dialog.getByLabel('说明').fill('改由邻居照应');
  await finish(page, '结束结对');
  await page.getByText('改由邻居照应').waitFor();
  expect(await page.getByRole('button', { name: '变更约定' }).count()).toBe(0);
  await page.close();
});

test('on a telephone a lead sees their own pairings and what is due, and sums open into who is missing', async () => {
  const page = await openPage(360, 'lead-310112114');
  await page.goto(`${platform.url}${town}/pairings?mine=yes`);
  const own = panel(page, '结对 1');
  await own.locator('.record-line').first().waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await own.getByRole('link').first().click();
  await page.getByRole('button', { name: '登记联系' }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  expect(await page.getByRole('button', { name: '结束结对' }).count()).toBe(0);

  await page.goto(`${platform.url}${town}/pairings?view=due`);
  await panel(page, '应联系 1').getByText('应于', { exact: false }).waitFor();
  await page.goto(`${platform.url}${town}/pairings?view=sums`);
  const sums = panel(page, '结对汇总');
  await sums.getByText('合计').waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.close();
});

test('an administrator settles the kinds of pairing, and a household’s page shows who is paired with it', async () => {
  const page = await openPage(1360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/settings`);
  const kinds = panel(page, '结对类型');
  await kinds.getByText('突遭不幸').waitFor();
  await kinds.getByRole('button', { name: '添加类型' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('类型名称').fill('独居');
  await submit(page, '添加类型');
  await dialog.getByText('该名称已被使用').waitFor();
  await dialog.getByLabel('类型名称').fill('失独');
  await finish(page, '添加类型');
  const added = kinds.locator('li', { hasText: '失独' });
  await added.getByRole('button', { name: '变更类型' }).click();
  await chooseSome(page, '应结对的类别', ['困难家庭']);
  await finish(page, '变更类型');
  await added.getByText('困难家庭').waitFor();
  await added.getByRole('button', { name: '停用类型' }).click();
  await finish(page, '停用类型');
  await added.waitFor({ state: 'detached' });

  await page.goto(`${platform.url}${town}/pairings`);
  const line = page.locator('.record-line').first();
  const name = (await line.locator('strong').textContent()) ?? '';
  await line.getByRole('link').nth(1).click();
  await panel(page, /^结对 \d+$/)
    .getByText(name)
    .first()
    .waitFor();
  await page.close();
});

test('the rate of households that are paired opens into those that are not, for a purpose, and the number of pairings into them', async () => {
  const page = await openPage(1360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/figures?figure=household-paired`);
  const households = page.locator('.panel', { has: page.getByRole('heading', { name: /^住户/ }) });
  await households.getByText('选择查看用途后显示').waitFor();
  await readFor(page, '督查');
  await households.getByText('未结对', { exact: true }).click();
  await households.locator('.request-card').first().getByRole('link').waitFor();
  await households.getByText('已结对', { exact: true }).click();
  await households.locator('.request-card').first().getByRole('link').waitFor();
  await page.goto(`${platform.url}${town}/figures?figure=pairing`);
  await panel(page, /^结对 \d+$/)
    .locator('.record-line')
    .first()
    .waitFor();
  await page.close();
});
