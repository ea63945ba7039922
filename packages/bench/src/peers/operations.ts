import { randomUUID } from 'node:crypto';
import { globalId } from '../../../api/src/schema/global-id.ts';
import type { LivingTown, WorkPlace } from '../work-town.ts';
import { byKey, graphql, keyOf, listOf, namesIn, nodesIn, type Operation, plain, within } from './asking.ts';
import { dashboard } from './dashboard.ts';

/** What is asked in a town at one of its places; visits are made in turn to households of its block, by their keys in the town. */
export function operationsOf(town: LivingTown, place: WorkPlace, visited: readonly string[]): Operation[] {
  return [dashboard(), tree(town), households(place), block(town, place), visit(town, place, visited)];
}

function tree({ code }: LivingTown): Operation {
  const fields = 'kind name code status';
  return {
    code: 'B',
    what: 'a whole town tree',
    who: 'member',
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
    who: 'member',
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

function block({ townId }: LivingTown, { block: id, uuid }: WorkPlace): Operation {
  return {
    code: 'D',
    what: 'a block with its teams, who is in them and what they show on its board',
    who: 'member',
    sent: {
      limit: plain('/block', () => [uuid]),
      PostGraphile: graphql(
        `query($town: BigInt!, $block: UUID!) { treeNodeByTownIdAndRowId(townId: $town, rowId: $block) { name
          standingTeamsByTownIdAndBlockId { nodes { rowId name presentMembersByTownIdAndTeamId { nodes { name role } }
            shownNoticesByTownIdAndTeamId(orderBy: [VALID_FROM_DESC, ROW_ID_DESC]) { nodes { title text } } } } } }`,
        () => ({ town: townId, block: uuid }),
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

function visit({ townId, subject }: LivingTown, place: WorkPlace, visited: readonly string[]): Operation {
  const [situation, demand, service] = ['两位老人同住', '楼道灯坏了', '报修'];
  const description = '楼道灯坏了，请修';
  let made = 0;
  // What a household has of visits is judged anew with each: nobody visits one a thousand times a day.
  const next = () => visited[made++ % visited.length] ?? '';
  const values = () => [
    ...[randomUUID(), next(), place.uuid, keyOf(place.person), place.accountId, keyOf(subject)],
    ...[situation, demand, service, description],
  ];
  const names = 'visit household block visitor account subject situation demand service description'.split(' ');
  return {
    code: 'E',
    what: 'a visit is recorded with a request',
    who: 'member',
    sent: {
      limit: plain('/visit', values),
      PostGraphile: graphql('mutation($input: RecordVisitInput!) { recordVisit(input: $input) { result } }', () => {
        const given = values();
        return { input: Object.fromEntries(names.map((name, index) => [name, given[index]])) };
      }),
      Lianxin: graphql('mutation($input: RecordVisitInput!) { recordVisit(input: $input) { visit { id } } }', () => ({
        input: {
          household: globalId('Household', townId, next()),
          way: 'AT_HOME',
          visitors: [place.person],
          situation,
          demand,
          service,
          requests: [{ subject, description }],
        },
      })),
    },
  };
}
