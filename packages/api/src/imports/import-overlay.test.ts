import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { csv, importFile, line, preview } from './import.fixture.ts';

const platform = testPlatform();

it('blocks of a file belong to an overlay that is there on every day of their life', async () => {
  const town = await platform.newTown();
  const open = async (name: string, from: string): Promise<string> =>
    (await town.admin.do('openOverlay', { town: town.code, name, from }, 'overlay { id }')).overlay.id;
  await open('籍贯', '2024-06-01');
  await town.admin.do(
    'closeOverlay',
    { overlay: await open('楼组', '2023-01-01'), on: '2024-06-01' },
    'overlay { id }',
  );
  await town.openUnit({ from: '2023-01-01', parent: undefined, kind: 'VILLAGE', name: '东村' });
  const block = (name: string, overlay: string, from: string) =>
    line('块区', '东村', { 名称: name, 分区: overlay, 开始日期: from });
  const rows = [
    block('甲', '籍贯', '2024-03-01'),
    block('乙', '楼组', '2024-03-01'),
    block('丙', '无此', '2024-03-01'),
  ];
  const { errors } = await preview(town, csv(rows));
  const found = errors.map(({ row, column, code }: Record<string, unknown>) => ({ row, column, code }));
  expect(found).toEqual([
    { row: 2, column: '分区', code: 'overlayNotBegun' },
    { row: 3, column: '分区', code: 'overlayClosed' },
    { row: 4, column: '分区', code: 'notFound' },
  ]);
  expect((await importFile(town, csv([block('甲', '籍贯', '2024-06-01')]))).opens).toBe(1);
});
