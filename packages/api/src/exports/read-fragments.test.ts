import { beforeAll, describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { type Exporting, exported, exporting, linesOf, makesExports } from './export.fixture.ts';

const platform = testPlatform();

describe('what is asked of records', () => {
  let of: Exporting;
  beforeAll(async () => {
    const town = await platform.newTown();
    of = await exporting(platform, town, ['UNIT_READ', 'TEAM_READ', 'HOUSEHOLD_READ', 'ORGANIZATION_READ']);
  });
  const refused = (input: Record<string, unknown>) =>
    of.client.refused('requestExport', { town: of.town.code, ...input });

  it.each([
    ['nothing', undefined, 'BAD_INPUT'],
    ['no GraphQL', '{', 'BAD_INPUT'],
    ['an operation', '{ town(code: "1") { code } }', 'BAD_INPUT'],
    ['a comment alone', '# units', 'BAD_INPUT'],
    ['a field that there is not', 'fragment F on Unit { nothing }', 'BAD_INPUT'],
    ['a type that is no record', 'fragment F on Town { code }', 'BAD_INPUT'],
    ['a type that the schema does not have', 'fragment F on Nothing { code }', 'BAD_INPUT'],
    ['one type twice', 'fragment F on Unit { id } fragment G on Unit { name }', 'BAD_INPUT'],
    ['a fragment within itself', 'fragment F on Unit { parent { ...F } }', 'BAD_INPUT'],
    ['a variable', 'fragment F on Unit { parent(asOf: $day) { id } }', 'BAD_INPUT'],
    ['pages', 'fragment F on Unit { children(first: 1) { nodes { id } } }', 'BAD_INPUT'],
    ['what leads to other towns', 'fragment F on Unit { town { district { name } } }', 'BAD_INPUT'],
    ['what costs too much', 'fragment F on Unit { town { tree { name } } }', 'LIMIT_EXCEEDED'],
    ['records beyond the consent', 'fragment F on Visit { id }', 'FORBIDDEN'],
    ['a field beyond the consent', 'fragment F on Organization { owner }', 'FORBIDDEN'],
    [
      'a field beyond the consent further below',
      'fragment F on Household { block { teams { members { role } } } }',
      'FORBIDDEN',
    ],
  ])('may not be %s', async (_what, fragments, code) => {
    expect(await refused({ fragments })).toEqual({ code, field: 'input.fragments' });
  });

  it('may be fragments that spread others, of several types', async () => {
    await makesExports(platform);
    const fragments =
      'fragment Named on Unit { name } fragment Units on Unit { ...Named kind } fragment Teams on Team { block { ...Named town { code } } }';
    const team = await of.town.formTeam(await of.town.openUnit({ name: '东块' }));
    const lines = await linesOf(of, await exported(of, { fragments }));
    const block = { name: '东块', town: { code: of.town.code } };
    expect(lines.find(({ id }) => id === team)?.record).toEqual({ block });
    expect(new Set(lines.map(({ type }) => type))).toEqual(new Set(['Unit', 'Team']));
  });

  it('is null where a field leaves it to the scopes whether it is told, as it is to node', async () => {
    await makesExports(platform);
    const lines = await linesOf(of, await exported(of, { fragments: 'fragment Units on Unit { posts { title } }' }));
    expect(new Set(lines.map(({ record }) => record.posts))).toEqual(new Set([null]));
  });
});
