import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { reliefIds } from '../relief-items/relief-item.fixture.ts';

const platform = testPlatform();

it('forty households that were granted relief every month of a year are read at once, with what each repeats', async () => {
  const { town, households } = await settledTown(platform, 40);
  const item = (await reliefIds(town, 'items')).春节帮困;
  for (let month = 1; month <= 12; month += 1) {
    const on = `2025-${String(month).padStart(2, '0')}-05`;
    const input = { households, item, reason: '生活困难', amount: '100', on };
    await town.admin.do('applyForReliefTogether', input, 'reliefApplications { id }');
  }
  const query = `query($code: RegisterCode!, $ids: [ID!]!) { town(code: $code) { households(ids: $ids) {
    reliefApplications { id repeats { id } } } } }`;
  const { data, errors } = await town.admin.send(query, { code: town.code, ids: households });
  expect(errors).toEqual([]);
  const repeats = data?.town.households.map(({ reliefApplications }: Data) =>
    reliefApplications.map((each: Data) => each.repeats.length),
  );
  expect(repeats).toEqual(households.map(() => Array.from({ length: 12 }, () => 11)));
});
