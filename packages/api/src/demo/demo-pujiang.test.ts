import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { atDesk, type Desk } from '../db/door.ts';
import { remindAtOnce } from '../reminders/remind.ts';
import { globalId } from '../schema/global-id.ts';
import { settle } from './demo-households.ts';
import { registerDemoOrganizations } from './demo-organizations.ts';
import { coverPujiang } from './demo-party.ts';
import { blocksOf, pujiangNow } from './demo-pujiang.ts';
import { begun, growDemoTree } from './demo-tree.ts';

const platform = testPlatform();

function inTown<Value>(town: TestTown, work: (desk: Desk) => Promise<Value>): Promise<Value> {
  const seat = { role: 'app_town', town: Number(town.code) } as const;
  return atDesk(platform.database.orm, seat, new Date(), 'write', work);
}

/** A town where households live in the blocks of its first unit, with that unit's officer and a lead and a member there. */
async function peopledTown() {
  const town = await platform.newTown();
  const query = 'query($code: RegisterCode!) { town(code: $code) { unitCounts { count } } }';
  const { unitCounts } = (await town.admin.ask(query, { code: town.code })).town;
  const blocks = unitCounts.reduce((sum: number, { count }: Data) => sum + 2 * count, 0);
  const { officer, lead, member } = await inTown(town, async (desk) => {
    const places = await growDemoTree(desk, { code: town.code, blocks, teams: blocks, buildings: 0 });
    desk.forget();
    await settle(desk, await blocksOf(desk, places.officer?.unit_id ?? ''), 4, begun);
    return places;
  });
  if (!officer || !lead || !member) throw new Error('The town has nobody to do it');
  const open = (name: string, role: string, person: string, place: object) => {
    const acts = { ...place, person: globalId('Person', Number(town.code), person) };
    return town.admin.do('openAccount', { town: town.code, name, displayName: name, role, ...acts }, 'account { id }');
  };
  const team = globalId('Team', Number(town.code), member.team_id);
  await open('officer', 'UNIT_OFFICER', officer.person_id, {
    unit: globalId('Unit', Number(town.code), officer.unit_id),
  });
  await open('lead', 'TEAM_LEAD', lead.person_id, { team });
  await open('member', 'TEAM_MEMBER', member.person_id, { team });
  return { town, places: { officer, lead, member, worker: officer } };
}

const seen = `query($code: RegisterCode!) { town(code: $code) {
  petitions(first: 100) { nodes { state overdue } }
  mediations(first: 100) { nodes { state number } }
  reliefApplications(first: 100) { nodes { state number } }
  pairings(first: 100) { nodes { running capacity } }
  pairingsDue(first: 100) { nodes { lastContactOn } }
  calls(first: 100) { nodes { number calledAt state recordedBy } }
  patrolFindings(first: 100) { nodes { state } }
  patrols(first: 100) { nodes { recordedBy } }
  referred: requests(first: 100, filter: { state: [REFERRED] }) { nodes { recordedBy } }
} }`;

it('Pujiang’s weeks have something in every state, numbered in the order of time, recorded by the administrator', async () => {
  const { town, places } = await peopledTown();
  await inTown(town, (desk) => pujiangNow(desk, places));
  const read = (await town.admin.ask(seen, { code: town.code })).town;
  const all = (list: string, field: string): unknown[] => read[list].nodes.map((node: Data) => node[field]);

  expect(all('petitions', 'state').toSorted()).toEqual(['ACCEPTED', 'ACCEPTED', 'CLOSED', 'RECEIVED']);
  expect(all('petitions', 'overdue').filter(Boolean)).toHaveLength(1);
  expect(new Set(all('mediations', 'state')).size).toBe(3);
  const relief = ['PAID', 'APPROVED', 'ENDORSED', 'REFUSED', 'SUBMITTED'];
  expect(new Set(all('reliefApplications', 'state'))).toEqual(new Set(relief));
  expect(new Set(all('pairings', 'running'))).toEqual(new Set([true, false]));
  expect(new Set(all('pairings', 'capacity'))).toEqual(new Set(['PARTY_MEMBER', 'OFFICER']));
  expect(all('pairingsDue', 'lastContactOn')).toHaveLength(1);
  expect(new Set(all('calls', 'state'))).toEqual(new Set(['MISSED', 'ANSWERED', 'REQUESTED', 'REOPENED', 'CLOSED']));
  expect(new Set(all('patrolFindings', 'state'))).toEqual(
    new Set(['OPEN', 'ACTED_ON', 'REQUESTED', 'PASSED_ON', 'NOT_ADOPTED']),
  );
  const byTime = read.calls.nodes.toSorted((a: Data, b: Data) => a.calledAt.localeCompare(b.calledAt));
  expect(byTime).toHaveLength(12);
  expect(byTime.map(({ number }: Data) => number)).toEqual(all('calls', 'number').toSorted());
  const recorders = ['calls', 'patrols', 'referred'].flatMap((list) => all(list, 'recordedBy'));
  expect(new Set(recorders)).toEqual(new Set(['管理员']));

  const board = 'query($id: ID!) { team(id: $id) { notices { title } } }';
  const id = globalId('Team', Number(town.code), places.member.team_id);
  const { notices } = (await town.admin.ask(board, { id })).team;
  expect(notices.map(({ title }: Data) => title)).toEqual(['垃圾分类投放时间（示例）', '清理楼道（示例）']);
});

it('something waits for Pujiang’s officer, lead and member, also on a Sunday', async () => {
  const { town, places } = await peopledTown();
  await inTown(town, async (desk) => {
    await pujiangNow(desk, places);
    desk.forget();
    await remindAtOnce(desk);
  });
  const kinds = async (account: string): Promise<string[]> => {
    const client = await platform.clientOf(`${account}-${town.code}`);
    return (await client.ask('{ viewer { reminders { kind } } }')).viewer.reminders.map(({ kind }: Data) => kind);
  };
  expect(await kinds('officer')).toContain('OVERDUE');
  expect(await kinds('lead')).toEqual(expect.arrayContaining(['DUE_SOON', 'VISIT']));
  expect(await kinds('member')).toEqual(expect.arrayContaining(['DUE_SOON', 'VISIT']));
});

const newSectors = `query($code: RegisterCode!) { town(code: $code) {
  organizations(first: 100, asOf: "2026-03-01") { nodes { id name unit { id } partyMembers workAssignments { role } } }
  guidanceStations(asOf: "2026-03-01") { leader { name } kinds { kind { class } } ledBy { id } }
  unitAssignments(asOf: "2026-03-01") { role person { name } }
  partyTree(asOf: "2026-03-01") { id name covers { organization { id } } }
} }`;

it('the Party of Pujiang is that of the organisations which the town registers, each once, and leaves some uncovered', async () => {
  const { town, places } = await peopledTown();
  const { unit_id } = places.officer;
  await inTown(town, async (desk) => coverPujiang(desk, unit_id, await registerDemoOrganizations(desk, unit_id)));
  const { organizations, partyTree, guidanceStations, unitAssignments } = (
    await town.admin.ask(newSectors, { code: town.code })
  ).town;
  const all: Data[] = organizations.nodes;
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(all).toHaveLength(40);
  const covered = partyTree.flatMap(({ covers }: Data) => covers.map(({ organization }: Data) => organization.id));
  const ofUnit = all.filter(({ unit }) => unit.id === globalId('Unit', Number(town.code), unit_id));
  const own = ofUnit.map(({ id }) => id);
  expect(covered.length).toBeGreaterThan(8);
  expect(own).toEqual(expect.arrayContaining(covered));
  const [station, another] = guidanceStations;
  expect(another).toBeUndefined();
  expect(station).toMatchObject({
    leader: { name: expect.any(String) },
    kinds: [{ kind: { class: 'ACTIVITY_GROUP' } }],
  });
  expect(partyTree.map(({ id }: Data) => id)).toContain(station.ledBy.id);
  expect(unitAssignments.map(({ role }: Data) => role).toSorted()).toEqual(['LEADER', 'LIAISON']);
  const worked = all.filter(({ workAssignments }) => workAssignments.length > 0);
  expect(worked.flatMap(({ workAssignments }) => workAssignments.map(({ role }: Data) => role)).toSorted()).toEqual([
    'INSTRUCTOR',
    'LIAISON',
  ]);
  const without = ofUnit.filter(({ id }) => !covered.includes(id));
  expect(without.filter(({ partyMembers }) => partyMembers >= 3).map(({ name }) => name)).toContain('鲁汇家具（示例）');
});
