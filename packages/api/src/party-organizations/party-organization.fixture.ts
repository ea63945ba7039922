import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';

let count = 0;

/**
 * Founds a Party organisation, by default an independent branch of the town itself with a name of its own, from the beginning of
 * 2023 on. Returns what is selected of it.
 */
export async function partyOrganization(
  town: TestTown,
  input: Record<string, unknown> = {},
  selection = 'id',
  client: ApiClient = town.admin,
): Promise<Data> {
  const usual = {
    town: town.code,
    name: `第${++count}党支部`,
    kind: 'BRANCH',
    form: 'INDEPENDENT',
    from: '2023-01-01',
  };
  const full = { ...usual, ...input };
  return (await client.do('foundPartyOrganization', full, `partyOrganization { ${selection} }`)).partyOrganization;
}

/** Gives a post in a Party organisation, by default that of its secretary from the beginning of 2023 on. Returns its id. */
export async function partyPost(
  town: TestTown,
  party: string,
  input: Record<string, unknown>,
  client: ApiClient = town.admin,
): Promise<string> {
  const full = { partyOrganization: party, title: 'SECRETARY', from: '2023-01-01', ...input };
  return (await client.do('givePartyPost', full, 'post { id }')).post.id;
}

/** A Party organisation on a day, as one of the town’s people reads it. Returns what is selected of it. */
export async function partyOn(client: ApiClient, id: string, asOf: string, selection: string): Promise<Data> {
  const query = `query($id: ID!, $asOf: Date!) { partyOrganization(id: $id, asOf: $asOf) { ${selection} } }`;
  return (await client.ask(query, { id, asOf })).partyOrganization;
}

/** The Party’s tree of a town on a day, a line each: how deep it stands, and its name. */
export async function partyTree(town: TestTown, asOf: string, client: ApiClient = town.admin): Promise<string[]> {
  const query = `query($code: RegisterCode!, $asOf: Date!) { town(code: $code) { partyTree(asOf: $asOf) { id name parent { id } } } }`;
  const { town: read } = await client.ask(query, { code: town.code, asOf });
  const depths = new Map<string, number>();
  return read.partyTree.map(({ id, name, parent }: Data) => {
    const depth = parent === null ? 0 : (depths.get(parent.id) ?? Number.NaN) + 1;
    depths.set(id, depth);
    return `${'-'.repeat(depth)}${name}`;
  });
}
