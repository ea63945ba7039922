import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { draft } from '../restructurings/restructuring.fixture.ts';

const platform = testPlatform();
const [from, begun] = ['2023-01-01', '2024-01-01'];

/** A town with two teams at geographic blocks, one from a day on, and three in two blocks of an overlay. */
async function teamed() {
  const town = await platform.newTown();
  const opening = { town: town.code, name: '籍贯', from };
  const { overlay } = await town.admin.do('openOverlay', opening, 'overlay { id }');
  const open = (name: string, more = {}) => town.openUnit({ name, from, ...more });
  const overlaid = { overlay: overlay.id };
  const blocks = [await open('东块'), await open('西块'), await open('安徽', overlaid), await open('江苏', overlaid)];
  const teams: [number, string][] = [
    [0, from],
    [1, begun],
    [2, from],
    [3, from],
    [3, begun],
  ];
  for (const [index, [block, day]] of teams.entries()) {
    await town.admin.do('formTeam', { block: blocks[block], name: `${index}组`, from: day }, 'team { id }');
  }
  return { town, blocks };
}

async function counts(client: ApiClient, town: TestTown, selection: string, asOf?: string): Promise<Data> {
  const query = `query($code: RegisterCode!, $asOf: Date) { town(code: $code, asOf: $asOf) { ${selection} } }`;
  return (await client.ask(query, { code: town.code, asOf })).town;
}

it('counts the teams of an overlay in the overlay and nowhere else, on any day', async () => {
  const { town, blocks } = await teamed();
  const figures = `teamCount figure(indicator: "team") { numerator parts(first: 9) { nodes { numerator } } }
    under: figure(indicator: "team", unit: "${blocks[3]}") { numerator }`;
  const selection = `${figures} overlays { name blockCount teamCount earlier: teamCount(asOf: "2023-06-01") }`;
  expect(await counts(town.admin, town, selection)).toEqual({
    teamCount: 2,
    figure: { numerator: 2, parts: { nodes: [{ numerator: 2 }] } },
    under: { numerator: 0 },
    overlays: [{ name: '籍贯', blockCount: 2, teamCount: 3, earlier: 2 }],
  });
  expect(await counts(town.admin, town, 'teamCount', '2023-06-01')).toEqual({ teamCount: 1 });
  expect(await counts(platform.operator, town, 'teamCount')).toEqual({ teamCount: 2 });
});

it('shows a district office the same, and a draft too', async () => {
  const { town, blocks } = await teamed();
  const district = town.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'office', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`office-${district}`);
  const selection = 'teamCount figure(indicator: "team") { numerator } overlays { teamCount }';
  expect(await counts(office, town, selection)).toEqual(await counts(town.admin, town, selection));
  const { difference } = await draft(town, '2024-06-01', [{ rename: { unit: blocks[0], name: '新块' } }]);
  expect(difference.figures).toContainEqual({ figure: 'TEAM', before: 2, after: 2 });
});
