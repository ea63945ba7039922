import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { subject } from '../requests/request.fixture.ts';
import { route } from './patrol.fixture.ts';

const platform = testPlatform();

/** A patrol with a suggestion and a problem that becomes a request, noted on a telephone. */
async function noted(town: TestTown): Promise<Record<string, unknown>> {
  const walked = await route(town);
  const request = { subject: await subject(town) };
  return {
    clientId: randomUUID(),
    route: walked.id,
    on: '2026-03-02',
    people: [await town.person(), await town.person()],
    ...{ beganAt: '2026-03-02T11:00:00Z', endedAt: '2026-03-02T12:00:00Z' },
    findings: [
      { kind: 'SUGGESTION', text: '步道装两盏灯' },
      { kind: 'PROBLEM', text: '垃圾满溢', request },
    ],
  };
}

/** How many patrols, findings and requests a town has. */
async function counts(town: TestTown): Promise<Data> {
  const query = `query($code: RegisterCode!) { town(code: $code) {
    patrols { totalCount } patrolFindings { totalCount } requests { totalCount } } }`;
  return (await town.admin.ask(query, { code: town.code })).town;
}

it('a patrol noted without a network is recorded once, with all that it brought up, however often it is sent', async () => {
  const town = await platform.newTown();
  const input = await noted(town);
  const selection = 'patrol { id findings { id } }';
  const first = await town.admin.do('recordPatrol', input, selection);
  const counted = await counts(town);
  expect(counted).toEqual({
    ...{ patrols: { totalCount: 1 }, patrolFindings: { totalCount: 2 }, requests: { totalCount: 1 } },
  });
  const people = (input.people as string[]).toReversed();
  await changesNothing(platform, town, async () => {
    expect(await town.admin.do('recordPatrol', { ...input, people }, selection)).toEqual(first);
  });
  // Also after its route was closed, and after it was withdrawn.
  await town.admin.do('closePatrolRoute', { route: input.route, on: '2026-04-01' }, 'route { id }');
  await town.admin.do('withdrawPatrol', { patrol: first.patrol.id, reason: '记错' }, 'patrol { id }');
  const again = await town.admin.do('recordPatrol', input, 'patrol { id withdrawnAt }');
  expect(again.patrol).toEqual({ id: first.patrol.id, withdrawnAt: expect.any(String) });
});

it('a patrol sent twice at once is recorded once', async () => {
  const town = await platform.newTown();
  const input = await noted(town);
  const sent = await Promise.all(
    Array.from({ length: 4 }, () => town.admin.do('recordPatrol', input, 'patrol { id }')),
  );
  expect(new Set(sent.map(({ patrol }) => patrol.id)).size).toBe(1);
  expect((await counts(town)).patrolFindings.totalCount).toBe(2);
});

it('another patrol under the same id, or under what is none, is refused', async () => {
  const town = await platform.newTown();
  const input = await noted(town);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  await town.admin.do('recordPatrol', input, 'patrol { id }');
  const refused = { code: 'CONFLICT', field: 'input.clientId' };
  await changesNothing(platform, town, async () => {
    for (const other of [
      { note: '另一次' },
      { on: '2026-03-01', beganAt: null, endedAt: null },
      { findings: [], nothingFound: true },
    ]) {
      expect({ other, ...(await town.admin.refused('recordPatrol', { ...input, ...other })) }).toEqual({
        other,
        ...refused,
      });
    }
    expect(await officer.refused('recordPatrol', input)).toEqual(refused);
    expect(await town.admin.refused('recordPatrol', { ...input, clientId: 'mine' })).toEqual({
      ...{ code: 'BAD_INPUT', field: 'input.clientId' },
    });
  });
});
