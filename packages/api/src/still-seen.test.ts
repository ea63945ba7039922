import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../test/client.ts';
import { type TestPlatform, type TestTown, testPlatform } from '../test/platform.ts';
import { sync } from './held-visits/held-visit.fixture.ts';
import { settledTown } from './households/household.fixture.ts';
import { patrol } from './patrols/patrol.fixture.ts';
import { petition, step } from './petitions/petition.fixture.ts';
import { subject } from './requests/request.fixture.ts';
import { recordVisit, visitInput } from './visits/visit.fixture.ts';

const platform = testPlatform();

/** A town in which a team lead is in charge of a household, until it moves to a block of others. */
async function ledTown(of: TestPlatform) {
  const { town, blocks, households } = await settledTown(of, 1);
  const [household = ''] = households;
  const team = await town.formTeam(blocks[0]);
  const lead = await town.account('TEAM_LEAD', { team });
  const moveAway = async () => {
    await town.admin.do('moveHousehold', { household, block: blocks[1] }, 'household { id }');
    await recordVisit(town, household);
  };
  return { town, lead, household, moveAway };
}

/** Takes the roles of an account away and makes it the lead of another team. */
async function assignElsewhere(town: TestTown, client: ApiClient, team: string) {
  const viewer = (await client.ask('query { viewer { account { name } } }', {})).viewer;
  const query = `query($code: RegisterCode!) { town(code: $code) { accounts(first: 100) { nodes { id name assignments { id } } } } }`;
  const { nodes } = (await town.admin.ask(query, { code: town.code })).town.accounts;
  const { id: account, assignments } = nodes.find((each: Data) => each.name === viewer.account.name);
  await town.admin.do('assignRole', { account, role: 'TEAM_LEAD', team }, 'account { id }');
  await town.admin.do('endAssignment', { assignment: assignments[0].id }, 'account { id }');
  platform.advance(5000);
}

/** Runs a mutation for a purpose, and tells whatever is answered. */
function send(client: ApiClient, name: string, input: Record<string, unknown>, selection: string) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  return client.send(`mutation($input: ${type}) @purpose(of: VISIT) { ${name}(input: $input) { ${selection} } }`, {
    input,
  });
}

const personal = 'situation demand service household { id } requests { id } changes { kind }';

const replays: [string, string, string, (town: TestTown, household: string) => Promise<Record<string, unknown>>][] = [
  [
    'setAddress',
    'household',
    'address label lastVisit { situation } residents { name } requests { id } events { totalCount }',
    async (_, household) => ({ household, address: '1号楼101室' }),
  ],
  [
    'addResident',
    'resident',
    'telephone birthYear',
    async (_, household) => ({ household, name: '张三', telephone: '13800000001' }),
  ],
  [
    'raiseRequest',
    'request',
    'description household { lastVisit { situation } } unit { name } holder { name }',
    async (town, household) => ({ household, source: 'VISIT', subject: await subject(town), description: '修灯' }),
  ],
  ['recordVisit', 'visit', personal, (town, household) => visitInput(town, household)],
];

it.each(replays)('%s sent again tells no more than the id once the household has moved away', async (...replay) => {
  const [name, what, fields, inputOf] = replay;
  const { town, lead, household, moveAway } = await ledTown(platform);
  const input = { ...(await inputOf(town, household)), idempotencyKey: 'again' };
  const first = await send(lead, name, input, `${what} { id ${fields} }`);
  expect(first.errors).toEqual([]);
  expect(await send(lead, name, input, `${what} { id ${fields} }`)).toEqual(first);

  await moveAway();
  const replayed = await send(lead, name, input, `${what} { __typename id ${fields} }`);
  const { id, __typename, ...others } = replayed.data[name][what];
  expect(id).toBe(first.data[name][what].id);
  expect(new Set(Object.values(others))).toEqual(new Set([null]));
  expect(replayed.errors.map(({ path, extensions: { code } }) => [code, path?.slice(0, 2)])).toEqual(
    Object.keys(others).map(() => ['NOT_FOUND', [name, what]]),
  );
  // Whatever cannot be null takes its object along.
  expect((await send(lead, name, input, `${what} { id version }`)).data).toBeNull();
});

it('a visit that a client sends again under its id is recorded, and shown no more once its household has moved away', async () => {
  const { town, lead, household, moveAway } = await ledTown(platform);
  const input = await visitInput(town, household, undefined, { clientId: randomUUID(), notedAt: new Date() });
  const [{ visit }] = await sync(town, [input], lead);
  await moveAway();
  const revising = { visit: visit.id, expectedVersion: 1, reason: '更正', situation: '新块区写的' };
  await town.admin.do('reviseVisit', revising, 'visit { id }');

  expect(await sync(town, [input], lead)).toEqual([
    { clientId: input.clientId, status: 'RECORDED', visit: { id: visit.id }, held: null },
  ]);
  const results = `results { clientId status visit { id ${personal} } held { id } }`;
  const again = await send(lead, 'syncVisits', { town: town.code, visits: [input] }, results);
  expect(again.data.syncVisits.results).toEqual([
    {
      clientId: input.clientId,
      status: 'RECORDED',
      visit: {
        id: visit.id,
        situation: null,
        demand: null,
        service: null,
        household: null,
        requests: null,
        changes: null,
      },
      held: null,
    },
  ]);
  expect(new Set(again.errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['NOT_FOUND']));
  const alone = await send(lead, 'recordVisit', input, 'visit { versions { situation } }');
  expect(alone).toMatchObject({ data: null, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  const counted = await town.admin.ask('query($id: ID!) { household(id: $id) { visits { totalCount } } }', {
    id: household,
  });
  expect(counted.household.visits.totalCount).toBe(2);
});

it('a patrol that a client sends again under its id is recorded, and shown no more to who is of another block by now', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const lead = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[0]) });
  const input = {
    ...{ clientId: randomUUID(), place: { unit: blocks[0], text: '集市' }, on: '2026-03-02' },
    ...{ people: [await town.person()], findings: [{ kind: 'SUGGESTION', text: '装两盏灯' }] },
  };
  const selection = 'id patrolledOn note findings { text }';
  const first = await patrol(town, input, selection, lead);
  expect(await patrol(town, input, selection, lead)).toEqual(first);

  await assignElsewhere(town, lead, await town.formTeam(blocks[1]));
  await town.admin.do('revisePatrol', { patrol: first.id, reason: '更正', note: '后来写的' }, 'patrol { id }');
  expect(await patrol(town, input, 'id', lead)).toEqual({ id: first.id });
  const again = await send(lead, 'recordPatrol', input, 'patrol { id note }');
  expect(again).toMatchObject({
    data: { recordPatrol: { patrol: { id: first.id, note: null } } },
    errors: [{ extensions: { code: 'NOT_FOUND' }, path: ['recordPatrol', 'patrol', 'note'] }],
  });
  expect(await send(lead, 'recordPatrol', input, 'patrol { findings { text } }')).toMatchObject({ data: null });
});

it('a petition that an officer sends again tells nothing of what the town has added since it took it over', async () => {
  const town = await platform.newTown();
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const input = {
    ...{ unit: town.unit(0), subject: await subject(town), way: 'PAPER', class: 'ACCUSATION', matter: '检举' },
    ...{ petitioners: [{ name: '甲', telephone: '13800000002' }], idempotencyKey: 'again' },
  };
  const fields = 'petition { id matter petitioners { name telephone } meetings { agreed } }';
  const { data } = await send(officer, 'recordPetition', input, fields);
  const { id } = data.recordPetition.petition;
  await step(town.admin, 'transferPetition', id, { reason: '涉及本单位，收回镇里办理' });
  await step(town.admin, 'addPetitioners', id, { petitioners: [{ name: '乙', telephone: '13800000003' }] });
  expect(await send(officer, 'recordPetition', input, 'petition { id matter }')).toMatchObject({
    data: { recordPetition: { petition: { id, matter: null } } },
    errors: [{ extensions: { code: 'NOT_FOUND' } }],
  });
  expect(await send(officer, 'recordPetition', input, fields)).toMatchObject({ data: null });
  // What the office of the town did itself it is told in full.
  const own = { idempotencyKey: 'town', unit: null };
  const kept = await petition(town, own, 'id matter petitioners { telephone }');
  expect(await petition(town, own, 'id matter petitioners { telephone }')).toEqual(kept);
});
