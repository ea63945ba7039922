import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { contented, explained, raise, subject, take } from './request.fixture.ts';

const platform = testPlatform();

it('fifty raised at once get the numbers 1 to 50, also where others are refused meanwhile, and another year begins at 1', async () => {
  const { town, households } = await settledTown(platform, 2);
  const input = {
    source: 'HOTLINE',
    subject: await subject(town),
    description: '停水',
    household: households[0],
    on: '2026-05-01',
  };
  const query = 'mutation($input: RaiseRequestInput!) { raiseRequest(input: $input) { request { number } } }';
  const send = async (more: object) => {
    const { data, errors } = await town.admin.send(query, { input: { ...input, ...more } });
    return errors.length > 0 ? errors[0]?.extensions.code : data.raiseRequest.request.number;
  };
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      send(
        index % 6 === 5 ? { handlingClass: 'MIXED', handled: { ...explained(town.code).handled, holder: 'x' } } : {},
      ),
    ),
  );
  const numbers = answers.filter((answer) => answer !== 'NOT_FOUND').sort();
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => `R2026-0000${String(index + 1).padStart(2, '0')}`));
  expect(await send({ on: '2025-12-31' })).toBe('R2025-000001');
  expect(await send({})).toBe('R2026-000051');
  // Sent again, with its key, it is raised once.
  const key = { idempotencyKey: 'a1' };
  expect(await Promise.all([send(key), send(key), send(key)])).toEqual(Array(3).fill('R2026-000052'));
  expect(platform.faults).toEqual([]);
});

it('of two who handle or follow up a request at once one does, and the other is told', async () => {
  const { town, blocks, households } = await settledTown(platform, 10);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const lead = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[0]) });
  const holder = await town.person();
  for (const [index, household] of households.entries()) {
    const { id } = await raise(town, { household, handlingClass: 'INDIVIDUAL' });
    await take(lead, 'acceptRequest', id, { holder });
    await take(lead, 'addRequestEvidence', id, { kind: 'EXPLANATION', text: '说明' });
    const step = (input: object) => ({ request: id, ...input, ...(index % 2 === 0 ? { expectedVersion: 4 } : {}) });
    const query = 'mutation($input: HandleRequestInput!) { handleRequest(input: $input) { request { state } } }';
    const both = await Promise.all(
      [officer, lead].map((client, which) => client.send(query, { input: step({ outcome: `${which}` }) })),
    );
    const refused = both.flatMap(({ errors }) => errors.map(({ extensions }) => extensions));
    const field = index % 2 === 0 ? 'input.expectedVersion' : 'input.request';
    expect(refused).toEqual([{ code: 'CONFLICT', field }]);
    const follow = 'mutation($input: FollowUpRequestInput!) { followUpRequest(input: $input) { request { state } } }';
    const answers = await Promise.all(
      [officer, lead].map((client) => client.send(follow, { input: { request: id, ...contented } })),
    );
    expect(answers.flatMap(({ errors }) => errors).length).toBe(1);
    const { request } = await town.admin.ask(
      'query($id: ID!) { request(id: $id) { state version events { seq step } } }',
      { id },
    );
    expect(request).toMatchObject({ state: 'CLOSED', version: 6 });
    expect(request.events.map((each: Data) => each.seq)).toEqual([1, 2, 3, 4, 5, 6]);
  }
  expect(platform.faults).toEqual([]);
});
