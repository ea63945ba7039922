import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { deliberate, deliberation, openVote, vote, voting } from './deliberation.fixture.ts';

const platform = testPlatform();

it('deliberations are listed the latest first, by state, unit, day and text, and figures count them and open into them', async () => {
  const { town, blocks } = await settledTown(platform, 1);
  const { admin } = town;
  const asked = async (question: string, unit: string, on: string) =>
    (await deliberation(town, unit, { question, on })).id;
  const fountain = await asked('喷泉', blocks[0], '2024-03-01');
  await asked('电梯', town.unit(1), '2024-03-02');
  await asked('停车', town.unit(0), '2024-03-02');
  const [voter] = await openVote(admin, fountain);
  await vote(admin, voter, 'AGAINST', ['太吵']);
  const listed = async (filter: string) => {
    const query = `query($code: RegisterCode!) { town(code: $code) { deliberations(${filter}) { totalCount nodes { question } } } }`;
    const { nodes } = (await admin.ask(query, { code: town.code })).town.deliberations;
    return nodes.map(({ question }: Data) => question);
  };
  expect(await listed('first: 10')).toEqual(['停车', '电梯', '喷泉']);
  expect(await listed('first: 1')).toEqual(['停车']);
  expect(await listed('filter: { state: [VOTING] }')).toEqual(['喷泉']);
  expect(await listed(`filter: { unit: "${town.unit(0)}" }`)).toEqual(['停车', '喷泉']);
  expect(await listed('filter: { text: "电梯" }')).toEqual(['电梯']);
  expect(await listed('filter: { proposed: { first: "2024-03-01", last: "2024-03-01" } }')).toEqual(['喷泉']);
  platform.advance(voting);
  expect(await listed('filter: { state: [VOTING] }')).toEqual([]);
  expect(await listed('filter: { state: [CLOSED] }')).toEqual(['喷泉']);

  await deliberate(admin, 'decideDeliberation', fountain);
  const figures = `query($code: RegisterCode!, $period: PeriodInput!) { town(code: $code) {
    passed: figure(indicator: "deliberation-passed", period: $period) { numerator denominator deliberations(counted: false) { nodes { question } } }
    answered: figure(indicator: "deliberation-objection-answered", period: $period) { numerator denominator deliberations(counted: false) { nodes { question } } } } }`;
  const period = { first: '2026-01-01', last: '2099-12-31' };
  const missing = { numerator: 0, denominator: 1, deliberations: { nodes: [{ question: '喷泉' }] } };
  expect((await admin.ask(figures, { code: town.code, period })).town).toEqual({ passed: missing, answered: missing });
});

it('a restructuring that made a unit is not undone once that has deliberated', async () => {
  const town = await platform.newTown();
  const opened = await apply(town, '2024-03-01', [{ open: { ref: 'n', kind: 'COMMITTEE', name: '某某新居委' } }]);
  const query = `query($code: RegisterCode!) { town(code: $code) { units(filter: { name: "某某新居委" }) { nodes { id } } } }`;
  const unit = (await town.admin.ask(query, { code: town.code })).town.units.nodes[0].id;
  await deliberation(town, unit, { on: '2024-04-01' });
  const depends = 'query($id: ID!) { dependents(restructuring: $id) { kind count } }';
  expect((await town.admin.ask(depends, { id: opened })).dependents).toEqual([{ kind: 'DELIBERATION', count: 1 }]);
});
