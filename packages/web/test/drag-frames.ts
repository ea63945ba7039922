import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deleteEmbeddedData } from '../../api/src/db/embedded-server.ts';
import { openContext, openPage, signIn, startBrowser } from './browser.ts';
import { startProcess } from './process.ts';

/** How long the browser takes from one frame to the next while a unit is dragged over a town of 1,000 nodes. */
const town = '/towns/310116112';
const villages = 20;
const blocksEach = 25;
/** What the editor must stay under, in milliseconds. */
const most = 50;

/** Runs in the page, as text: the script's own compiler would put names into a function that the page does not have. */
const recordFrames = `(() => {
  const frames = [];
  let last = performance.now();
  const tick = (now) => {
    frames.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  return frames;
})()`;

const header = '类型,上级,名称,编码,状态,分区,角色,姓名,共建单位,同名序号,开始日期';
const rows = Array.from({ length: villages }, (_, village) => [
  `村,,拖动村${village},,,,,,,,2005-01-01`,
  ...Array.from({ length: blocksEach }, (_, block) => [
    `块区,拖动村${village},块${village}-${block},,,,,,,,2005-01-01`,
    `组团,拖动村${village}/块${village}-${block},团${village}-${block},,,,,,,,2005-01-01`,
  ]).flat(),
]).flat();

const dataDir = await mkdtemp(join(tmpdir(), 'lianxin-frames-'));
const [platform, browser] = await Promise.all([startProcess({ DATA_DIR: dataDir }), startBrowser()]);
try {
  const page = await openPage(await openContext(browser), 1360, []);
  await page.goto(`${platform.url}${town}/import`);
  await signIn(page, 'admin-310116112', 'lianxin-demo-2026');
  const buffer = Buffer.from([header, ...rows].join('\r\n'));
  await page.locator('input[type=file]').setInputFiles({ name: '千节点.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: '检查文件' }).click();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByText('已导入').waitFor();
  await page.goto(`${platform.url}${town}/drafts`);
  await page.getByRole('button', { name: '新建草案' }).click();
  await page.getByRole('dialog').getByLabel('事由').fill('拖动');
  const asked = performance.now();
  await page.getByRole('button', { name: '开始起草' }).click();
  await page.locator('.draft-tree .node[data-kind=VILLAGE]').first().waitFor();
  const opened = performance.now() - asked;
  await page.getByRole('button', { name: '展开全部' }).click();
  const block = page.locator('.draft-tree .node[draggable=true]').nth(3);
  await block.waitFor();
  const tree = await page.locator('.draft-tree').boundingBox();
  const start = await block.boundingBox();
  if (!tree || !start) throw new Error('The tree is not in view');
  await page.mouse.move(start.x + 20, start.y + 10);
  await page.mouse.down();
  const handle = await page.evaluateHandle<number[]>(recordFrames);
  for (let turn = 0; turn < 6; turn++) {
    for (let y = tree.y + 10; y < tree.y + tree.height - 4; y += 12) {
      await page.mouse.move(start.x + 20 + turn, y);
      await page.evaluate('new Promise((next) => requestAnimationFrame(next))');
    }
  }
  const frames = await handle.jsonValue();
  await page.mouse.up();
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  const slow = frames.filter((frame) => frame >= most).length;
  console.log(`${rows.length} nodes of the file; the editor opened in ${opened.toFixed(0)} ms`);
  console.log(`${frames.length} frames while dragging: median ${at(0.5)} ms, 99 % ${at(0.99)} ms, slowest ${at(1)} ms`);
  console.log(`${slow} of them ${most} ms or longer`);
} finally {
  await browser.close();
  await platform.stop();
  await deleteEmbeddedData(dataDir);
}
