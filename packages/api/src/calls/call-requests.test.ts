import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { contented, explained, raise, subject, take } from '../requests/request.fixture.ts';
import { call } from './call.fixture.ts';
import { hotline } from './hotline.fixture.ts';

const platform = testPlatform();

it('a call counts its requests along with whatever becomes of them, also of several at once', async () => {
  const { town, households } = await settledTown(platform, 1);
  const person = await town.person();
  const asked = { subject: await subject(town), description: '修灯', ...explained(person) };
  const wrong = { subject: asked.subject, description: '重复的' };
  const input = { caller: { household: households[0] }, answer: null, requests: [...Array(8).fill(asked), wrong] };
  const { id, requests } = await call(town, input, 'id requests { id }');
  const said = ['SATISFIED', 'FAIRLY', 'DISSATISFIED', 'SATISFIED', 'DISSATISFIED', 'SATISFIED'];
  await Promise.all(
    said.map((satisfaction, index) =>
      take(town.admin, 'followUpRequest', requests[index].id, { ...contented, satisfaction }),
    ),
  );
  await take(town.admin, 'withdrawRequest', requests[8].id, { reason: '重复' });
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
  expect(await kept()).toEqual([{ requests: 8, handled: 6, followed: 6, content: 4 }]);
  expect(await counted()).toEqual(await kept());
  const further = { call: id, answeredBy: person, requests: [asked] };
  const more = await town.admin.do('answerCall', further, 'call { requests { id state } }');
  expect(more.call.requests.filter(({ state }: Data) => state === 'HANDLED')).toHaveLength(3);
  expect(await counted()).toEqual(await kept());
});

it('what waits for a follow-up at a hotline is what its own calls brought in, handled and not followed up', async () => {
  const { town, households } = await settledTown(platform, 1);
  const handled = { subject: await subject(town), description: '修灯', ...explained(await town.person()) };
  const open = { subject: await subject(town), description: '修路' };
  const caller = { household: households[0] };
  const own = await hotline(town, { unit: town.unit(0) });
  const other = await hotline(town, { name: '另一条热线' });
  const asked = (of: Data, requests: object[]) =>
    call(town, { hotline: of.id, caller, answer: null, requests }, 'requests { id number }');
  const { requests } = await asked(own, [handled, handled, open]);
  await asked(other, [handled]);
  await raise(town, { ...handled, household: households[0] });
  const query = `query($id: ID!, $after: String) { hotline(id: $id) {
    requestsToFollowUp(first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { number } } } }`;
  const waiting = async (of: Data, after: string | null = null, client: ApiClient = town.admin) =>
    (await client.ask(query, { id: of.id, after })).hotline.requestsToFollowUp;
  const first = await waiting(own);
  expect(first).toMatchObject({
    totalCount: 2,
    nodes: [{ number: requests[1].number }],
    pageInfo: { hasNextPage: true },
  });
  expect((await waiting(own, first.pageInfo.endCursor)).nodes).toEqual([{ number: requests[0].number }]);
  expect((await waiting(other)).totalCount).toBe(1);
  await take(town.admin, 'followUpRequest', requests[1].id, contented);
  expect((await waiting(own)).nodes).toEqual([{ number: requests[0].number }]);
  const worker = await town.account('SOCIAL_WORKER', { unit: town.unit(0) });
  expect((await waiting(own, null, worker)).totalCount).toBe(1);
});
