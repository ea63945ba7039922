import { Client } from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ApiClient } from '../test/client.ts';
import { testPlatform } from '../test/platform.ts';

const platform = testPlatform();

/** Runs an operation and counts the statements it sends, those of authentication and of the transaction left out. */
async function statements(client: ApiClient, query: string, variables: Record<string, unknown>): Promise<string[]> {
  await client.ask('{ viewer { account { name } } }');
  const sent: string[] = [];
  const spy = vi.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...args: unknown[]) {
    const [query] = args;
    const text = typeof query === 'string' ? query : (query as { text?: string }).text;
    if (text) sent.push(text);
    return original.apply(this, args as never) as never;
  });
  await client.ask(query, variables);
  spy.mockRestore();
  return sent.filter((text) => !/^(begin|start|commit|rollback|set|select app\.enter)/i.test(text));
}
const original = Client.prototype.query;

describe('the number of statements of a query does not grow with its rows', () => {
  let small: { code: string; admin: ApiClient };
  let large: { code: string; admin: ApiClient };

  beforeAll(async () => {
    small = await townWith(1);
    large = await townWith(12);
  });

  it.each([
    ['the town’s tree', 3, 'tree { id parent kind name }'],
    [
      'units with all around them',
      10,
      'units(first: 100) { nodes { name parent { name } ancestors { name } children { nodes { name } } versions { name parent { name } } viewerCan posts { person { name } } ... on Block { teams { name members { person { name posts { title unit { name } } } } } } } }',
    ],
    ['what is incomplete', 6, 'findings(first: 100) { nodes { rule unit { name ancestors { name } } team { name } } }'],
    ['the tree as a file', 9, 'treeFile(format: CSV) { rows }'],
    ['the people', 5, 'people(first: 100) { nodes { name posts { title unit { name } } } }'],
    [
      'the accounts',
      7,
      'accounts(first: 100) { nodes { name assignments { role unit { name } team { name } town { name } } } }',
    ],
  ])('%s: at most %i', async (_name, most, selection) => {
    const query = `query($code: RegisterCode!) { town(code: $code) { ${selection} } }`;
    const few = await statements(small.admin, query, { code: small.code });
    const many = await statements(large.admin, query, { code: large.code });
    expect(many).toHaveLength(few.length);
    expect(many.length, many.join('\n')).toBeLessThanOrEqual(most);
  });

  it('units that began on many days, with what stood above them then: as many as for one day', async () => {
    const town = await platform.newTown();
    const query = `query($code: RegisterCode!) { town(code: $code) { units(kind: BLOCK, first: 100) { nodes { versions { parent { name } } ... on Block { teams { versions { block { name } } } } } } } }`;
    const onDay = async (day: number) => {
      const block = await town.openUnit({ from: `2024-02-${day}` });
      await town.admin.do('formTeam', { block, name: '组团', from: `2024-03-${day}` }, 'team { id }');
    };
    await onDay(10);
    await onDay(11);
    const few = await statements(town.admin, query, { code: town.code });
    for (let day = 12; day < 27; day++) await onDay(day);
    const many = await statements(town.admin, query, { code: town.code });
    expect(many.length, many.join('\n')).toBe(few.length);
  });

  it('all districts with all towns and their counts: at most 5', async () => {
    const query = '{ districts { name towns { name unitCounts { kind count } teamCount district { name } } } }';
    const sent = await statements(platform.operator, query, {});
    expect(sent.length, sent.join('\n')).toBeLessThanOrEqual(5);
  });
});

/** A town with so many blocks, and with every kind of row that hangs on them. */
async function townWith(blocks: number): Promise<{ code: string; admin: ApiClient }> {
  const town = await platform.newTown();
  for (let block = 0; block < blocks; block++) {
    const parent = town.unit(block % 4);
    const id = await town.openUnit({ parent });
    for (let each = 0; each < blocks; each += 6) {
      const team = await town.formTeam(id);
      await town.admin.do('joinTeam', { team, person: await town.person(), role: 'LEAD' }, 'member { id }');
    }
    await town.admin.do(
      'appointOfficer',
      { unit: parent, person: await town.person(), title: 'OFFICER' },
      'post { id }',
    );
    if (block % 4 === 0) await town.account('UNIT_OFFICER', { unit: parent });
  }
  return town;
}
