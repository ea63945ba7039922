import { beforeAll, expect, it } from 'vitest';
import { ApiClient, type Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import {
  actingFor,
  clientOf,
  consent,
  registerApplication,
  type TestApplication,
} from '../applications/application.fixture.ts';
import {
  importFile,
  inputOf,
  member,
  preview,
  fileOf as rowsOf,
} from '../household-imports/household-import.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';
import {
  organization,
  inputOf as organizationInput,
  fileOf as organizationsOf,
  preview as previewOrganizations,
} from '../organization-imports/organization-import.fixture.ts';
import { registerOrganization } from '../organizations/organization.fixture.ts';
import { report } from '../reported-figures/reported-figure.fixture.ts';
import { raise, take } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { permissionName } from './permission.type.ts';
import { scopes } from './scopes.ts';

const platform = testPlatform();
let town: TestTown;
let village: string;
let east: string;
let household: string;
let team: string;
let application: TestApplication;
let restructuring: string;

beforeAll(async () => {
  const settled = await settledTown(platform, 1);
  town = settled.town;
  const [block, west] = settled.blocks;
  [east, household] = [block, settled.households[0] ?? ''];
  const query = 'query($code: RegisterCode!) { town(code: $code) { categories { id } } }';
  const [category] = (await town.admin.ask(query, { code: town.code })).town.categories;
  const because = { household, category: category.id, reason: '独居' };
  await town.admin.do('categorizeHousehold', because, 'household { id }');
  await town.admin.do('setAddress', { household, address: '1号楼101室' }, 'household { id }');
  const forming = { block: east, name: '一组', from: settled.begins };
  team = (await town.admin.do('formTeam', forming, 'team { id }')).team.id;
  await registerOrganization(town, { name: '甲厂', unit: west, size: 20 });
  const { unit } = await town.admin.ask('query($id: ID!) { unit(id: $id) { name } }', { id: town.unit(0) });
  village = unit.name;
  await importFile(
    town,
    rowsOf([member('甲1', { 块区: `${village}/东块`, 姓名: '王小明', 户主: '是', 出生年份: '1950' })]),
  );
  restructuring = await apply(town, '2024-06-01', [{ merge: { units: [west], into: east } }]);
  const all = scopes.map(permissionName);
  application = await registerApplication(platform, all, town.admin);
  await consent(town, application, all);
});

function through(...names: string[]): Promise<ApiClient> {
  return clientOf(platform, application, names.join(' '));
}

it('a refusal names the permissions that are missing, by which an application asks for scopes', async () => {
  const [narrow, other] = [await through('town:read', 'unit:read'), await through('town:read')];
  const asked = async (client: ApiClient, fields: string) => {
    const { errors } = await client.send(`query($code: RegisterCode!) { town(code: $code) { ${fields} } }`, {
      code: town.code,
    });
    return errors.map(({ extensions, path }) => [extensions.code, extensions.scopes, path?.at(-1)]);
  };
  expect(await asked(narrow, 'figure(indicator: "household") { value }')).toEqual([
    ['FORBIDDEN', ['household:count'], 'figure'],
  ]);
  expect(await asked(other, 'tree { name } partyTree { name }')).toEqual([
    ['FORBIDDEN', ['unit:read'], 'tree'],
    ['FORBIDDEN', ['party:read'], 'partyTree'],
  ]);
  const lead = await town.account('AUDITOR');
  const { errors } = await lead.send('mutation($input: OpenUnitInput!) { openUnit(input: $input) { unit { id } } }', {
    input: { town: town.code, parent: town.unit(0), kind: 'BLOCK', name: '块' },
  });
  expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'FORBIDDEN', scopes: ['unit:open'] }]);
  const forPeople = await other.send('mutation { changePassword(input: { current: "a", new: "b" }) { __typename } }');
  expect(forPeople.errors.map(({ extensions }) => extensions)).toEqual([{ code: 'FORBIDDEN' }]);
});

it('a refusal tells an application of each permission where it is missing, in words too, and people nothing of it', async () => {
  const asks = ['TOWN_READ', 'UNIT_READ', 'UNIT_COUNT', 'PARTY_READ', 'HOUSEHOLD_COUNT'];
  const narrow = await registerApplication(platform, asks, town.admin, { name: '窄看板' });
  const other = await platform.newTown();
  await consent(town, narrow, ['TOWN_READ', 'UNIT_READ', 'UNIT_COUNT']);
  const refusals = async (client: ApiClient, fields: string, code = town.code) => {
    const query = `query($code: RegisterCode!) { town(code: $code) { ${fields} } }`;
    return (await client.send(query, { code })).errors;
  };
  const missing = async (...asked: Parameters<typeof refusals>) =>
    (await refusals(...asked)).map(({ extensions }) => extensions.missing);
  const few = await clientOf(platform, narrow, 'town:read party:read');
  const fields =
    'tree { name } partyTree { name } householdCount projects { totalCount } applicationChanges { totalCount }';
  expect(await missing(few, fields)).toEqual([
    [{ scope: 'unit:read', in: ['TOKEN'] }],
    [{ scope: 'party:read', in: ['CONSENT'] }],
    [{ scope: 'household:count', in: ['TOKEN', 'CONSENT'] }],
    [{ scope: 'project:read', in: ['REGISTRATION', 'TOKEN', 'CONSENT'] }],
    [{ scope: 'audit:read', in: ['PEOPLE_ONLY'] }],
  ]);
  expect((await refusals(few, 'householdCount'))[0]?.message).toBe(
    'The application has no permission for this. Missing: household:count (not in the token, not consented to by the town).',
  );
  const { token } = few;
  expect((await refusals(new ApiClient(platform.url, token, 'zh'), 'householdCount'))[0]?.message).toBe(
    '应用没有此项权限，缺少 household:count（令牌中没有、街镇未授权）。',
  );
  // That another town has consented to it makes no difference in this one.
  await consent(other, narrow, asks);
  const all = await clientOf(platform, narrow, 'town:read unit:read unit:count party:read household:count');
  expect(await missing(all, 'figure(indicator: "household") { value }')).toEqual([
    [{ scope: 'household:count', in: ['CONSENT'] }],
  ]);
  expect(await missing(all, 'figure(indicator: "household") { value }', other.code)).toEqual([]);
  const lead = await town.account('TEAM_LEAD', { team });
  const { viewer } = await lead.ask('{ viewer { account { name } } }');
  const acting = await actingFor(platform, application, viewer.account.name, 'town:read organization:read');
  expect(await missing(acting, 'organizations { totalCount } petitions { totalCount } people { totalCount }')).toEqual([
    [{ scope: 'organization:read', in: ['PERSON'] }],
    [{ scope: 'petition:read', in: ['TOKEN', 'PERSON'] }],
    [{ scope: 'person:register', in: ['TOKEN'] }],
  ]);
  expect(await missing(lead, 'organizations { totalCount }')).toEqual([undefined]);
});

it('neither a count nor a filter tells an application that sees no households which of them a request is of', async () => {
  const placed = { place: { unit: east }, concerns: { households: [household] } };
  const request = await raise(town, placed, 'id');
  await take(town.admin, 'addRequestHouseholds', request.id, { concerns: { units: [east] } });
  const query = `query($code: RegisterCode!) { town(code: $code) { requests(first: 5) { nodes {
    householdCount households { totalCount } events { step added } } } } }`;
  const seen = async (...names: string[]) =>
    (await through('town:read', 'request:read', ...names)).send(query, { code: town.code });
  const blind = await seen();
  expect(blind.data?.town.requests.nodes).toEqual([
    {
      ...{ householdCount: null, households: { totalCount: 0 } },
      events: [
        { step: 'RAISE', added: null },
        { step: 'ADD_HOUSEHOLDS', added: null },
      ],
    },
  ]);
  expect(blind.errors.map(({ extensions }) => extensions)).toMatchObject([
    { code: 'FORBIDDEN', scopes: ['household:read'] },
  ]);
  const { data, errors } = await seen('household:read');
  expect(errors).toEqual([]);
  expect(data?.town.requests.nodes).toMatchObject([
    { householdCount: 2, households: { totalCount: 2 }, events: [{}, { step: 'ADD_HOUSEHOLDS', added: 1 }] },
  ]);
  const filter = `query($code: RegisterCode!, $household: ID!) { town(code: $code) {
    requests(filter: { household: $household }) { totalCount }
    requestRates(by: LEVEL, filter: { household: $household }) { count } } }`;
  const filtered = async (...names: string[]) =>
    (await through('town:read', 'request:read', ...names)).send(filter, { code: town.code, household });
  const refused = { code: 'FORBIDDEN', scopes: ['household:read'], field: 'filter.household' };
  expect((await filtered()).errors.map(({ extensions }) => extensions)).toMatchObject([refused, refused]);
  expect((await filtered('household:read')).data?.town).toEqual({
    requests: { totalCount: 1 },
    requestRates: [{ count: 1 }],
  });
});

it('the tree has no teams for an application that may not see them', async () => {
  const query = 'query($code: RegisterCode!) { town(code: $code) { tree(asOf: "2024-01-01") { kind name } } }';
  const kinds = async (client: ApiClient) =>
    (await client.ask(query, { code: town.code })).town.tree.map(({ kind }: Data) => kind as string);
  const seen: string[] = await kinds(await through('town:read', 'unit:read', 'team:read'));
  expect(seen).toContain('TEAM');
  expect(await kinds(await through('town:read', 'unit:read'))).toEqual(seen.filter((kind) => kind !== 'TEAM'));
});

it('neither a block nor a role leads an application to a team that it may not see', async () => {
  const lead = await town.account('TEAM_LEAD', { team });
  const { viewer } = await lead.ask('{ viewer { account { name } } }');
  const acting = (scope: string) => actingFor(platform, application, viewer.account.name, scope);
  const own = '{ viewer { assignments { team { name } } } }';
  const teams = 'query($id: ID!) { unit(id: $id) { name ... on Block { teams { name } } } }';
  const blind = await acting('town:read unit:read');
  expect(await blind.ask(own)).toEqual({ viewer: { assignments: [{ team: null }] } });
  expect(await blind.send(teams, { id: east })).toMatchObject({
    data: { unit: null },
    errors: [{ path: ['unit', 'teams'], extensions: { code: 'FORBIDDEN', scopes: ['team:read'] } }],
  });
  const seeing = await acting('town:read unit:read team:read');
  expect(await seeing.ask(own)).toEqual({ viewer: { assignments: [{ team: { name: '一组' } }] } });
  expect((await seeing.ask(teams, { id: east })).unit.teams).toEqual([{ name: '一组' }]);
});

it('the record of a household leaves out categories for who sees none, page by page', async () => {
  const query = `query($id: ID!) @purpose(of: CHECK) { household(id: $id) { events(first: 1) {
    totalCount nodes { kind } pageInfo { hasNextPage } } } }`;
  const events = async (client: ApiClient) => (await client.ask(query, { id: household })).household.events;
  const seeing = ['household:read', 'resident:read'];
  const whole = await events(await through(...seeing, 'category:read'));
  expect(whole.totalCount).toBe(3);
  expect(await events(await through(...seeing))).toEqual({ ...whole, totalCount: 2 });
});

it('what a restructuring changes is counted for who counts it, and names teams to who sees them', async () => {
  const query = `query($id: ID!) { restructuring(id: $id) { difference { units { changes } teams { nameBefore } posts { title } accounts { role }
    households { from { name } count } organizations { from { name } count } figures { figure before after } } } }`;
  const seen = async (...names: string[]) => {
    const client = await through('restructuring:read', ...names);
    return (await client.ask(query, { id: restructuring })).restructuring.difference;
  };
  const blind = await seen();
  expect(blind).toMatchObject({ units: [{ changes: ['CLOSED'] }], teams: null });
  expect(blind.organizations).toEqual([{ from: { name: '西块' }, count: null }]);
  expect(new Set(blind.figures.flatMap(({ before, after }: Data) => [before, after]))).toEqual(new Set([null]));
  const counting = await seen(
    'unit:count',
    'coverage:count',
    'household:count',
    'household:read',
    'visit:read',
    'team:read',
  );
  expect(counting).toMatchObject({ teams: [], organizations: [{ count: 1 }] });
  // Accounts are of people alone, whatever an application is let do; posts are told to who restructures and sees the people.
  expect(await seen('unit:restructure')).toMatchObject({ posts: null, accounts: null });
  expect(await seen('unit:restructure', 'person:read')).toMatchObject({ posts: [], accounts: null });
  expect(counting.figures).toContainEqual({ figure: 'BLOCK', before: 3, after: 2 });
  expect(counting.figures).toContainEqual({ figure: 'HOUSEHOLD', before: 2, after: 2 });
});

it('importing households tells what is there, by counts, refusals and the digest, and takes reading it', async () => {
  const rows = [
    member('甲1', { 块区: `${village}/北块` }),
    member('乙2', { 块区: `${village}/东块`, 姓名: '王小明', 出生年份: '1950' }),
  ];
  const from = { from: '2024-07-01' };
  const refused = async (content: string, ...names: string[]) => {
    const client = await through('town:read', 'household:import', ...names);
    const missing = [];
    for (const [mutation, more] of [
      ['previewHouseholdImport', from],
      ['importHouseholds', { ...from, duplicates: 'ADD', expectedDigest: 'x' }],
    ] as const) {
      const query = `mutation($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) @purpose(of: UPKEEP) {
        ${mutation}(input: $input) { households unchanged duplicateCount errorCount digest } }`;
      const { data, errors } = await client.send(query, { input: inputOf(town, content, more) });
      expect(data).toBeNull();
      missing.push(errors.map(({ extensions }) => [extensions.code, extensions.scopes]));
    }
    expect(missing[1]).toEqual(missing[0]);
    return missing[0];
  };
  const categorized = rowsOf([member('丙3', { 块区: `${village}/东块`, 类别: '独居老人', 类别原因: '独居' })]);
  const reading = ['household:read', 'resident:read'];
  expect(await refused(rowsOf(rows))).toEqual([['FORBIDDEN', reading]]);
  expect(await refused(rowsOf(rows), 'household:read', 'category:read')).toEqual([['FORBIDDEN', ['resident:read']]]);
  expect(await refused(categorized, ...reading)).toEqual([['FORBIDDEN', ['category:read']]]);
  const seeing = await preview(town, rowsOf(rows), from, await through('town:read', 'household:import', ...reading));
  expect(seeing).toMatchObject({
    duplicates: [{ row: 3, code: '乙2', otherRow: null, household: { code: '甲1' } }],
    errors: [{ row: 2, code: 'rowDiffers', message: expect.stringContaining('东块') }],
  });
});

it('importing organisations tells what is there, and takes reading it', async () => {
  const rows = [organization('甲厂', `${village}/东块`, { 人数: '30' }), organization('甲厂', `${village}/北块`)];
  const content = organizationsOf(rows);
  const from = { from: '2024-07-01' };
  const blind = await through('town:read', 'organization:import');
  for (const [mutation, more] of [
    ['previewOrganizationImport', from],
    ['importOrganizations', { ...from, expectedDigest: 'x' }],
  ] as const) {
    const query = `mutation($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) {
      ${mutation}(input: $input) { organizations unchanged differenceCount duplicateCount digest } }`;
    const { data, errors } = await blind.send(query, { input: organizationInput(town, content, more) });
    expect(data).toBeNull();
    expect(errors.map(({ extensions }) => [extensions.code, extensions.scopes])).toEqual([
      ['FORBIDDEN', ['organization:read']],
    ]);
  }
  const seeing = await through('town:read', 'organization:import', 'organization:read');
  expect(await previewOrganizations(town, content, from, seeing)).toMatchObject({
    differences: [{ row: 2, organization: { name: '甲厂' }, facts: [{ column: '人数', there: '20', told: '30' }] }],
    duplicates: [{ row: 3, name: '甲厂', organization: { name: '甲厂' } }],
  });
});

it('what records give beside a published figure is told to who may count it', async () => {
  const { id } = await report(town);
  const query = 'query($id: ID!) { reportedFigure(id: $id) { value derived { value rounded } difference holds } }';
  const seen = async (...names: string[]) =>
    (await (await through('figure:read', ...names)).ask(query, { id })).reportedFigure;
  expect(await seen()).toEqual({
    value: '4000',
    derived: { value: null, rounded: null },
    difference: null,
    holds: null,
  });
  const counting = await seen('household:count', 'household:read', 'visit:read');
  expect(counting).toMatchObject({ derived: { value: '2' }, difference: '-3998', holds: false });
});
