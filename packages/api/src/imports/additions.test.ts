import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { csv, line, preview } from './import.fixture.ts';

const platform = testPlatform();

it('a preview names the units that would be opened, and which look like another by a new name', async () => {
  const town = await platform.newTown();
  const village = await town.openUnit({ kind: 'VILLAGE', name: '泉村', parent: undefined, from: '2024-01-01' });
  for (const name of ['东块', '西块']) await town.openUnit({ name, parent: village, from: '2024-01-01' });
  const row = (kind: string, parent: string, name: string) => line(kind, parent, { 名称: name });
  const only = async (...rows: string[][]) => (await preview(town, csv(rows))).additions;

  const renamed = (each: { perhapsRenamed: string | null }) => each.perhapsRenamed;
  // All blocks but one are described: the new one may be it.
  expect(await only(row('村', '', '泉村'), row('块区', '泉村', '东块'), row('块区', '泉村', '西一块'))).toEqual([
    { row: 4, kind: 'BLOCK', name: '西一块', parent: '泉村', perhapsRenamed: '西块' },
  ]);
  // Each left out is named once: two new rows of which one replaces it are not both it.
  const two = [row('块区', '泉村', '西一块'), row('块区', '泉村', '南块')];
  expect((await only(row('村', '', '泉村'), row('块区', '泉村', '东块'), ...two)).map(renamed)).toEqual(['西块', null]);
  // A file that only adds says nothing of what is there.
  expect(await only(row('块区', '泉村', '北块'), row('村', '', '溪村'), row('块区', '溪村', '1块'))).toEqual([
    { row: 2, kind: 'BLOCK', name: '北块', parent: '泉村', perhapsRenamed: null },
    { row: 3, kind: 'VILLAGE', name: '溪村', parent: expect.any(String), perhapsRenamed: null },
    { row: 4, kind: 'BLOCK', name: '1块', parent: '溪村', perhapsRenamed: null },
  ]);
  // What is all described has lost none.
  const whole = ['东块', '西块', '南块'].map((name) => row('块区', '泉村', name));
  expect(await only(row('村', '', '泉村'), ...whole)).toEqual([
    { row: 5, kind: 'BLOCK', name: '南块', parent: '泉村', perhapsRenamed: null },
  ]);
  expect(await only(row('块区', '没有的村', '东块'))).toEqual([]);
  const many = Array.from({ length: 250 }, (_, index) => row('村', '', `第${index}新村`));
  expect(await only(...many)).toHaveLength(200);
});
