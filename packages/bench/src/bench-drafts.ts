import { atDesk } from '../../api/src/db/door.ts';
import { median } from './compare.ts';
import type { BenchPlatform, BenchTown } from './platform.ts';
import { markdown } from './table.ts';
import { households, many, openTree } from './town.ts';

interface Unit {
  id: string;
  kind: string;
}

/** What an operation took, in milliseconds, and what it cost, in points. */
interface Priced {
  took: number;
  used: number;
}

/**
 * What drafts take that do as much as one may to a whole town, beside a draft of one step and what else is priced: for each the
 * milliseconds, the points, and how many milliseconds come of 100,000 points.
 */
export async function benchDrafts(platform: BenchPlatform, rounds: number, say: (message: string) => void) {
  say(`A town of ${households} households to be restructured …`);
  const town = await platform.newTown();
  const shape = { communities: 5, villages: 60, blocks: 430, teams: 510 };
  const seat = { role: 'app_town', town: town.townId } as const;
  await atDesk(platform.orm, seat, new Date(), 'write', (desk) => openTree(desk, shape));
  await platform.vacuum();
  const period = 'first: "2025-01-01", last: "2025-12-31"';
  const inTown = (selection: string) => `query($code: RegisterCode!) { town(code: $code) { ${selection} } }`;
  const asked: { what: string; query: string; variables: Record<string, unknown> }[] = [
    { what: 'the tree', query: inTown('tree { id parent kind name }'), variables: { code: town.code } },
    {
      what: 'the file of the tree',
      query: inTown('treeFile(format: CSV) { __typename }'),
      variables: { code: town.code },
    },
    {
      what: 'twelve months',
      query: inTown(`series(indicator: "household", by: MONTH, ${period}) { points { numerator } }`),
      variables: { code: town.code },
    },
  ];
  const drafts = stepsOn(await unitsOf(town));
  for (const { what, steps } of drafts) {
    const id = await drafted(town, steps);
    const draft = 'query($id: ID!) { restructuring(id: $id)';
    asked.push(
      { what: `${what}: difference`, query: `${draft} { difference { fingerprint } } }`, variables: { id } },
      {
        what: `${what}: all of it`,
        query: `${draft} { checks { code } difference { fingerprint } tree { id } } }`,
        variables: { id },
      },
    );
  }
  const took = asked.map((): Priced[] => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, { query, variables }] of asked.entries()) {
      const one = await priced(platform, town, query, variables);
      if (round >= 0) took[index]?.push(one);
    }
  }
  const rows = asked.map(({ what }, index) => {
    const [ms, points] = [median((took[index] ?? []).map((each) => each.took)), took[index]?.[0]?.used ?? 0];
    return [what, ms.toFixed(0), String(points), ((ms / points) * 100_000).toFixed(0)];
  });
  return markdown(['', 'ms', 'points', 'ms of 100,000 points'], rows);
}

/** Drafts that a town of such units takes. */
function stepsOn(units: readonly Unit[]): { what: string; steps: object[] }[] {
  const ofKind = (kind: string) => units.flatMap((unit) => (unit.kind === kind ? [unit.id] : []));
  const [blocks, villages] = [ofKind('BLOCK'), ofKind('VILLAGE')];
  const merges = many(4, (each) => ({
    merge: { units: blocks.slice(each * 100 - 98, each * 100 + 2), into: blocks[0] },
  }));
  const transfers = many(196, (each) => ({
    transferHouseholds: { from: blocks[(each + 1) % 2], to: blocks[each % 2] },
  }));
  return [
    { what: 'one step', steps: [{ rename: { unit: villages[0], name: '甲村' } }] },
    { what: '200 new names', steps: many(200, (each) => ({ rename: { unit: blocks[each], name: `改名${each}` } })) },
    {
      what: '2,900 moves',
      steps: many(10, (each) => ({ move: { units: blocks.slice(0, 289), parent: villages[each] } })),
    },
    { what: 'all villages one', steps: [{ merge: { units: villages.slice(1), into: villages[0] } }] },
    { what: '400 blocks one, and 196 transfers', steps: [...merges, ...transfers] },
  ];
}

async function unitsOf(town: BenchTown): Promise<Unit[]> {
  const query =
    'query($code: RegisterCode!, $after: String) { town(code: $code) { units(first: 100, after: $after) { pageInfo { endCursor hasNextPage } nodes { id kind } } } }';
  const units: Unit[] = [];
  for (let after: string | null = null, isMore = true; isMore; ) {
    const { town: found } = (await town.ask(query, { code: town.code, after })) as {
      town: { units: { nodes: Unit[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
    };
    units.push(...found.units.nodes);
    after = found.units.pageInfo.endCursor;
    isMore = found.units.pageInfo.hasNextPage;
  }
  return units;
}

async function drafted(town: BenchTown, steps: readonly object[]): Promise<string> {
  const drafting =
    'mutation($input: DraftRestructuringInput!) { draftRestructuring(input: $input) { restructuring { id } } }';
  const { draftRestructuring } = (await town.ask(drafting, {
    input: { town: town.code, reason: '试', steps },
  })) as { draftRestructuring: { restructuring: { id: string } } };
  return draftRestructuring.restructuring.id;
}

/** Asks, and says what it took and cost. Throws where anything is refused. */
async function priced(
  { url }: BenchPlatform,
  { token }: BenchTown,
  query: string,
  variables: Record<string, unknown>,
): Promise<Priced> {
  const begun = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'lianxin-cost': '1' },
    body: JSON.stringify({ query, variables }),
  });
  const { errors, extensions } = (await response.json()) as { errors?: unknown; extensions: { cost: Priced } };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return { took: performance.now() - begun, used: extensions.cost.used };
}
