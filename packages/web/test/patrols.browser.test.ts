import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn } from './browser.ts';
import { browserTest } from './browser-test.ts';
import { choose, finish, submit } from './forms.ts';
import { excess, panel } from './page.ts';
import { cameraPhoto } from './photos.ts';
import { demoPassword } from './platform.ts';

const { platform, openPage } = browserTest();

/** Opens a town's patrols as somebody of it. */
async function patrolsOf(width: number, account: string): Promise<Page> {
  const page = await openPage(width);
  await page.goto(`${platform.url}/towns/310115120/patrols`);
  await signIn(page, `${account}-310115120`, demoPassword);
  await page.getByRole('heading', { name: /^巡逻记录 \d+$/ }).waitFor();
  return page;
}

/** Chooses in a field of the n-th finding of the form. */
async function became(page: Page, index: number, outcome: string): Promise<void> {
  await page.locator('.asked-request').nth(index).getByLabel('处理情况').click();
  await page.locator('.ant-select-item-option:visible', { hasText: outcome }).first().click();
}

test('on a telephone a team member walks a route, leaves a place out, and records what was found with a photograph and what became of it', async () => {
  const page = await patrolsOf(360, 'member');
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: '记录巡逻' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('路线', { exact: true }).fill('夜巡');
  await page.locator('.ant-select-item-option', { hasText: '永业夜巡线' }).click();
  await dialog.getByLabel('3. 地下车库').uncheck();
  await dialog.getByLabel('开始时间').fill('00:05');
  await dialog.getByLabel('开始时间').press('Tab');
  // Who took part, and that nothing was found or what, has to be said.
  await submit(page, '记录巡逻');
  await dialog.locator('.ant-form-item-explain-error', { hasText: '选择参加人' }).waitFor();
  await dialog.getByText('请添加问题或建议，或勾选未发现问题').waitFor();
  await choose(page, '参加人', '示例');
  await dialog.getByLabel('参加人').press('Escape');
  for (const _ of [0, 1]) await dialog.getByRole('button', { name: '添加问题或建议' }).click();
  const [first, second] = [page.locator('.asked-request').nth(0), page.locator('.asked-request').nth(1)];
  await first.getByLabel('内容').fill('楼道电线裸露');
  await first.getByLabel('具体位置').fill('3号楼');
  await first.getByLabel('照片').setInputFiles({
    ...{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await cameraPhoto(page, 1200, 900) },
  });
  await first.getByText('已选 1 张').waitFor();
  await became(page, 0, '转为诉求');
  await first.getByLabel('类别').last().fill('道路');
  await page.locator('.ant-select-item-option:visible', { hasText: '道路设施' }).click();
  await second.getByText('建议', { exact: true }).click();
  await second.getByLabel('内容').fill('宣传栏换新');
  await became(page, 1, '当场落实');
  await second.getByLabel('落实情况').fill('已更换');
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await finish(page, '记录巡逻');

  await page.locator('.record-line').first().getByText('未到：地下车库').waitFor();
  await page.locator('.record-line').first().getByRole('link').click();
  await page.locator('.page-meta', { hasText: '00:05 起' }).waitFor();
  await panel(page, '到过的巡逻点 3/4').waitFor();
  const found = panel(page, '第 1 条');
  await found.getByText('已转诉求').waitFor();
  const picture = found.locator('.photo img').first();
  await picture.waitFor();
  expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1200);
  await panel(page, '第 2 条').getByText('已落实', { exact: true }).waitFor();
  await found.getByRole('button', { name: '跟进' }).click();
  await page.getByRole('dialog').getByLabel('跟进情况').fill('物业已到场查看');
  await finish(page, '跟进');
  await found.locator('.step-taken', { hasText: '物业已到场查看' }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  // The request says which patrol it is from.
  await found.getByRole('link', { name: /道路设施/ }).click();
  await page.getByText('来自巡逻').waitFor();
  await page.locator('.photo img').first().waitFor();
  await page.close();
});

test('an officer finds what is still open, notes that it was acted on, and opens the figures of 2011 down to each patrol', async () => {
  const page = await patrolsOf(1360, 'officer');
  await page.getByText('问题与建议', { exact: true }).click();
  await page.getByLabel('处理情况').click();
  await page.locator('.ant-select-item-option', { hasText: '待处理' }).click();
  await page.getByRole('link', { name: '健身点增设休息座椅' }).click();
  const suggestion = panel(page, '第 2 条');
  await suggestion.getByRole('button', { name: '更正' }).click();
  await page.getByRole('dialog').getByLabel('内容').fill('健身点增设两把休息座椅');
  await finish(page, '更正');
  await suggestion.getByText('健身点增设两把休息座椅').first().waitFor();
  await suggestion.getByRole('button', { name: '落实' }).click();
  await page.getByRole('dialog').getByLabel('落实情况').fill('座椅已装好');
  await finish(page, '落实');
  await suggestion.getByText('已落实', { exact: true }).waitFor();
  const steps = await suggestion.locator('.step-taken strong').allTextContents();
  expect(steps).toEqual(['落实', '更正', '登记']);
  expect(await suggestion.getByText('健身点增设休息座椅').count()).toBe(1);

  await page.goto(`${platform.url}/towns/310115120/patrols?view=rates&from=2011-01-01&to=2011-12-31`);
  const row = page.getByRole('row', { name: /235（落实 235，100.0 %）/ });
  await row.getByRole('link', { name: '48', exact: true }).click();
  await page.getByRole('heading', { name: '巡逻记录 48' }).waitFor();
  await page.locator('.ant-tag', { hasText: '参加人：' }).waitFor();
  await page.goBack();
  await page.getByText('按月', { exact: true }).click();
  await page
    .getByRole('row', { name: /2011-06/ })
    .getByRole('link', { name: /落实/ })
    .click();
  await page.getByRole('heading', { name: /^问题与建议 \d+$/ }).waitFor();
  expect(await page.locator('.record-line .code').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringMatching(/^2011-06-/)]),
  );

  const figures = `${platform.url}/towns/310115120/figures?figure=patrol-suggestion-acted-on`;
  await page.goto(`${figures}&from=2011-01-01&to=2011-12-31`);
  await page.getByRole('heading', { name: '建议 235' }).waitFor();
  await page.getByText('未落实', { exact: true }).click();
  await page.getByRole('heading', { name: '建议 0' }).waitFor();
  await page.close();
});

test('a lead opens a route, changes and closes it, records that nothing was found at a place, corrects and withdraws that', async () => {
  const page = await patrolsOf(1360, 'lead');
  await page.getByText('巡逻路线', { exact: true }).click();
  await page.getByRole('button', { name: '新增路线' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('路线名称').fill('早巡线');
  await dialog.getByLabel('巡逻点').fill('南门\n\n 学校门口 ');
  await finish(page, '新增路线');
  const line = page.locator('.record-line', { hasText: '早巡线' });
  await line.getByText('南门 → 学校门口').waitFor();
  await line.getByRole('button', { name: '调整路线' }).click();
  await dialog.getByLabel('巡逻点').fill('南门\n学校门口\n菜场');
  await finish(page, '调整路线');
  await line.getByText('南门 → 学校门口 → 菜场').waitFor();
  await line.getByRole('button', { name: '停用路线' }).click();
  await finish(page, '停用路线');
  await line.waitFor({ state: 'detached' });
  await page.getByText('已停用', { exact: true }).first().click();
  await line.waitFor();

  await page.getByRole('button', { name: '记录巡逻' }).click();
  await dialog.getByText('单个地点', { exact: true }).click();
  await dialog.getByLabel('地点', { exact: true }).fill('学校门口');
  await choose(page, '参加人', '示例');
  await dialog.getByLabel('参加人').press('Escape');
  await dialog.getByLabel('未发现问题').check();
  await finish(page, '记录巡逻');
  await page.getByText('巡逻记录', { exact: true }).click();
  const recorded = page.locator('.record-line', { hasText: '学校门口' });
  await recorded.getByText('未发现问题').waitFor();
  await recorded.getByRole('link').click();
  await page.getByRole('button', { name: '修改' }).click();
  await dialog.getByLabel('巡逻情况').fill('放学时段秩序良好');
  await dialog.getByLabel('修改原因').fill('补记');
  await finish(page, '修改');
  await panel(page, '巡逻情况').getByText('放学时段秩序良好').waitFor();
  await panel(page, '历次内容').getByText('补记').waitFor();
  await page.getByRole('button', { name: '撤回' }).click();
  await dialog.getByLabel('撤回原因').fill('重复登记');
  await finish(page, '撤回');
  await page.getByText('撤回：重复登记').waitFor();
  expect(await page.getByRole('button', { name: '修改' }).count()).toBe(0);
  await page.close();
});

test('patrols are no page of a district office', async () => {
  const page = await openPage(1360, 'district-310115');
  await page.goto(`${platform.url}/towns/310115120/patrols`);
  await page.getByText('您没有此页的权限').waitFor();
  await page.close();
});

test('a town of more than a hundred routes shows them page by page, and each can be chosen', async () => {
  const page = await openPage(1360);
  await page.goto(`${platform.url}/towns/310115120/patrols?view=routes`);
  const asked = page.waitForRequest(async (request) => (await request.headerValue('authorization')) !== null);
  await signIn(page, 'admin-310115120', demoPassword);
  await page.getByRole('heading', { name: /^巡逻路线 \d+$/ }).waitFor();
  const authorization = (await (await asked).headerValue('authorization')) ?? '';
  const ask = async (query: string) => {
    const answer = await page.request.post(`${platform.url}/graphql`, { headers: { authorization }, data: { query } });
    const { data, errors } = await answer.json();
    expect(errors).toBeUndefined();
    return data;
  };
  const around = 'patrolRoutes(first: 1) { totalCount } units(kind: BLOCK, first: 1) { nodes { id } }';
  const { patrolRoutes, units } = (await ask(`{ town(code: "310115120") { ${around} } }`)).town;
  const total = patrolRoutes.totalCount + 105;
  const names = Array.from({ length: 105 }, (_, index) => `巷道${String(index + 1).padStart(3, '0')}`);
  while (names.length > 0) {
    const opening = names.splice(0, 35).map((name, index) => {
      const input = `{ unit: "${units.nodes[0].id}", name: "${name}", stops: ["南门"] }`;
      return `r${index}: openPatrolRoute(input: ${input}) { route { id } }`;
    });
    await ask(`mutation { ${opening.join(' ')} }`);
  }
  await page.reload();
  await page.getByRole('heading', { name: `巡逻路线 ${total}`, exact: true }).waitFor();
  const lines = page.locator('.record-line');
  expect(await lines.count()).toBe(20);
  await page.getByRole('button', { name: '加载更多' }).click();
  await lines.nth(39).waitFor();
  await page.getByText(`已显示 40 / ${total}`).waitFor();

  await page.getByText('巡逻记录', { exact: true }).click();
  await page.getByRole('button', { name: '记录巡逻' }).click();
  for (const name of ['巷道001', '巷道105', '永业夜巡线']) {
    await page.getByRole('dialog').getByLabel('路线', { exact: true }).fill(name);
    await page.locator('.ant-select-item-option:visible', { hasText: name }).click();
  }
  await page.getByRole('dialog').getByLabel('3. 地下车库').waitFor();
  await page.close();
});
