import { categoriesOfTowns } from '../../api/src/categories/find-category.ts';
import { atDesk } from '../../api/src/db/door.ts';
import type { Orm } from '../../api/src/db/orm.ts';
import { personName, repeatable } from '../../api/src/demo/invented.ts';
import { dayOf } from '../../api/src/today.ts';
import { timelineOf } from '../../api/src/units/timeline.ts';
import type { BenchTown } from './platform.ts';

const header = ['户号', '块区', '地址', '姓名', '户主', '出生年份', '电话', '类别', '类别原因'];

/** The rows of a file of so many new households in a town's blocks, one row a member, with the headers. */
export function householdRows(orm: Orm, { townId }: BenchTown, count: number): Promise<string[][]> {
  const now = new Date();
  return atDesk(orm, { role: 'app_town', town: townId }, now, 'read', async (desk) => {
    const timeline = await desk.load(timelineOf, townId);
    const states = timeline.on(dayOf(now));
    const paths = [...states.values()].flatMap(({ kind, name, parent_id }) =>
      kind === 'BLOCK' && parent_id !== null ? [`${timeline.nameOn(parent_id, dayOf(now))}/${name}`] : [],
    );
    const categories = (await desk.load(categoriesOfTowns, townId)).map(({ name }) => name);
    const next = repeatable(townId + 100);
    const rows = Array.from({ length: count }, (_, index) => {
      const code = `入${String(index + 1).padStart(5, '0')}`;
      return Array.from({ length: 1 + next(4) }, (_, member) => {
        const isHead = member === 0;
        const isSpecial = isHead && next(5) === 0;
        return [
          ...[code, paths[index % paths.length] ?? '', `新建路${1 + index}号`, personName(next), isHead ? '是' : ''],
          ...[`${1935 + next(85)}`, isHead ? `1990000${String(next(10_000)).padStart(4, '0')}` : ''],
          ...(isSpecial ? [categories[next(categories.length)] ?? '', '导入时登记'] : ['', '']),
        ];
      });
    });
    return [header, ...rows.flat()];
  });
}
