import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { contented, explained, subject, take } from '../requests/request.fixture.ts';
import { call } from './call.fixture.ts';

const platform = testPlatform();

it('a call counts its requests along with whatever becomes of them, also of several at once', async () => {
  const { town, households } = await settledTown(platform, 1);
  const person = await town.person();
  const asked = { subject: await subject(town), description: '修灯', ...explained(person) };
  const input = { caller: { household: households[0] }, answer: null, requests: Array(8).fill(asked) };
  const { id, requests } = await call(town, input, 'id requests { id }');
  const said = ['SATISFIED', 'FAIRLY', 'DISSATISFIED', 'SATISFIED', 'DISSATISFIED', 'SATISFIED'];
  await Promise.all(
    said.map((satisfaction, index) =>
      take(town.admin, 'followUpRequest', requests[index].id, { ...contented, satisfaction }),
    ),
  );
  await take(town.admin, 'withdrawRequest', requests[2].id, { reason: '重复' });
  const kept = () =>
    platform.database.sql(
      'select requests, requests_handled as handled, requests_followed as followed, requests_content as content from call where town_id = $1',
      [town.code],
    );
  const counted = () =>
    platform.database.sql(
      `select count(*)::int as requests, count(*) filter (where state in ('HANDLED', 'CLOSED'))::int as handled,
         count(satisfaction)::int as followed, count(*) filter (where satisfaction in ('SATISFIED', 'FAIRLY'))::int as content
       from call_request made join request on request.town_id = made.town_id and request.id = made.request_id
       where made.town_id = $1 and state <> 'WITHDRAWN'`,
      [town.code],
    );
  expect(await kept()).toEqual([{ requests: 7, handled: 6, followed: 5, content: 4 }]);
  expect(await counted()).toEqual(await kept());
  const further = { call: id, answeredBy: person, requests: [asked] };
  const more = await town.admin.do('answerCall', further, 'call { requests { id state } }');
  expect(more.call.requests.filter(({ state }: Data) => state === 'HANDLED')).toHaveLength(3);
  expect(await counted()).toEqual(await kept());
});
