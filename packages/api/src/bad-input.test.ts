import { expect, it } from 'vitest';
import { testPlatform } from '../test/platform.ts';
import { changesNothing } from '../test/town-state.ts';
import { categoriesOf } from './categories/category.fixture.ts';
import { settledTown } from './households/household.fixture.ts';
import { contented, raise } from './requests/request.fixture.ts';
import { visitInput } from './visits/visit.fixture.ts';

const platform = testPlatform();

const megabyte = 1024 * 1024;

it('what nobody can have meant is refused on the field at fault, and changes nothing', async () => {
  const { town, households } = await settledTown(platform, 2);
  const [household, closed] = households;
  await town.admin.do('endHousehold', { household: closed, on: '2024-02-01' }, 'household { id }');
  const ids = await categoriesOf(town);
  await town.admin.do('endCategory', { category: ids.独居老人, on: '2024-01-01' }, 'category { id }');
  const { id: request } = await raise(town, { household });
  const stranger = await (await platform.newTown()).person('外镇人员');
  const visit = (more: Record<string, unknown>, of = household) => visitInput(town, of, '2024-05-01', more);
  const wrong: [string, string, Record<string, unknown>, string, string][] = [
    ['a visit in the future', 'recordVisit', await visit({ visitedOn: '2099-01-01' }), 'BAD_INPUT', 'visitedOn'],
    ['a visitor of another town', 'recordVisit', await visit({ visitors: [stranger] }), 'NOT_FOUND', 'visitors.0'],
    ['a visit to a closed household', 'recordVisit', await visit({}, closed), 'CONFLICT', 'household'],
    ['a request of a closed household', 'raiseRequest', await asked(closed), 'CONFLICT', 'household'],
    [
      'a category that ended',
      'categorizeHousehold',
      { household, category: ids.独居老人, reason: '独居', from: '2024-03-01' },
      'CONFLICT',
      'category',
    ],
    ['a transition not allowed', 'followUpRequest', { request, ...contented }, 'CONFLICT', 'request'],
    ['no telephone number', 'addResident', { household, name: '张三', telephone: '12345' }, 'BAD_INPUT', 'telephone'],
    ['a long text', 'recordVisit', await visit({ situation: '长'.repeat(megabyte / 4) }), 'BAD_INPUT', 'situation'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [what, verb, input, code, field] of wrong) {
      expect({ what, ...(await town.admin.refused(verb, input)) }).toEqual({ what, code, field: `input.${field}` });
    }
  });

  async function asked(of: string | undefined) {
    const query = 'query($code: RegisterCode!) { town(code: $code) { requestSubjects { id } } }';
    const { requestSubjects } = (await town.admin.ask(query, { code: town.code })).town;
    return { household: of, source: 'HOTLINE', subject: requestSubjects[0].id, description: '停水' };
  }
});

it('ten megabytes of text are refused before anybody reads them, with how much is taken', async () => {
  const { town, households } = await settledTown(platform, 1);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const input = await visitInput(town, households[0], '2024-05-01', { situation: 'x'.repeat(10 * megabyte) });
  const query = 'mutation($input: RecordVisitInput!) { recordVisit(input: $input) { visit { id } } }';
  await changesNothing(platform, town, async () => {
    for (const [client, most] of [
      [officer, 1],
      [town.admin, 9],
    ] as const) {
      const { status, errors } = await client.send(query, { input });
      expect(status).toBe(413);
      expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }]);
      expect(errors[0]?.message).toContain(`${most} MB`);
    }
  });
});
