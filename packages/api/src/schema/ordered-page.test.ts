import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { call } from '../calls/call.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';
import { raise } from '../requests/request.fixture.ts';

const platform = testPlatform();

it('lists by a day or a moment are read page by page, both ways, also where several are of the same', async () => {
  const { town, households } = await settledTown(platform, 1);
  for (const on of ['2026-01-05', '2026-01-06', '2026-01-06', '2026-01-07']) {
    await raise(town, { household: households[0], on });
    await call(town, { calledAt: `${on}T10:00:00+08:00` });
  }
  for (const list of ['requests', 'calls']) {
    const page = async (args: string): Promise<Data> =>
      (
        await town.admin.ask(
          `query($code: RegisterCode!) { town(code: $code) { ${list}(${args}) { totalCount nodes { number }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`,
          { code: town.code },
        )
      ).town[list];
    const numbers = ({ nodes }: Data) => nodes.map((each: Data) => each.number);
    const whole = await page('first: 10');
    expect(whole).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false, hasPreviousPage: false } });
    const [begin, end] = [await page('first: 2'), await page('last: 2')];
    expect([...numbers(begin), ...numbers(end)]).toEqual(numbers(whole));
    expect(begin.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(numbers(await page(`first: 2, after: "${begin.pageInfo.endCursor}"`))).toEqual(numbers(end));
    expect(numbers(await page(`last: 2, before: "${end.pageInfo.startCursor}"`))).toEqual(numbers(begin));
  }
});

it('a cursor that is of no such list is refused on its argument', async () => {
  const town = await platform.newTown();
  const wrong: [string, unknown][] = [
    ['requests', ['2026-13-45', randomUUID()]],
    ['requests', ['2026-01-05', 'x']],
    ['requests', ['2026-01-05']],
    ['requests', { day: '2026-01-05' }],
    ['calls', ['10 o’clock', randomUUID()]],
    ['calls', [7, randomUUID()]],
    ['calls', null],
  ];
  for (const [list, key] of wrong) {
    const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
    for (const argument of ['after', 'before']) {
      const query = `query($code: RegisterCode!, $cursor: String!) { town(code: $code) { ${list}(${argument}: $cursor) { totalCount } } }`;
      const { errors } = await town.admin.send(query, { code: town.code, cursor });
      expect({ list, key, error: errors[0]?.extensions }).toEqual({
        ...{ list, key, error: { code: 'BAD_INPUT', field: argument } },
      });
    }
  }
});
