import { randomUUID } from 'node:crypto';
import { globalId } from '../../../api/src/schema/global-id.ts';
import type { LivingTown, WorkPlace } from '../work-town.ts';
import type { Sent } from './load.ts';

export const contestants = ['limit', 'PostGraphile', 'Lianxin'] as const;
export type Contestant = (typeof contestants)[number];

/** What all contestants are asked: how each is, and what their answers have in common. */
export interface Operation {
  code: string;
  what: string;
  sent: Record<Contestant, Sent>;
  /** An answer as all contestants give it; undefined for one that tells no more than that it was done. */
  same?: (contestant: Contestant, answer: unknown) => unknown;
}

const graphql = (query: string, variables: () => Record<string, unknown> = () => ({})): Sent => ({
  path: '/graphql',
  body: () => JSON.stringify({ query, variables: variables() }),
});
const plain = (path: string, values: () => unknown[] = () => []): Sent => ({
  path,
  body: () => JSON.stringify(values()),
});

/** The key of an object of ours within its town. */
const keyOf = (id: unknown) =>
  typeof id === 'string' ? (Buffer.from(id, 'base64url').toString().split(':')[2] ?? null) : null;

/** The operations of issue 5, part 10, in a town at one of its places. */
export function operationsOf(town: LivingTown, place: WorkPlace, account: string, keys: Keys): Operation[] {
  return [tree(town), households(place), block(place), visit(place, account, town.subject, keys)];
}

/** Keys within the town of what visits are recorded with: households of the place's block, which take turns. */
interface Keys {
  households: readonly string[];
  person: string;
  subject: string;
}

function tree({ code }: LivingTown): Operation {
  const fields = 'kind name code status';
  return {
    code: 'B',
    what: 'a whole town tree',
    sent: {
      limit: plain('/tree'),
      PostGraphile: graphql(`{ allTreeNodes { nodes { rowId parent ${fields} } } }`),
      Lianxin: graphql(`query($code: RegisterCode!) { town(code: $code) { tree { id parent ${fields} } } }`, () => ({
        code,
      })),
    },
    same: (contestant, answer) => {
      const ours = contestant === 'Lianxin';
      const rows = {
        limit: () => answer,
        PostGraphile: () => within(answer, 'data', 'allTreeNodes', 'nodes'),
        Lianxin: () => within(answer, 'data', 'town', 'tree'),
      }[contestant]();
      return listOf(rows)
        .map((node) => ({
          id: ours ? keyOf(node.id) : (node.rowId ?? node.id),
          parent: ours ? keyOf(node.parent) : node.parent,
          name: node.name,
          code: node.code,
        }))
        .sort(byKey);
    },
  };
}

function households({ block, uuid }: WorkPlace): Operation {
  const visited = 'visitedOn way';
  const asked = 'number state dueOn';
  return {
    code: 'C',
    what: '50 households of a block, with the last visit and open requests',
    sent: {
      limit: plain('/households', () => [uuid]),
      PostGraphile: graphql(
        `query($block: UUID!) { allBlockHouseholds(condition: { blockId: $block }, first: 50, orderBy: CODE_ASC) { nodes {
          rowId code lastVisit { ${visited} visitors { nodes } } requests { nodes { ${asked} subject } } } } }`,
        () => ({ block: uuid }),
      ),
      Lianxin: graphql(
        `query($block: ID!) { unit(id: $block) { ... on Block { households(first: 50) { nodes {
          id code lastVisit { ${visited} visitors { name } } requests(open: true) { ${asked} subject { name } } } } } } }`,
        () => ({ block }),
      ),
    },
    same: (contestant, answer) => {
      const rows = {
        limit: () => answer,
        PostGraphile: () => within(answer, 'data', 'allBlockHouseholds', 'nodes'),
        Lianxin: () => within(answer, 'data', 'unit', 'households', 'nodes'),
      }[contestant]();
      return listOf(rows).map((household) => {
        const last = household.lastVisit && {
          visitedOn: within(household.lastVisit, 'visitedOn'),
          way: within(household.lastVisit, 'way'),
          visitors: namesIn(within(household.lastVisit, 'visitors')),
        };
        const requests = listOf(nodesIn(household.requests)).map((request) => `${request.state} ${request.dueOn}`);
        return { code: household.code, lastVisit: last ?? null, requests: requests.sort() };
      });
    },
  };
}

function block({ block: id, uuid }: WorkPlace): Operation {
  return {
    code: 'D',
    what: 'a block with its teams, who is in them and what they show on its board',
    sent: {
      limit: plain('/block', () => [uuid]),
      PostGraphile: graphql(
        `query($town: BigInt!, $block: UUID!) { treeNodeByTownIdAndRowId(townId: $town, rowId: $block) { name
          standingTeamsByTownIdAndBlockId { nodes { rowId name presentMembersByTownIdAndTeamId { nodes { name role } }
            shownNoticesByTownIdAndTeamId(orderBy: [VALID_FROM_DESC, ROW_ID_DESC]) { nodes { title text } } } } } }`,
        () => ({ town: townIn(id), block: uuid }),
      ),
      Lianxin: graphql(
        `query($block: ID!) { unit(id: $block) { name ... on Block { teams { id name
            members { role person { name } partner { name } } notices { title text } } } } }`,
        () => ({ block: id }),
      ),
    },
    same: (contestant, answer) => {
      const [found, teams, members, notices] = {
        limit: () => [answer, 'teams', 'members', 'notices'] as const,
        PostGraphile: () =>
          [
            within(answer, 'data', 'treeNodeByTownIdAndRowId'),
            'standingTeamsByTownIdAndBlockId',
            'presentMembersByTownIdAndTeamId',
            'shownNoticesByTownIdAndTeamId',
          ] as const,
        Lianxin: () => [within(answer, 'data', 'unit'), 'teams', 'members', 'notices'] as const,
      }[contestant]();
      return {
        name: within(found, 'name'),
        teams: listOf(nodesIn(within(found, teams)))
          .map((team) => ({
            name: team.name,
            members: listOf(nodesIn(team[members]))
              .map(({ name, role, person, partner }) => `${name ?? within(person ?? partner, 'name')} ${role}`)
              .sort(),
            notices: listOf(nodesIn(team[notices])).map(({ title, text }) => `${title} ${text}`),
          }))
          .sort((a, b) => (String(a.name) < String(b.name) ? -1 : 1)),
      };
    },
  };
}

function visit(place: WorkPlace, account: string, subject: string, keys: Keys): Operation {
  const [situation, demand, service] = ['两位老人同住', '楼道灯坏了', '报修'];
  const description = '楼道灯坏了，请修';
  let made = 0;
  // What a household has of visits is judged anew with each: nobody visits one a thousand times a day.
  const next = () => keys.households[made++ % keys.households.length] ?? '';
  const values = () => [
    ...[randomUUID(), next(), place.uuid, keys.person, account, keys.subject],
    ...[situation, demand, service, description],
  ];
  const names = 'visit household block visitor account subject situation demand service description'.split(' ');
  return {
    code: 'E',
    what: 'a visit is recorded with a request',
    sent: {
      limit: plain('/visit', values),
      PostGraphile: graphql('mutation($input: RecordVisitInput!) { recordVisit(input: $input) { result } }', () => {
        const given = values();
        return { input: Object.fromEntries(names.map((name, index) => [name, given[index]])) };
      }),
      Lianxin: graphql('mutation($input: RecordVisitInput!) { recordVisit(input: $input) { visit { id } } }', () => ({
        input: {
          ...{
            household: globalId('Household', townIn(place.block), next()),
            way: 'AT_HOME',
            visitors: [place.person],
            situation,
            demand,
            service,
          },
          requests: [{ subject, description }],
        },
      })),
    },
  };
}

function townIn(id: string): number {
  return Number(Buffer.from(id, 'base64url').toString().split(':')[1]);
}

function within(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null && name in at ? Reflect.get(at, name) : undefined),
    value,
  );
}

/** A list, or the nodes of a connection. */
function nodesIn(value: unknown): unknown {
  return Array.isArray(value) ? value : within(value, 'nodes');
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value : [];
}

function namesIn(value: unknown): string[] {
  const found = nodesIn(value);
  if (!Array.isArray(found)) return [];
  return found.map((each: unknown) => String(typeof each === 'string' ? each : within(each, 'name'))).sort();
}

function byKey(a: { id: unknown }, b: { id: unknown }): number {
  return String(a.id) < String(b.id) ? -1 : 1;
}
