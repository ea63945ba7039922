import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { finish, readFor, submit } from './forms.ts';
import { excess, panel } from './page.ts';

const { platform, openPage } = browserTest();
const town = '/towns/310112114';

test('an administrator plans a health check with places a day, opens it, and enrols those for whom it is who are missing', async () => {
  const page = await openPage(1360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/programmes`);
  await page.getByRole('button', { name: '新建服务项目' }).click();
  const dialog = page.getByRole('dialog');
  await submit(page, '新建服务项目');
  await dialog.getByText('请填写项目名称').waitFor();
  await dialog.getByLabel('项目名称').fill('八旬老人体检');
  await dialog.getByLabel('项目内容').fill('十项检查');
  await dialog.getByLabel('每人参加其中一场').check();
  await dialog.getByLabel('第一天').fill('2027-03-01');
  await dialog.getByLabel('最后一天').fill('2027-02-01');
  await dialog.getByLabel('年龄下限').fill('80');
  await submit(page, '新建服务项目');
  await dialog.getByText('最后一天不能早于第一天').waitFor();
  await dialog.getByLabel('最后一天').fill('2027-03-31');
  await dialog.getByLabel('年龄上限').fill('120');
  await finish(page, '新建服务项目');
  await page.locator('h1', { hasText: '八旬老人体检' }).waitFor();

  await page.getByRole('button', { name: '排期' }).click();
  await dialog.getByLabel('第一场日期').fill('2027-03-01');
  await dialog.getByLabel('最后一场日期').fill('2027-03-08');
  await dialog.getByLabel('时间').fill('8:00—10:30');
  await dialog.getByLabel('每场名额').fill('1');
  await finish(page, '排期');
  await panel(page, '场次 2').getByText('已报名 0 / 1').first().waitFor();
  await page.getByRole('button', { name: '开放报名' }).click();
  await finish(page, '开放报名');

  const missing = panel(page, /^符合条件但未报名 \d+$/);
  await missing.locator('.record-line').first().waitFor();
  const before = Number((await missing.getByRole('heading').textContent())?.split(' ')[1]);
  for (const each of [0, 1]) await missing.getByRole('checkbox').nth(each).check();
  await missing.getByRole('button', { name: '为 2 人（户）报名' }).click();
  await dialog.getByLabel('场次').click();
  await page.getByTitle(/^2027-03-01 8:00—10:30 · 余 1$/).click();
  await finish(page, '报名');
  await page.getByText('已报名 1，候补 1').waitFor();
  await panel(page, `符合条件但未报名 ${before - 2}`).waitFor();
  const enrolled = panel(page, '报名情况 2');
  await enrolled.getByText('候补', { exact: true }).waitFor();
  await enrolled.getByRole('button', { name: '退出' }).first().click();
  await dialog.getByLabel('原因').fill('住院');
  await finish(page, '退出');
  await page.getByText('候补递补 1').waitFor();
  await enrolled.getByText('已退出').waitFor();
  await readFor(page, '服务项目');
  await enrolled.getByText('住院').waitFor();
});

test('on a telephone a lead sees the programmes and enrols a household of their own block', async () => {
  const page = await openPage(360, 'lead-310112114');
  await page.goto(`${platform.url}${town}/programmes`);
  await page.getByRole('link', { name: /邻里包粽子/ }).click();
  await page.locator('h1', { hasText: '邻里包粽子' }).waitFor();
  expect(await page.getByRole('button', { name: '截止报名' }).count()).toBe(0);
  await panel(page, /^场次 1$/).waitFor();
  const count = async () => Number((await enrolled.getByRole('heading').textContent())?.split(' ')[1]);
  const enrolled = panel(page, /^报名情况 \d+$/);
  await enrolled.locator('.record-line').first().waitFor();
  const before = await count();
  const missing = panel(page, /^符合条件但未报名 \d+$/);
  await missing.getByRole('checkbox').first().check();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await missing.getByRole('button', { name: '为 1 人（户）报名' }).click();
  await finish(page, '报名');
  await panel(page, `报名情况 ${before + 1}`).waitFor();
});

test('on a telephone whoever delivers vegetables has a list of today’s stops, which gets shorter with each, and puts right what was put down wrongly', async () => {
  const page = await openPage(360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/programmes`);
  await panel(page, /^今天的场次 \d+$/)
    .getByRole('link', { name: /送菜进社区/ })
    .click();
  const stops = panel(page, / 签到 \d+$/);
  const left = async () => Number((await stops.getByRole('heading').textContent())?.split(' ')[2]);
  await stops.locator('.record-line').first().waitFor();
  const before = await left();
  expect(before).toBeGreaterThan(2);
  await stops.getByRole('checkbox').nth(0).check();
  await stops.getByRole('checkbox').nth(1).check();
  await stops.getByLabel('发放内容（可不填）').fill('蔬菜 5 公斤');
  await stops.getByRole('button', { name: '到场' }).click();
  await expect.poll(left, { timeout: 30_000 }).toBe(before - 2);
  const today = panel(page, /^场次 4$/)
    .locator('.record-line')
    .nth(1);
  await today.getByText('到场 2').waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);

  await stops.getByText('到场', { exact: true }).first().click();
  await stops.getByText('蔬菜 5 公斤').first().waitFor();
  await stops.getByRole('checkbox').nth(0).check();
  await stops.getByRole('button', { name: '未到' }).click();
  await expect.poll(left, { timeout: 30_000 }).toBe(1);
  await today.getByText('未到 1').waitFor();
});

test('an administrator records who passed a training, issues certificates, prints them on A4, and revokes one', async () => {
  const page = await openPage(1360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/programmes`);
  await page.getByRole('link', { name: /食品从业人员培训/ }).click();
  await page.getByRole('button', { name: '登记支出' }).click();
  const dialog = page.getByRole('dialog');
  await submit(page, '登记支出');
  await dialog.getByText('请填写用途').waitFor();
  await dialog.getByLabel('金额').fill('1280.5');
  await dialog.getByLabel('用途').fill('讲课费');
  await finish(page, '登记支出');
  await panel(page, '经费').getByText('1,280.50 元', { exact: true }).waitFor();
  await page.getByText('选择查看用途后显示成绩和证书。').waitFor();
  await readFor(page, '服务项目');
  const results = panel(page, /^成绩 \d+$/);
  await results.locator('.record-line').nth(3).waitFor();
  for (const each of [0, 1]) await results.getByRole('checkbox').nth(each).check();
  await results.getByLabel('分数或名次（可不填）').fill('92 分');
  await results.getByRole('button', { name: '合格', exact: true }).click();
  await panel(page, '成绩 2').locator('.record-line').nth(1).waitFor();
  await expect.poll(() => results.getByLabel('分数或名次（可不填）').inputValue()).toBe('');
  await results.getByRole('checkbox').nth(0).check();
  await results.getByLabel('分数或名次（可不填）').fill('51 分');
  await results.getByRole('button', { name: '不合格', exact: true }).click();
  await page.getByText('合格 2，不合格 1').waitFor();

  await page.getByRole('button', { name: '发证' }).click();
  await page.getByRole('dialog').getByLabel('有效期至（不填则长期有效）').fill('2099-12-31');
  await page.keyboard.press('Tab');
  await finish(page, '发证');
  await page.getByText('已发证 2', { exact: true }).waitFor();
  await results.getByText('已登记', { exact: true }).click();
  await results.getByText(/^Z\d{4}-000001/).waitFor();
  await results.getByText('51 分').waitFor();

  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('button', { name: '打印证书 2' }).click();
  await page.locator('body[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.locator('.certificates article').nth(1).waitFor();
  expect(await page.locator('#root').isVisible()).toBe(false);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.locator('.certificates').waitFor({ state: 'detached' });

  // What is refused is told, and who was picked stays picked.
  await results.getByRole('checkbox').nth(0).check();
  await results.getByRole('button', { name: '不合格', exact: true }).click();
  await page.getByText('已有未撤销的证书', { exact: false }).waitFor();
  expect(await results.getByRole('checkbox').nth(0).isChecked()).toBe(true);

  await results.getByRole('button', { name: '撤销证书' }).first().click();
  await page.getByRole('dialog').getByLabel('原因').fill('替考');
  await finish(page, '撤销证书');
  await page.getByText('已发证 1', { exact: true }).waitFor();
});

test('an administrator holds an event again with a partner organisation, which gives rice for it, and sees the years side by side', async () => {
  const page = await openPage(1360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/programmes`);
  await page.getByRole('link', { name: /邻里包粽子/ }).click();
  await page.getByRole('button', { name: '再办' }).click();
  const dialog = page.getByRole('dialog');
  const day = await dialog.getByLabel('第一天').inputValue();
  await dialog.getByLabel('项目名称').fill('来年包粽子');
  await finish(page, '再办');
  await page.locator('h1', { hasText: '来年包粽子' }).waitFor();
  await panel(page, '场次 1').getByText(day).waitFor();
  await panel(page, '历年')
    .getByRole('link', { name: /邻里包粽子/ })
    .waitFor();
  await panel(page, '历年').getByText('筹备中').waitFor();

  await page.getByRole('button', { name: '修改' }).click();
  await dialog.getByLabel('共建单位（可不选）').fill('好又多超市');
  await page.getByTitle(/好又多超市/).click();
  await page.keyboard.press('Escape');
  await finish(page, '修改');
  await panel(page, '基本信息').getByText('好又多超市').waitFor();
  await page.getByRole('button', { name: '登记捐赠' }).click();
  await submit(page, '登记捐赠');
  await dialog.getByText('请填写金额').waitFor();
  await dialog.getByText('捐物').click();
  await dialog.getByLabel('物品和数量').fill('大米 50 袋');
  await dialog.getByLabel('折价（可不填）').fill('2500');
  await dialog.getByLabel('捐赠单位（可不填，个人不具名）').fill('好又多');
  await page.getByTitle('好又多超市', { exact: true }).click();
  await finish(page, '登记捐赠');
  const gifts = panel(page, '捐赠');
  await gifts.getByText('大米 50 袋').waitFor();
  await gifts.getByText('2,500.00 元', { exact: true }).waitFor();
  await gifts.getByText(/好又多超市/).waitFor();
  await gifts.getByRole('button', { name: '撤回' }).click();
  await dialog.getByLabel('原因').fill('记重');
  await finish(page, '撤回');
  await gifts.getByText(/已撤回：记重/).waitFor();

  await page.getByRole('button', { name: '开放报名' }).click();
  await finish(page, '开放报名');
  const missing = panel(page, /^符合条件但未报名 \d+$/);
  await missing.getByText('以前参加过').click();
  await panel(page, /^符合条件但未报名 [45]$/).waitFor();
});

test('on a telephone an officer enters a team of their own committee in a contest', async () => {
  const page = await openPage(360, 'officer-310112114');
  await page.goto(`${platform.url}${town}/programmes`);
  await page.getByRole('link', { name: /消防技能竞赛/ }).click();
  await page.getByRole('button', { name: '团队报名' }).click();
  const dialog = page.getByRole('dialog');
  await submit(page, '团队报名');
  await dialog.getByText('请填写队名').waitFor();
  expect(await page.getByRole('button', { name: '安排赛程' }).count()).toBe(0);
  expect(await excess(page)).toBeLessThanOrEqual(0);
});

test('an administrator enters teams of the units that are missing, and takes a fire drill between teams from its heat to the final', async () => {
  const page = await openPage(1360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/programmes`);
  await page.getByRole('link', { name: /消防技能竞赛/ }).click();
  const teams = panel(page, /^参赛队 \d+$/);
  await teams.getByText(/^尚未报名的单位 2 个/).waitFor();
  await teams.getByRole('button', { name: '为 2 个单位各报一队' }).click();
  await panel(page, '参赛队 7').waitFor();
  expect(await teams.getByText(/^尚未报名/).count()).toBe(0);

  const heat = panel(page, '预赛成绩');
  await heat.getByText('第 1 名 · 55.8').waitFor();
  const dialog = page.getByRole('dialog');
  await heat.getByRole('button', { name: '登记比分' }).click();
  await dialog.getByRole('spinbutton').last().fill('50.25');
  await finish(page, '登记比分');
  await heat.getByText('第 1 名 · 50.25').waitFor();
  await heat.getByRole('button', { name: '定晋级' }).click();
  await finish(page, '定晋级');
  await heat.getByText('晋级', { exact: true }).nth(2).waitFor();
  expect(await teams.getByRole('button', { name: '团队报名' }).count()).toBe(0);
  await heat.getByRole('button', { name: '撤回' }).click();
  await finish(page, '撤回');
  await teams.getByRole('button', { name: '团队报名' }).waitFor();
  await heat.getByRole('button', { name: '定晋级' }).click();
  await finish(page, '定晋级');
  await panel(page, '决赛成绩').locator('.record-line').nth(2).waitFor();

  await panel(page, '赛程 2').getByRole('button', { name: '安排赛程' }).click();
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date());
  await dialog.getByLabel('日期').last().fill(today);
  await page.keyboard.press('Tab');
  await finish(page, '安排赛程');
  const final = panel(page, '决赛成绩');
  await final.getByRole('button', { name: '登记比分' }).click();
  for (const [index, score] of ['40', '42', '41.5'].entries()) {
    await dialog.getByRole('spinbutton').nth(index).fill(score);
  }
  await finish(page, '登记比分');
  await final.getByRole('button', { name: '定名次' }).click();
  await finish(page, '定名次');
  await final.getByText('第 3 名 · 42').waitFor();
  await panel(page, '赛程 2').getByText('已定').nth(1).waitFor();
});

test('a district office offers a training, a town takes part with a programme of its own, and the district sees which towns do', async () => {
  const district = await openPage(1360, 'district-310112');
  await district.goto(`${platform.url}/districts/310112/programmes`);
  await district.getByRole('button', { name: '发布区级项目' }).click();
  const dialog = district.getByRole('dialog');
  await submit(district, '发布区级项目');
  await dialog.getByText('请填写项目名称').waitFor();
  await dialog.getByLabel('项目名称').fill('书记和业主培训');
  await dialog.getByLabel('项目内容').fill('两新组织党建');
  await dialog.getByLabel('最后一天').fill('2099-12-31');
  await district.keyboard.press('Tab');
  await submit(district, '发布区级项目');
  await dialog.getByText('最后一天不能早于第一天').waitFor();
  await dialog.getByLabel('最后一天').fill('2027-12-31');
  await district.keyboard.press('Tab');
  await finish(district, '发布区级项目');
  const offer = panel(district, '书记和业主培训');
  await offer.getByText(/^\d+ 个街镇中 0 个参加/).waitFor();

  const page = await openPage(360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/programmes`);
  await panel(page, '区级项目 1').getByRole('button', { name: '参加' }).click();
  await finish(page, '参加');
  await page.locator('h1', { hasText: '书记和业主培训' }).waitFor();
  await panel(page, '基本信息').getByText('区级项目').waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);

  await district.reload();
  await offer.getByText(/^\d+ 个街镇中 1 个参加/).waitFor();
  await offer.getByRole('button', { name: '撤回区级项目' }).click();
  await dialog.getByLabel('原因').fill('经费调整');
  await finish(district, '撤回区级项目');
  await offer.getByText('已撤回：经费调整').waitFor();
});
