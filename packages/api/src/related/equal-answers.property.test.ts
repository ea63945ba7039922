import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { groupHead, register, type Settled, settledTown } from '../households/household.fixture.ts';
import { contented, explained, raise, subject, take } from '../requests/request.fixture.ts';
import { listen } from '../statements/listen.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';

const platform = testPlatform();
let settled: Settled;
let viewers: Record<string, ApiClient>;

/**
 * A block with households of which some were visited, some ask for something, alone or with others, and teams with people, a partner
 * organisation and notices; and whoever may see more or less of it.
 */
beforeAll(async () => {
  settled = await settledTown(platform, 6);
  const { town, begins, blocks, households } = settled;
  const [first, second, third, fourth] = households;
  const [elsewhere] = await register(town, blocks[1], ['西1']);
  for (const [household, day] of [
    [first, '2024-05-01'],
    [first, '2024-05-03'],
    [second, '2024-01-31'],
    [third, '2023-02-01'],
  ] as const) {
    await recordVisit(town, household, day);
  }
  const withdrawn = await recordVisit(town, third, '2024-06-01');
  await town.admin.do('withdrawVisit', { visit: withdrawn, reason: '重复' }, 'visit { id }');
  await raise(town, { household: first });
  const holder = await town.person('经办人');
  const { id: closed } = await raise(town, { household: second, ...explained(holder) });
  await take(town.admin, 'followUpRequest', closed, contented);
  const { id: ofPlace } = await raise(town, { place: { unit: blocks[1], text: '西门' } });
  await town.admin.do(
    'addRequestHouseholds',
    { request: ofPlace, concerns: { households: [third] } },
    'request { id }',
  );
  await groupHead(town, blocks[0], '甲');
  const { team } = await town.admin.do('formTeam', { block: blocks[0], name: '乙', from: begins }, 'team { id }');
  const join = (who: Record<string, unknown>) =>
    town.admin.do('joinTeam', { team: team.id, from: begins, ...who }, 'member { id }');
  await join({ person: await town.person('志愿者'), role: 'VOLUNTEER' });
  await join({ person: await town.person('组长'), role: 'LEAD' });
  const { partner } = await town.admin.do('registerPartner', { town: town.code, name: '"幼儿园"{}' }, 'partner { id }');
  await join({ partner: partner.id, role: 'PARTNER' });
  await town.admin.do('postNotice', { team: team.id, title: '停水\\"', text: '周三停水。\n请储水。' }, 'notice { id }');
  viewers = {
    administrator: town.admin,
    member: await town.account('TEAM_MEMBER', { team: team.id, person: await town.person('组员') }),
    'member of another block': await town.account('TEAM_MEMBER', {
      team: (await town.admin.do('formTeam', { block: blocks[1], name: '丙', from: begins }, 'team { id }')).team.id,
      person: await town.person('别处'),
    }),
    auditor: await town.account('AUDITOR'),
  };
  // One of a household of another block, which is not for whoever is in charge of this one only.
  const { id: joint } = await raise(town, { household: elsewhere });
  await town.admin.do('addRequestHouseholds', { request: joint, concerns: { households: [fourth] } }, 'request { id }');
  await subject(town);
});

const some = (names: string[], ...nested: fc.Arbitrary<string>[]) =>
  fc
    .array(fc.oneof({ arbitrary: fc.constantFrom('__typename', ...names), weight: 3 }, ...nested), {
      minLength: 1,
      maxLength: 6,
    })
    .map((fields) => [...new Set(fields)].join(' '));
const within = (name: string, below: fc.Arbitrary<string>) =>
  fc.tuple(fc.boolean(), below).map(([isCalled, fields]) => `${isCalled ? `its_${name}: ` : ''}${name} { ${fields} }`);

const named = some(['id', 'name', 'called: name']);
const visit = some(
  ['id', 'visitedOn', 'way', 'notedAt', 'recordedAt', 'withdrawnAt', 'withdrawnReason', 'version', 'on: visitedOn'],
  within('visitors', named),
);
const request = some(
  [
    'id',
    'number',
    'source',
    'handlingClass',
    'state',
    'level',
    'raisedOn',
    'recordedAt',
    'reportedInTime',
    'dueOn',
    'handledOn',
  ].concat(['satisfaction', 'version', 'overdue']),
  within('subject', some(['id', 'name', 'endedOn'])),
  within('holder', named),
);
const member = some(['id', 'role', 'validFrom', 'validTo'], within('person', named), within('partner', named));
const notice = some(['id', 'title', 'text', 'validFrom', 'validTo', 'postedAt', '... on Notice { title }']);

/** Asks a query as every viewer, where `WRITTEN` stands for what is read at once, `RESOLVED` for the same with something that is not. */
async function compare(query: string, pick: (data: Data) => Data[]): Promise<void> {
  for (const client of Object.values(viewers)) {
    const { data, errors } = await client.send(query, { id: settled.blocks[0] });
    const resolved = pick(data).map(({ resolved: each }) => each);
    expect(pick(data).map(({ written }) => written)).toEqual(JSON.parse(JSON.stringify(resolved, without)));
    // Whoever may not ask at all is told so of both.
    const told = (errors ?? [])
      .map(({ path }: Data) => path.at(-1))
      .filter((each: string) => each === 'written' || each === 'resolved');
    expect(told.filter((each: string) => each === 'written').length * 2).toBe(told.length);
  }
}
const without = (key: string, value: unknown) => (key === 'onlyResolved' ? undefined : value);

describe('what is read at once of a list', () => {
  it('is what the resolvers answer, of the last visits to households', async () => {
    await fc.assert(
      fc.asyncProperty(visit, (fields) =>
        compare(
          `query($id: ID!) { unit(id: $id) { ... on Block { households(first: 20) { nodes {
            code written: lastVisit { ${fields} } resolved: lastVisit { ${fields} onlyResolved: household { id } } } } } } }`,
          ({ unit }) => unit.households?.nodes ?? [],
        ),
      ),
      { numRuns: 15 },
    );
  });

  it('of requests, open or not, also where one is another household’s', async () => {
    const open = fc.constantFrom('', '(open: true)', '(open: false)', '(open: null)');
    await fc.assert(
      fc.asyncProperty(request, open, (fields, which) =>
        compare(
          `query($id: ID!) { unit(id: $id) { ... on Block { households(first: 20) { nodes {
            written: requests${which} { ${fields} } resolved: requests${which} { ${fields} onlyResolved: household { id } } } } } } }`,
          ({ unit }) => unit.households?.nodes ?? [],
        ),
      ),
      { numRuns: 15 },
    );
  });

  it('of the people and the notices of teams', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('members', 'notices'), member, notice, (field, ofMembers, ofNotices) => {
        const fields = field === 'members' ? ofMembers : ofNotices;
        return compare(
          `query($id: ID!) { unit(id: $id) { ... on Block { teams {
            written: ${field} { ${fields} } resolved: ${field}(asOf: "${today}") { ${fields} } } } } }`,
          ({ unit }) => unit.teams,
        );
      }),
      { numRuns: 15 },
    );
  });

  it('takes one statement, however much hangs on the households', async () => {
    const { member: client } = viewers;
    if (!client) throw new Error('The town has a member');
    const query = `query($id: ID!) { unit(id: $id) { ... on Block { households(first: 20) { nodes { code
      lastVisit { visitedOn visitors { name } } } } } } }`;
    const { sent, data } = await listen(client, query, { id: settled.blocks[0] });
    expect(data.unit.households.nodes.filter(({ lastVisit }: Data) => lastVisit)).toHaveLength(3);
    expect(sent).toHaveLength(2);
  });
});
