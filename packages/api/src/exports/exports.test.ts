import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { clientOf } from '../applications/application.fixture.ts';
import { register } from '../households/household.fixture.ts';
import { hurry } from '../jobs/job.fixture.ts';
import { type Inhabited, inhabitedTown } from '../residents/resident.fixture.ts';
import { dayAfter, dayOf } from '../today.ts';
import {
  type Exporting,
  exported,
  exporting,
  fetchFile,
  linesOf,
  look,
  makesExports,
  over,
  request,
  shown,
} from './export.fixture.ts';
import { exportJob } from './export-task.ts';

const platform = testPlatform();

const units = 'fragment Units on Unit { id name kind status parent { id } versions { name validFrom validTo } }';

it('an export is a file with a line for each record, whose size and digest are told', async () => {
  const { said } = await makesExports(platform);
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const block = await town.openUnit();
  await other.openUnit();
  const of = await exporting(platform, town, ['UNIT_READ']);
  const ready = await exported(of, { fragments: units });
  const lines = await linesOf(of, ready);
  expect(lines.map(({ id }) => id)).toContain(block);
  const [stored] = await platform.database.sql<{ count: number }>(
    'select count(*)::int as count from unit where town_id = $1',
    [town.code],
  );
  expect(lines).toHaveLength(stored?.count ?? 0);
  expect(ready).toMatchObject({
    counts: [{ type: 'Unit', records: lines.length, gone: 0 }],
    since: null,
    purpose: null,
  });
  expect(ready.points).toBeGreaterThan(lines.length * 10);
  const bytes = Buffer.from(await (await fetchFile(of, ready)).arrayBuffer());
  expect({ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }).toEqual({
    size: ready.size,
    sha256: ready.sha256,
  });
  expect((await look(of, ready.id)).downloads).toBe(2);
  expect(said).toEqual([]);
});

describe('an export is refused', () => {
  it('to people, to an application without the scope, and of a town that has not consented', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    const of = await exporting(platform, town, ['UNIT_READ']);
    const input = { town: town.code, fragments: units };
    expect(await town.admin.refused('requestExport', input)).toEqual({ code: 'FORBIDDEN' });
    const narrow = await clientOf(platform, of.application, 'town:read unit:read');
    expect(await narrow.refused('requestExport', input)).toEqual({ code: 'FORBIDDEN' });
    expect(await of.client.refused('requestExport', { ...input, town: other.code })).toEqual({
      code: 'NOT_FOUND',
      field: 'input.town',
    });
    expect(
      await platform.database.sql('select from export where town_id = any($1)', [[town.code, other.code]]),
    ).toEqual([]);
  });

  it('while the application has one under way in the town, until that is cancelled', async () => {
    const town = await platform.newTown();
    const [of, another] = [
      await exporting(platform, town, ['UNIT_READ']),
      await exporting(platform, town, ['UNIT_READ']),
    ];
    const input = { town: town.code, fragments: units };
    const requests = await Promise.all(
      Array.from({ length: 5 }, () =>
        of.client.send('mutation($input: RequestExportInput!) { requestExport(input: $input) { export { id } } }', {
          input,
        }),
      ),
    );
    const codes = requests.map(({ errors }) => errors[0]?.extensions).filter(Boolean);
    expect(codes).toEqual(Array.from({ length: 4 }, () => ({ code: 'CONFLICT', field: 'input.town' })));
    const id = requests.find(({ data }) => data?.requestExport)?.data.requestExport.export.id;
    await request(another, { fragments: units });
    expect(await another.client.refused('cancelExport', { export: id })).toEqual({
      code: 'NOT_FOUND',
      field: 'input.export',
    });
    const cancelled = await of.client.do('cancelExport', { export: id }, shown);
    expect(cancelled.export).toMatchObject({ state: 'CANCELLED', path: null });
    expect(await of.client.refused('cancelExport', { export: id })).toEqual({
      code: 'CONFLICT',
      field: 'input.export',
    });
    await makesExports(platform);
    await exported(of, { fragments: units });
    expect((await look(of, id)).state).toBe('CANCELLED');
  });

  it('for fragments of more than 20,000 characters, or with one that cannot be kept', async () => {
    const of = await exporting(platform, await platform.newTown(), ['UNIT_READ']);
    const commented = (comment: string) => ({ town: of.town.code, fragments: `${units} #${comment}` });
    const longest = '注'.repeat(20_000 - units.length - 2);
    const refusal = { code: 'BAD_INPUT', field: 'input.fragments' };
    expect(await of.client.refused('requestExport', commented(`${longest}注`))).toEqual(refusal);
    expect(await of.client.refused('requestExport', commented('\u0000'))).toEqual(refusal);
    await request(of, commented(longest));
  });

  it('but not where it is asked for again with its key: that is the same one', async () => {
    const of = await exporting(platform, await platform.newTown(), ['UNIT_READ']);
    const input = { fragments: units, idempotencyKey: 'nightly' };
    const [one, two] = [await request(of, input), await request(of, input)];
    expect(two.id).toBe(one.id);
  });
});

describe('what was taken out of a town', () => {
  let of: Exporting;
  let ready: Data;
  const log =
    'query($code: RegisterCode!) { town(code: $code) { exports(first: 5) { totalCount nodes { id state application { name } } } } }';
  beforeAll(async () => {
    const town = await platform.newTown();
    of = await exporting(platform, town, ['UNIT_READ']);
    ready = await request(of, { fragments: units });
  });

  it('is told to whoever decides in the town about applications, and to nobody else there', async () => {
    const { town } = of;
    const listed = { totalCount: 1, nodes: [{ id: ready.id, state: 'WAITING', application: { name: '数据看板' } }] };
    expect((await town.admin.ask(log, { code: town.code })).town.exports).toEqual(listed);
    expect((await of.client.ask(log, { code: town.code })).town.exports).toEqual(listed);
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    expect((await officer.ask(log, { code: town.code })).town.exports).toBeNull();
    const other = await exporting(platform, town, ['UNIT_READ']);
    expect((await other.client.ask(log, { code: town.code })).town.exports.totalCount).toBe(0);
    const node = 'query($id: ID!) { node(id: $id) { id } }';
    for (const client of [officer, other.client, (await platform.newTown()).admin]) {
      expect((await client.send(node, { id: ready.id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });

  it('is told to whoever registered the application, of all towns', async () => {
    const query = `query($id: String!) { application(clientId: $id) { exports { nodes { id town { code } counts { records } } } } }`;
    const owner = platform.operator;
    const { application } = await owner.ask(query, { id: of.application.clientId });
    expect(application.exports.nodes).toEqual([{ id: ready.id, town: { code: of.town.code }, counts: [] }]);
    const { application: seen } = await of.town.admin.ask(query, { id: of.application.clientId });
    expect(seen.exports).toBeNull();
    expect((await owner.ask('query($id: ID!) { node(id: $id) { id } }', { id: ready.id })).node).toEqual({
      id: ready.id,
    });
  });
});

describe('personal data in an export', () => {
  let settled: Inhabited;
  let of: Exporting;
  const fragments = 'fragment Residents on Resident { id name telephone }';
  const readings = async (): Promise<Data[]> => {
    const auditor = await settled.town.account('AUDITOR');
    const query = `query($code: RegisterCode!) { town(code: $code) { readings(first: 100) {
      nodes { operation purpose fields subjects application { name } } } } }`;
    return (await auditor.ask(query, { code: settled.town.code })).town.readings.nodes;
  };
  beforeAll(async () => {
    settled = await inhabitedTown(platform, 12);
    of = await exporting(platform, settled.town, ['UNIT_READ', 'HOUSEHOLD_READ', 'RESIDENT_READ']);
  });

  it('come in full to what says what for, and else masked; the auditor finds one look at all of them', async () => {
    await makesExports(platform);
    const head = settled.heads[0];
    const full = await exported(of, { fragments, purpose: 'UPKEEP' });
    const lines = await linesOf(of, full);
    expect(lines.find(({ id }) => id === head)?.record).toMatchObject({ name: '张三丰', telephone: '13812345678' });
    const masked = await linesOf(of, await exported(of, { fragments }));
    expect(masked.find(({ id }) => id === head)?.record).toMatchObject({ name: '张**', telephone: '138****5678' });
    const look = {
      fields: ['Resident.name', 'Resident.telephone'],
      subjects: lines.length,
      application: { name: '数据看板' },
    };
    expect(await readings()).toMatchObject([
      { ...look, purpose: null },
      { ...look, purpose: 'UPKEEP', operation: expect.stringMatching(/^export [0-9a-f-]{36}$/) },
    ]);
  });

  it('are, of what changed since an earlier export, looks at those alone whose record is handed out', async () => {
    await makesExports(platform);
    const earlier = await exported(of, { fragments, purpose: 'UPKEEP' });
    const before = (await readings()).length;
    const unchanged = await exported(of, { since: earlier.id, purpose: 'UPKEEP' });
    expect(await linesOf(of, unchanged)).toEqual([]);
    expect(await readings()).toHaveLength(before);
    const [household] = await register(settled.town, settled.blocks[0], ['新户']);
    await settled.town.admin.do(
      'addResident',
      { household, name: '李四', from: dayOf(new Date()) },
      'resident { id }',
      'UPKEEP',
    );
    const changed = await exported(of, { since: unchanged.id, purpose: 'UPKEEP' });
    expect((await linesOf(of, changed)).map(({ record }) => record.name)).toEqual(['李四']);
    expect((await readings())[0]).toMatchObject({
      subjects: 1,
      purpose: 'UPKEEP',
      operation: expect.stringMatching(/^export /),
    });
  });
});

it('an export that can be made no more fails, and says why', async () => {
  const of = await exporting(platform, await platform.newTown(), ['UNIT_READ']);
  const { sql } = platform.database;
  const changed = await request(of, { fragments: units });
  // As an upgrade does between the asking and the making.
  await sql(`update export set fragments = 'fragment F on Unit { gone }' where town_id = $1`, [of.town.code]);
  const { stop } = await makesExports(platform);
  expect(await over(of, changed)).toMatchObject({
    state: 'FAILED',
    path: null,
    failure: { code: 'BAD_INPUT', at: 'fragments' },
  });
  const ready = await exported(of, { fragments: units });
  await stop();
  const since = await request(of, { since: ready.id });
  await sql('delete from export_fingerprints where town_id = $1', [of.town.code]);
  await makesExports(platform);
  expect(await over(of, since)).toMatchObject({ state: 'FAILED', failure: { code: 'NOT_FOUND', at: 'since' } });
});

it('an export that fails by a fault is begun again, and given up after the fifth time', async () => {
  const { said } = await makesExports(platform);
  const of = await exporting(platform, await platform.newTown(), ['PERSON_REGISTER']);
  const { sql } = platform.database;
  await sql('revoke select on partner from app_town');
  onTestFinished(() => void sql('grant select on partner to app_town'));
  const { id } = await request(of, { fragments: 'fragment P on Partner { name }' });
  for (let attempt = 1; attempt <= 5; attempt++) {
    const begun = 'select attempts from export where town_id = $1';
    await vi.waitFor(async () => expect(await sql(begun, [of.town.code])).toEqual([{ attempts: attempt }]), soon);
    await vi.waitFor(async () => expect(said).toHaveLength(attempt), soon);
    expect(await look(of, id)).toMatchObject({ state: 'RUNNING' });
    await hurry(platform, exportJob);
  }
  expect(await over(of, { id })).toMatchObject({ state: 'FAILED', failure: { code: 'UNAVAILABLE', at: null } });
});

const soon = { timeout: 15_000, interval: 50 };

it('a token that is for less than an export’s cannot fetch it', async () => {
  await makesExports(platform);
  const of = await exporting(platform, await platform.newTown(), ['UNIT_READ', 'TEAM_READ']);
  const ready = await exported(of, { fragments: units });
  const client = await clientOf(platform, of.application, 'town:read unit:read record:export');
  const narrow = await fetchFile({ client }, ready);
  expect(narrow.status).toBe(403);
  expect(await narrow.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
});

it('an earlier export is one of the application’s own in the town, that is ready', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const [of, another] = [
    await exporting(platform, town, ['UNIT_READ']),
    await exporting(platform, town, ['UNIT_READ']),
  ];
  const elsewhere = await exporting(platform, other, ['UNIT_READ']);
  const waiting = await request(of, { fragments: units });
  const refused = (since: string, more = {}) => of.client.refused('requestExport', { town: town.code, since, ...more });
  expect(await refused(waiting.id)).toEqual({ code: 'CONFLICT', field: 'input.since' });
  await makesExports(platform);
  const ready = await over(of, waiting);
  for (const each of [another, elsewhere]) {
    const { id } = await exported(each, { fragments: units });
    expect(await refused(id)).toEqual({ code: 'NOT_FOUND', field: 'input.since' });
  }
  expect(await refused(ready.id, { fragments: units })).toEqual({ code: 'BAD_INPUT', field: 'input.fragments' });
});

it('a consent that says less from now on refuses what needs more', async () => {
  const town: TestTown = await platform.newTown();
  const of = await exporting(platform, town, ['UNIT_READ', 'TEAM_READ']);
  const less = {
    town: town.code,
    clientId: of.application.clientId,
    scopes: ['RECORD_EXPORT', 'UNIT_READ', 'TOWN_READ'],
    until: dayAfter(dayOf(new Date())),
  };
  await town.admin.do('consentToApplication', less, 'consent { id }');
  platform.advance(3100);
  const asking = { town: town.code, fragments: 'fragment Teams on Team { name }' };
  expect(await of.client.refused('requestExport', asking)).toEqual({ code: 'FORBIDDEN', field: 'input.fragments' });
});
