import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { csv, exportFile, fileOf, importFile, line, preview } from './import.fixture.ts';

const platform = testPlatform();

const village = csv([line('村', '', { 名称: '汇东' })]);

it('is for the town’s administrators alone', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const input = fileOf(town, village);
  const { digest: expectedDigest } = await preview(town, village);
  const query = 'query($code: RegisterCode!) { town(code: $code) { treeFile(format: CSV) { content } } }';
  await changesNothing(platform, town, async () => {
    for (const [client, code] of [
      [officer, 'FORBIDDEN'],
      [platform.operator, 'FORBIDDEN'],
      [other.admin, 'NOT_FOUND'],
      [platform.public, 'UNAUTHENTICATED'],
    ] as const) {
      expect((await client.refused('previewTreeImport', input)).code).toBe(code);
      expect((await client.refused('importTree', { ...input, expectedDigest })).code).toBe(code);
      const { data, errors } = await client.send(query, { code: town.code });
      expect(errors[0]?.extensions.code).toBe(code);
      expect(data?.town?.treeFile ?? null).toBeNull();
    }
  });
});

it('tells an application nothing of what it may not see: a file is held against units, teams and people', async () => {
  const town = await platform.newTown();
  const scopes = ['TREE_IMPORT', 'UNIT_READ', 'TEAM_READ', 'PERSON_READ'];
  const application = await registerApplication(platform, scopes);
  await consent(town, application, scopes);
  const input = fileOf(town, village);
  const all = ['tree:import', 'unit:read', 'team:read', 'person:read'];
  for (const without of all.slice(1)) {
    const client = await clientOf(platform, application, all.filter((scope) => scope !== without).join(' '));
    expect(await client.refused('previewTreeImport', input), without).toMatchObject({ code: 'FORBIDDEN' });
  }
  const query = 'mutation($input: PreviewTreeImportInput!) { previewTreeImport(input: $input) { rows } }';
  const client = await clientOf(platform, application, all.join(' '));
  expect((await client.ask(query, { input })).previewTreeImport).toEqual({ rows: 1 });
});

it('imports only what was looked at: not where the file or the town has become another', async () => {
  const town = await platform.newTown();
  const { digest: expectedDigest } = await preview(town, village);
  const refused = { code: 'CONFLICT', field: 'input.expectedDigest' };
  await changesNothing(platform, town, async () => {
    const another = csv([line('村', '', { 名称: '汇西' })]);
    expect(await town.admin.refused('importTree', fileOf(town, another, { expectedDigest }))).toEqual(refused);
    const later = fileOf(town, village, { expectedDigest, from: '2024-01-01' });
    expect(await town.admin.refused('importTree', later)).toEqual(refused);
  });
  const other = await platform.newTown();
  await changesNothing(platform, other, async () => {
    expect(await other.admin.refused('importTree', fileOf(other, village, { expectedDigest }))).toEqual(refused);
    for (const fileName of ['', '表'.repeat(201), '\u0000.csv']) {
      const wrong = { code: 'BAD_INPUT', field: 'input.fileName' };
      expect(await other.admin.refused('previewTreeImport', fileOf(other, village, { fileName }))).toEqual(wrong);
    }
  });
  await town.admin.do('openUnit', { town: town.code, kind: 'VILLAGE', name: '汇东' }, 'unit { id }');
  await changesNothing(platform, town, async () => {
    expect(await town.admin.refused('importTree', fileOf(town, village, { expectedDigest }))).toEqual(refused);
  });
});

it('imports once when it is asked ten times at once', async () => {
  const town = await platform.newTown();
  const { digest: expectedDigest } = await preview(town, village);
  const query = 'mutation($input: ImportTreeInput!) { importTree(input: $input) { opens } }';
  const input = fileOf(town, village, { expectedDigest, idempotencyKey: 'a' });
  const keyed = await Promise.all(Array.from({ length: 10 }, () => town.admin.send(query, { input })));
  expect(keyed.map(({ data }) => data)).toEqual(Array.from({ length: 10 }, () => ({ importTree: { opens: 1 } })));
  const again = await Promise.all(
    Array.from({ length: 3 }, () => town.admin.send(query, { input: fileOf(town, village, { expectedDigest }) })),
  );
  expect(again.map(({ errors }) => errors[0]?.extensions.code)).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT']);
  expect(platform.faults).toEqual([]);
});

it('waits for other imports of the town, of which at most twenty wait', async () => {
  const town = await platform.newTown();
  const query = 'mutation($input: PreviewTreeImportInput!) { previewTreeImport(input: $input) { digest } }';
  const asked = Array.from({ length: 25 }, () => town.admin.send(query, { input: fileOf(town, village) }));
  const answers = await Promise.all(asked);
  const refused = answers.flatMap(({ errors }) => errors.map(({ extensions }) => [extensions.code, extensions.field]));
  expect(refused).toEqual(Array.from({ length: 5 }, () => ['LIMIT_EXCEEDED', 'input.town']));
  expect(answers.filter(({ data }) => data?.previewTreeImport.digest).length).toBe(20);
});

it('can be undone as long as nothing hangs on it, and exports any day', async () => {
  const town = await platform.newTown();
  await importFile(town, csv([line('村', '', { 名称: '汇东', 开始日期: '2024-01-01' })]));
  const { town: read } = await town.admin.ask(
    'query($code: RegisterCode!) { town(code: $code) { restructurings { nodes { id origin } } } }',
    { code: town.code },
  );
  const before = (await exportFile(town, town.admin, 'CSV', '2023-12-31')).toString();
  expect(before).not.toContain('汇东');
  expect((await exportFile(town, town.admin, 'CSV', '2024-01-01')).toString()).toContain('村,,汇东,');
  const [event] = read.restructurings.nodes;
  await town.admin.do('undoRestructuring', { restructuring: event.id, reason: '误导入' }, 'restructuring { status }');
  expect((await exportFile(town, town.admin)).toString()).not.toContain('汇东');
});
