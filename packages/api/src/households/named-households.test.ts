import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from './household.fixture.ts';

const platform = testPlatform();

const list = `query VisitList($code: RegisterCode!, $ids: [ID!]!) @purpose(of: VISIT) {
  town(code: $code) { households(ids: $ids) { code label address viewerCan } } }`;

it('a team member reads a day’s list in its order, without households that they are not in charge of', async () => {
  const { town, blocks, households, codes } = await settledTown(platform, 3);
  const elsewhere = await settledTown(platform, 1);
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
  await town.admin.do('setAddress', { household: households[0], address: '东街 1 号' }, 'household { id }');
  await town.admin.do('moveHousehold', { household: households[1], block: blocks[1] }, 'household { id }');
  const [first, moved, last] = households;
  const ids = [last, moved, elsewhere.households[0], '乱写', first];
  const { data, errors } = await member.send(list, { code: town.code, ids });
  expect(data.town.households).toMatchObject([{ code: codes[2] }, null, null, null, { address: '东街 1 号' }]);
  expect(errors.map(({ path, extensions }) => [path?.at(-1), extensions])).toEqual(
    [1, 2, 3].map((index) => [index, { code: 'NOT_FOUND', field: `ids.${index}` }]),
  );
  const auditor = await town.account('AUDITOR');
  const readings = `query($code: RegisterCode!) { town(code: $code) { readings { nodes { operation purpose fields } } } }`;
  const { nodes } = (await auditor.ask(readings, { code: town.code })).town.readings;
  expect(nodes).toEqual([{ operation: 'VisitList', purpose: 'VISIT', fields: ['Household.address'] }]);
});

it('a list names at most 100 households, and shows none to whoever sees none', async () => {
  const { town, households } = await settledTown(platform, 1);
  const many = Array.from({ length: 101 }, () => households[0]);
  const { errors } = await town.admin.send(list, { code: town.code, ids: many });
  expect(errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', field: 'ids' });
  const auditor = await town.account('AUDITOR');
  const refused = await auditor.send(list, { code: town.code, ids: households });
  expect(refused.data.town.households).toBeNull();
  expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
});
