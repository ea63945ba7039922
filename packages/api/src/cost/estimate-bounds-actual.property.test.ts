import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { times } from '../../test/times.ts';
import type { FurnishedTown } from '../access/isolation.fixture.ts';
import { permissionName } from '../access/permission.type.ts';
import { scopes } from '../access/scopes.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { busyTown } from '../every-mutation/busy-town.fixture.ts';
import { buildSchema } from '../schema.ts';
import { RandomOperation } from './random-operation.fixture.ts';

const platform = testPlatform();
let town: FurnishedTown;
let viewers: readonly ApiClient[];

beforeAll(async () => {
  ({ town } = await busyTown(platform));
  const application = await registerApplication(platform, scopes.map(permissionName), town.admin);
  await consent(town, application, scopes.map(permissionName));
  const client = await clientOf(platform, application, scopes.join(' '));
  viewers = [town.admin, client, platform.operator, await town.account('AUDITOR')];
}, 120_000);

it(
  'no operation uses more points than it was estimated at, and none that was let in is refused for its cost',
  async () => {
    const schema = buildSchema();
    let ran = 0;
    let closest = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.nat({ max: 3 }), async (draw, viewer) => {
        const { query, variables } = new RandomOperation(draw, town).of(schema, 3);
        const send = (given: Record<string, unknown>) =>
          (viewers[viewer] ?? town.admin).send(query, given, { 'lianxin-cost': '1' });
        // What does not fit the variables leaves nothing behind by which those that fit would be estimated.
        expect((await send({ ...variables, n: String(variables.n), yes: String(variables.yes) })).status).toBe(400);
        const { status, errors, extensions } = await send(variables);
        if (status === 400 && ['cost', 'aliases'].includes(errors[0]?.extensions.limit)) return;
        expect([status, status === 200 ? [] : errors], query).toEqual([200, []]);
        expect(
          errors.filter(({ extensions: { code } }) => ['INTERNAL', 'LIMIT_EXCEEDED'].includes(code)),
          query,
        ).toEqual([]);
        const { asked, used } = extensions.cost;
        expect(used, query).toBeGreaterThan(0);
        expect(used, query).toBeLessThanOrEqual(asked);
        ran += 1;
        closest = Math.max(closest, used / asked);
      }),
      { numRuns: 650 * times, endOnFailure: true },
    );
    expect(ran).toBeGreaterThan(500 * times);
    // It is not only an upper bound.
    expect(closest).toBeGreaterThan(0.8);
    expect(platform.faults).toEqual([]);
  },
  600_000 * times,
);
