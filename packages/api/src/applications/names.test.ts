import pg from 'pg';
import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { soon } from '../webhooks/webhook.fixture.ts';
import { consent, registerApplication } from './application.fixture.ts';

const platform = testPlatform();
const input = { description: '说明', scopes: ['TOWN_READ'] };
const refused = (name: string, client = platform.operator) => client.refused('registerApplication', { ...input, name });

it('no application goes by what looks like the platform’s name, or a town’s, in whatever letters, width and case', async () => {
  const { code } = await platform.newTown();
  const { town } = await platform.operator.ask('query($code: RegisterCode!) { town(code: $code) { name } }', { code });
  const bad = { code: 'BAD_INPUT', field: 'input.name' };
  for (const name of [
    ...[
      '连心',
      '連心助手',
      '连 心',
      '连·心',
      'Lianxin',
      'ＬＩＡＮＸＩＮ',
      'Iianxin',
      '1ianx1n',
      'lian xin',
      'LIANX丨N',
      'Lianx!n',
    ],
    ...[town.name, `${town.name}官方`, [...town.name].join(' ')],
    // Cyrillic, Greek, letters with marks, and nothing but marks.
    ...['Вoard', 'dаta', 'βoard', 'dáta', 'ɑpp', '数据看板🙂', '（——）'],
  ]) {
    expect(await refused(name), name).toEqual(bad);
  }
  const made = await registerApplication(platform, ['TOWN_READ'], platform.operator, { name: '走访（试点）Board-2' });
  const revising = { ...input, application: made.id, name: '连心' };
  expect(await platform.operator.refused('reviseApplication', revising)).toEqual(bad);
});

it('no application goes by what looks like the name of another’s that is in use; one’s own may be alike', async () => {
  const town = await platform.newTown();
  const name = 'Morning 0bserver';
  const first = await registerApplication(platform, ['TOWN_READ'], town.admin, { name });
  await registerApplication(platform, ['TOWN_READ'], town.admin, { name });
  const taken = { code: 'CONFLICT', field: 'input.name' };
  for (const other of [
    name,
    'moming observer',
    'Morning 〇bserver',
    'Morning 口8server',
    'MORNING-OBSERVER',
    'Ｍorning Observer',
  ]) {
    expect(await refused(other), other).toEqual(taken);
  }
  const { application } = await platform.operator.do(
    'registerApplication',
    { ...input, name: '晚间观察' },
    'application { id }',
  );
  const revising = { ...input, application: application.id };
  expect(await platform.operator.refused('reviseApplication', { ...revising, name: 'morning observer' })).toEqual(
    taken,
  );
  await platform.operator.do(
    'reviseApplication',
    { ...revising, name: '晚间观察', description: '别的' },
    'application { id }',
  );
  const { viewer } = await town.admin.ask('{ viewer { applications { nodes { id } } } }');
  expect(viewer.applications.nodes).toContainEqual({ id: first.id });
  for (const { id } of viewer.applications.nodes) {
    await town.admin.do('endApplication', { application: id }, 'application { id }');
  }
  await registerApplication(platform, ['TOWN_READ'], platform.operator, { name });
});

it('of two who take alike names at once one is refused', async () => {
  const [one, other] = [await platform.newTown(), await platform.newTown()];
  const send = ({ admin }: typeof one, name: string) =>
    admin.send(
      'mutation($input: RegisterApplicationInput!) { registerApplication(input: $input) { application { id } } }',
      { input: { ...input, name } },
    );
  const answers = await Promise.all([send(one, '清晨 Report'), send(other, '清晨report')]);
  expect(answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.code)).toEqual(['CONFLICT']);
});

it('a town that consents while the application changes is told of the change', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const auditor = await town.account('AUDITOR');
  const application = await registerApplication(platform, ['TOWN_READ'], other.admin, { name: '户情简报' });
  // Somebody else holds the settings of the town, so that the consent, which has read what the application says, waits.
  const holder = new pg.Client({ connectionString: platform.database.ownerUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select from tree_state where town_id = $1 for update', [town.code]);
  // Asked outside of the holder's transaction, which would be told of the connections of its first look only.
  const waiting = () =>
    platform.database.sql(
      `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
  const waits = (count: number) => soon(async () => expect(await waiting()).toHaveLength(count), 5000);
  const consenting = consent(town, application, ['TOWN_READ']);
  await waits(1);
  const said = { ...input, name: '全新的名称', application: application.id };
  const revising = other.admin.do('reviseApplication', said, 'application { name }');
  await waits(2);
  await holder.query('commit');
  await holder.end();
  await Promise.all([consenting, revising]);
  const query = `query($code: RegisterCode!) { town(code: $code) { applicationChanges { nodes { mutation } } } }`;
  expect((await auditor.ask(query, { code: town.code })).town.applicationChanges.nodes).toEqual([
    { mutation: 'reviseApplication' },
  ]);
});

it('a town keeps what an application was called when it consented, and finds in its trail that it is called otherwise', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const auditor = await town.account('AUDITOR');
  const application = await registerApplication(platform, ['TOWN_READ'], other.admin, { name: '户情分析' });
  await consent(town, application, ['TOWN_READ']);
  const trail = async (): Promise<Data[]> => {
    const query = `query($code: RegisterCode!) { town(code: $code) { applicationChanges { nodes {
      mutation application { clientId } account { name } } } } }`;
    return (await auditor.ask(query, { code: town.code })).town.applicationChanges.nodes;
  };
  const revise = (more: Record<string, unknown>) =>
    other.admin.do('reviseApplication', { ...input, ...more, application: application.id }, 'application { name }');
  await revise({ name: '户情分析', description: '为街镇汇总走访情况' });
  expect(await trail()).toEqual([]);
  await revise({ name: '助老服务' });
  expect(await trail()).toEqual([
    { mutation: 'reviseApplication', application: { clientId: application.clientId }, account: null },
  ]);
  const query = `query($code: RegisterCode!) { town(code: $code) { consents { nodes {
    applicationName applicationDescription application { name description registeredBy registeredByAccount } } } } }`;
  expect((await town.admin.ask(query, { code: town.code })).town.consents.nodes).toEqual([
    {
      ...{ applicationName: '户情分析', applicationDescription: '为街镇汇总走访情况' },
      application: {
        ...{ name: '助老服务', description: '说明' },
        ...{ registeredBy: '管理员', registeredByAccount: `admin-${other.code}` },
      },
    },
  ]);
});
