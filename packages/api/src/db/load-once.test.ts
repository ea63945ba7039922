import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';

const platform = testPlatform();

it('what is refused to one field is no matter of those that ask beside it', async () => {
  const town = await platform.newTown();
  const { data, errors } = await town.admin.send(
    `query($code: RegisterCode!) { town(code: $code) {
      tooMany: requests(first: 1000) { totalCount } few: requests(first: 1) { totalCount } } }`,
    { code: town.code },
  );
  expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['town', 'tooMany'], 'BAD_INPUT']]);
  expect(data.town).toEqual({ tooMany: null, few: { totalCount: 0 } });
});
