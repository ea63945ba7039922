import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { visitInput } from '../visits/visit.fixture.ts';

const platform = testPlatform();

const period = 'period: { first: "2024-03-01", last: "2024-03-31" }';
const within = 'period: { first: "2024-03-05", last: "2024-03-06" }';

it('of several visits to a household on one day in one way the first noted is a contact, and the others stay to be read', async () => {
  const { town, households } = await settledTown(platform, 2);
  const [first, second] = households;
  const record = async (household: string | undefined, day: string, more: object = {}) => {
    const input = await visitInput(town, household, day, { way: 'TELEPHONE', clientId: randomUUID(), ...more });
    return (await town.admin.do('recordVisit', input, 'visit { id version }')).visit;
  };
  const counts = async () => {
    const figure = (name: string, indicator: string, days: string) =>
      `${name}: figure(indicator: "${indicator}", ${days}) { numerator denominator visits { totalCount } }`;
    const query = `query($code: RegisterCode!) { town(code: $code) { ${figure('all', 'contact', period)}
      ${figure('days', 'contact', within)} ${figure('records', 'contact-record', period)}
      breadth: figure(indicator: "household-contacted", ${period}) { numerator } } }`;
    const { all, days, records, breadth } = (await town.admin.ask(query, { code: town.code })).town;
    expect(all.visits.totalCount).toBe(all.numerator);
    expect(records.denominator).toBe(all.numerator);
    return [all.numerator, days.numerator, breadth.numerator];
  };
  const again = async (household: string | undefined) => {
    const query = 'query($id: ID!) { household(id: $id) { visits { nodes { id again } } } }';
    const { nodes } = (await town.admin.ask(query, { id: household })).household.visits;
    return nodes.filter((visit: { again: boolean }) => visit.again).length;
  };
  // Ten calls within a second, some of them at once.
  const notedAt = '2024-03-05T09:00:00+08:00';
  await Promise.all(Array.from({ length: 10 }, () => record(first, '2024-03-05', { notedAt })));
  expect(await counts()).toEqual([1, 1, 1]);
  expect(await again(first)).toBe(9);
  // Another way, another day and another household are contacts of their own.
  await record(first, '2024-03-05', { way: 'AT_HOME' });
  const next = await record(first, '2024-03-06');
  await record(second, '2024-03-20');
  expect(await counts()).toEqual([4, 3, 2]);
  // Written anew as of that day, it is no further contact; and the one that counted gives its place when it is withdrawn.
  const revising = { visit: next.id, expectedVersion: next.version, visitedOn: '2024-03-05', reason: '记错' };
  await town.admin.do('reviseVisit', revising, 'visit { id }');
  expect(await counts()).toEqual([3, 2, 2]);
  const query = 'query($id: ID!) { household(id: $id) { visits { nodes { id way again } } } }';
  const { nodes } = (await town.admin.ask(query, { id: first })).household.visits;
  const counted = nodes.find((visit: { way: string; again: boolean }) => visit.way === 'TELEPHONE' && !visit.again);
  await town.admin.do('withdrawVisit', { visit: counted.id, reason: '没有打通' }, 'visit { id }');
  expect(await counts()).toEqual([3, 2, 2]);
  expect(platform.faults).toEqual([]);
});
