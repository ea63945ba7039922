import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { listen } from '../statements/listen.fixture.ts';
import { dayAfter, dayOf } from '../today.ts';
import { clientOf, consent, registerApplication, type TestApplication } from './application.fixture.ts';

const platform = testPlatform();
const scopes = ['TOWN_READ', 'UNIT_READ'];
const query = `query($clientId: String!, $holding: Boolean, $first: Int, $after: String) {
  application(clientId: $clientId) { consents(holding: $holding, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { town { code } scopes grantedAt grantedBy validTo endedAt endedBecause application { clientId } } } } }`;

let application: TestApplication;
beforeEach(async () => {
  application = await registerApplication(platform, scopes);
});

async function shown(client: ApiClient, variables: Record<string, unknown> = {}): Promise<Data> {
  return (await client.ask(query, { clientId: application.clientId, ...variables })).application.consents;
}

describe('whoever registered an application', () => {
  it('sees which towns let it do what, since when and until when, and not who decided', async () => {
    const [first, second] = [await platform.newTown(), await platform.newTown()];
    const until = dayAfter(dayOf(new Date()));
    await consent(first, application, ['TOWN_READ'], until);
    await consent(second, application, scopes);
    const { totalCount, nodes } = await shown(platform.operator);
    expect(totalCount).toBe(2);
    expect(nodes).toEqual(
      [
        { town: { code: second.code }, scopes, validTo: null },
        { town: { code: first.code }, scopes: ['TOWN_READ'], validTo: until },
      ].map((each) => ({
        ...each,
        grantedAt: expect.any(String),
        grantedBy: null,
        endedAt: null,
        endedBecause: null,
        application: { clientId: application.clientId },
      })),
    );
  });

  it('sees what is withdrawn, replaced, run out or retired as ended, and as what, at once', async () => {
    const [withdrawing, replacing, ending] = [
      await platform.newTown(),
      await platform.newTown(),
      await platform.newTown(),
    ];
    const id = await consent(withdrawing, application, scopes);
    await consent(replacing, application, ['TOWN_READ']);
    await consent(ending, application, scopes, dayAfter(dayOf(new Date())));
    expect((await shown(platform.operator, { holding: true })).totalCount).toBe(3);
    await withdrawing.admin.do('withdrawConsent', { consent: id }, 'consent { id }');
    await consent(replacing, application, scopes);
    await platform.database.sql(
      'update application_consent set valid_to = current_date - 1 where town_id = $1 and valid_to is not null',
      [ending.code],
    );
    const codes = ({ nodes }: Data) => nodes.map((each: Data) => each.town.code);
    expect(codes(await shown(platform.operator, { holding: true }))).toEqual([replacing.code]);
    const over = await shown(platform.operator, { holding: false });
    expect(codes(over)).toEqual([ending.code, replacing.code, withdrawing.code]);
    expect(over.nodes.map((each: Data) => each.endedAt !== null)).toEqual([false, true, true]);
    const why = ({ nodes }: Data) => nodes.map((each: Data) => each.endedBecause);
    expect(why(over)).toEqual(['RUN_OUT', 'REPLACED', 'WITHDRAWN']);
    await platform.operator.do('endApplication', { application: application.id }, 'application { id }');
    expect((await shown(platform.operator, { holding: true })).totalCount).toBe(0);
    expect(why(await shown(platform.operator, { holding: false }))).toEqual([
      ...['RETIRED', 'RUN_OUT', 'REPLACED', 'WITHDRAWN'],
    ]);
  });

  it('sees one that had run out as that, also where the town consents anew, and so does the town', async () => {
    const town = await platform.newTown();
    await consent(town, application, scopes, dayAfter(dayOf(new Date())));
    await platform.database.sql('update application_consent set valid_to = current_date - 1 where town_id = $1', [
      town.code,
    ]);
    await consent(town, application, scopes);
    const ofTown = 'query($code: RegisterCode!) { town(code: $code) { consents { nodes { endedBecause } } } }';
    const { consents } = (await town.admin.ask(ofTown, { code: town.code })).town;
    expect(consents.nodes).toEqual([{ endedBecause: null }, { endedBecause: 'RUN_OUT' }]);
    const { nodes } = await shown(platform.operator, { holding: false });
    expect(nodes.map((each: Data) => each.endedBecause)).toEqual(['RUN_OUT']);
  });

  it('reads them page by page', async () => {
    const towns = [await platform.newTown(), await platform.newTown(), await platform.newTown()];
    for (const town of towns) await consent(town, application, scopes);
    const first = await shown(platform.operator, { first: 2 });
    expect([first.nodes.length, first.totalCount, first.pageInfo.hasNextPage]).toEqual([2, 3, true]);
    const second = await shown(platform.operator, { first: 2, after: first.pageInfo.endCursor });
    expect(second.nodes.map((each: Data) => each.town.code)).toEqual([towns[0]?.code]);
  });

  it('reads those of all applications with as many statements as of one', async () => {
    const town = await platform.newTown();
    const owner = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const mine = '{ viewer { applications { nodes { consents { nodes { town { name } scopes } } } } } }';
    await consent(town, await registerApplication(platform, scopes, owner), scopes);
    const few = await listen(owner, mine, {});
    for (let more = 0; more < 3; more++) {
      const other = await platform.newTown();
      await consent(other, await registerApplication(platform, scopes, owner), scopes);
    }
    const many = await listen(owner, mine, {});
    const count = (data: Data) => data.viewer.applications.nodes.flatMap(({ consents }: Data) => consents.nodes).length;
    expect([count(few.data), count(many.data)]).toEqual([1, 4]);
    expect(many.sent.length, many.sent.join('\n')).toBe(few.sent.length);
  });
});

it('nobody else sees them: another developer, a town of its own consents only, nor the application itself', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  await consent(town, application, scopes);
  expect(await shown(town.admin)).toBeNull();
  expect(await shown(other.admin)).toBeNull();
  expect(await shown(await clientOf(platform, application, 'town:read'))).toBeNull();
  const ofTown = 'query($code: RegisterCode!) { town(code: $code) { consents { totalCount } } }';
  expect((await town.admin.ask(ofTown, { code: town.code })).town.consents.totalCount).toBe(1);
  expect((await other.admin.ask(ofTown, { code: other.code })).town.consents.totalCount).toBe(0);
});
