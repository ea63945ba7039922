import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { kindOf, registerOrganization } from '../organizations/organization.fixture.ts';
import { partyOrganization, partyPost } from '../party-organizations/party-organization.fixture.ts';
import { readGlobalId } from '../schema/global-id.ts';
import { assign, guidanceStation } from './party-work.fixture.ts';

const platform = testPlatform();
let town: TestTown;
let other: TestTown;
let office: ApiClient;
beforeAll(async () => {
  town = await platform.newTown();
  other = await platform.newTown();
  const district = town.code.slice(0, 6);
  const opening = { name: 'work', displayName: '区', district };
  await platform.operator.do('openOfficeAccount', opening, 'account { name }');
  office = await platform.clientOf(`work-${district}`);
});

/** Whether somebody covers an organisation by their work on a day; undefined where it is not there. */
async function worked(organization: string, day: string): Promise<boolean | undefined> {
  const [standing] = await platform.database.sql<{ worked: boolean }>(
    `select worked from organization_standing
     where organization_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)`,
    [readGlobalId(organization)?.key, day],
  );
  return standing?.worked;
}

describe('somebody assigned to an organisation', () => {
  it('covers it from the first day on until they are assigned no more', async () => {
    const { id } = await registerOrganization(town);
    const assignment = await assign(town, { organization: id, role: 'INSTRUCTOR', from: '2024-03-01' });
    expect([await worked(id, '2024-02-29'), await worked(id, '2024-03-01')]).toEqual([false, true]);
    await town.admin.do('endWorkAssignment', { assignment, on: '2024-06-01' }, 'assignment { validTo }');
    expect([await worked(id, '2024-05-31'), await worked(id, '2024-06-01')]).toEqual([true, false]);
    const again = await town.admin.refused('endWorkAssignment', { assignment, on: '2024-07-01' });
    expect(again).toEqual({ code: 'CONFLICT', field: 'input.assignment' });
  });

  it('is seen with it by the town’s people, and as nobody by its district', async () => {
    const person = await town.person('陆联络');
    const { id } = await registerOrganization(town);
    await assign(town, { organization: id, person });
    const query = `query($id: ID!) { organization(id: $id) { workAssignments { role person { name } validFrom } } }`;
    const seen = { role: 'LIAISON', person: { name: '陆联络' }, validFrom: '2023-01-01' };
    expect((await town.admin.ask(query, { id })).organization.workAssignments).toEqual([seen]);
    const { organization } = (await office.send(query, { id })).data;
    expect(organization.workAssignments).toEqual([{ ...seen, person: null }]);
  });

  it('is not assigned twice as the same, nor to both or none, nor before the organisation is there', async () => {
    const { id } = await registerOrganization(town, { from: '2024-01-01' });
    const person = await town.person();
    await assign(town, { organization: id, person, from: '2024-02-01' });
    const input = { person, role: 'LIAISON', organization: id };
    const refused = (more: Record<string, unknown>) => town.admin.refused('assignWorker', { ...input, ...more });
    expect(await refused({ from: '2024-03-01' })).toEqual({ code: 'CONFLICT', field: 'input.person' });
    expect(await refused({ role: 'LEADER', from: '2023-12-31' })).toEqual({ code: 'BAD_INPUT', field: 'input.from' });
    expect(await refused({ unit: town.unit(0) })).toEqual({ code: 'BAD_INPUT', field: 'input.organization' });
    expect(await refused({ organization: null })).toEqual({ code: 'BAD_INPUT', field: 'input.organization' });
  });

  it('is assigned by whoever keeps coverage in the town, to what is of the town', async () => {
    const { id } = await registerOrganization(town);
    const theirs = await registerOrganization(other);
    const person = await town.person();
    const input = { person, role: 'LIAISON', organization: id };
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    expect(await officer.refused('assignWorker', input)).toEqual({ code: 'FORBIDDEN' });
    expect(await other.admin.refused('assignWorker', input)).toEqual({ code: 'NOT_FOUND', field: 'input.person' });
    const foreign = await town.admin.refused('assignWorker', { ...input, organization: theirs.id });
    expect(foreign).toEqual({ code: 'NOT_FOUND', field: 'input.organization' });
    const committee = await town.account('SOCIAL_PARTY_COMMITTEE');
    await assign(town, { organization: id, person }, committee);
    expect(await worked(id, '2024-01-01')).toBe(true);
  });
});

describe('somebody assigned to a unit', () => {
  it('covers all that stands under it, also what comes there later and what restructurings bring', async () => {
    const own = await platform.newTown();
    const [village, next] = [own.unit(0), own.unit(1)];
    const block = await own.openUnit({ parent: village, from: '2023-01-01' });
    const [here, below, beside] = [
      (await registerOrganization(own, { unit: village })).id,
      (await registerOrganization(own, { unit: block, from: '2024-05-01' })).id,
      (await registerOrganization(own, { unit: next })).id,
    ];
    await assign(own, { unit: village, from: '2024-01-01' });
    const works = async (day: string) => Promise.all([here, below, beside].map((id) => worked(id, day)));
    expect(await works('2023-12-31')).toEqual([false, undefined, false]);
    expect(await works('2024-05-01')).toEqual([true, true, false]);
    const draft = await own.admin.do(
      'draftRestructuring',
      {
        town: own.code,
        effectiveOn: '2025-01-01',
        reason: '并村',
        steps: [{ merge: { units: [next], into: village } }],
      },
      'restructuring { id version }',
    );
    const { id, version } = draft.restructuring;
    await own.admin.do('applyDraft', { draft: id, expectedVersion: version }, 'restructuring { id }');
    expect(await works('2024-12-31')).toEqual([true, true, false]);
    expect(await works('2025-01-01')).toEqual([true, true, true]);
    await own.admin.do('undoRestructuring', { restructuring: id, reason: '有误' }, 'restructuring { id }');
    expect(await works('2025-01-01')).toEqual([true, true, false]);
  });
});

it('somebody assigned to a unit that is gone is seen with what it has gone into, since the day it has', async () => {
  const own = await platform.newTown();
  const [village, next] = [own.unit(0), own.unit(1)];
  await assign(own, { unit: next, from: '2024-01-01' });
  const steps = [{ merge: { units: [next], into: village } }];
  const drafting = { town: own.code, effectiveOn: '2025-01-01', reason: '并村', steps };
  const { restructuring } = await own.admin.do('draftRestructuring', drafting, 'restructuring { id version }');
  const { id, version } = restructuring;
  await own.admin.do('applyDraft', { draft: id, expectedVersion: version }, 'restructuring { id }');
  const query =
    'query($code: RegisterCode!, $day: Date!) { town(code: $code) { unitAssignments(asOf: $day) { unit { id } } } }';
  const seen = async (day: string) => (await own.admin.ask(query, { code: own.code, day })).town.unitAssignments;
  expect(await seen('2024-12-31')).toEqual([{ unit: { id: next } }]);
  expect(await seen('2025-01-01')).toEqual([{ unit: { id: village } }]);
});

describe('a guidance station', () => {
  it('covers all organisations of its kinds, led by whoever is secretary of its centre’s Party organisation', async () => {
    const own = await platform.newTown();
    const centre = (await partyOrganization(own)).id;
    const person = await own.person('沈书记');
    await partyPost(own, centre, { person });
    const cooperative = await registerOrganization(own, { kind: await kindOf(own, 'COOPERATIVE') });
    const group = await registerOrganization(own, { kind: await kindOf(own, 'ACTIVITY_GROUP') });
    const station = await guidanceStation(own, { ledBy: centre, from: '2024-01-01' });
    const works = async (day: string) => Promise.all([cooperative.id, group.id].map((id) => worked(id, day)));
    expect(await works('2024-01-01')).toEqual([true, false]);
    const query = `query($code: RegisterCode!) { town(code: $code) { guidanceStations {
      id name host ledBy { name } leader { name } kinds { kind { class } validFrom validTo } } } }`;
    const read = async (): Promise<Data> => (await own.admin.ask(query, { code: own.code })).town.guidanceStations[0];
    expect(await read()).toMatchObject({ id: station, host: '农业服务中心', leader: { name: '沈书记' } });
    const kinds = [await kindOf(own, 'ACTIVITY_GROUP')];
    await own.admin.do('changeGuidanceStation', { station, kinds, from: '2025-01-01' }, 'station { id }');
    expect(await works('2024-12-31')).toEqual([true, false]);
    expect(await works('2025-01-01')).toEqual([false, true]);
    expect((await read()).kinds).toEqual([
      { kind: { class: 'COOPERATIVE' }, validFrom: '2024-01-01', validTo: '2025-01-01' },
      { kind: { class: 'ACTIVITY_GROUP' }, validFrom: '2025-01-01', validTo: null },
    ]);
    await own.admin.do('closeGuidanceStation', { station, on: '2026-01-01' }, 'station { validTo }');
    expect(await works('2026-01-01')).toEqual([false, false]);
  });

  it('guides what it is told last, as long as it is there', async () => {
    const own = await platform.newTown();
    const [cooperatives, groups, parks] = [
      await kindOf(own, 'COOPERATIVE'),
      await kindOf(own, 'ACTIVITY_GROUP'),
      await kindOf(own, 'PARK'),
    ];
    const station = await guidanceStation(own, { kinds: [cooperatives], from: '2023-01-01' });
    const guide = (kinds: string[], from: string) =>
      own.admin.do('changeGuidanceStation', { station, kinds, from }, 'station { id }');
    await guide([groups], '2025-01-01');
    // Settled for the time before, too, and so without the change of 2025.
    await guide([cooperatives], '2024-01-01');
    const cooperative = (await registerOrganization(own, { kind: cooperatives })).id;
    expect(await worked(cooperative, '2026-01-01')).toBe(true);
    await own.admin.do('closeGuidanceStation', { station, on: '2026-01-01' }, 'station { validTo }');
    await guide([cooperatives, parks], '2025-06-01');
    const park = (await registerOrganization(own, { kind: parks })).id;
    const works = async (day: string) => Promise.all([cooperative, park].map((id) => worked(id, day)));
    expect(await works('2025-05-31')).toEqual([true, false]);
    expect(await works('2025-06-01')).toEqual([true, true]);
    expect(await works('2026-01-01')).toEqual([false, false]);
  });

  it('is led by the secretary of what its Party organisation has been merged into', async () => {
    const own = await platform.newTown();
    const [centre, heir] = [(await partyOrganization(own)).id, (await partyOrganization(own, { name: '新支部' })).id];
    await partyPost(own, heir, { person: await own.person('沈书记') });
    await guidanceStation(own, { ledBy: centre });
    const merging = { into: heir, others: [centre], on: '2024-01-01', because: '机构改革' };
    await own.admin.do('mergePartyOrganizations', merging, 'partyOrganization { id }');
    const query = `query($code: RegisterCode!) { town(code: $code) { guidanceStations { ledBy { name } leader { name } } } }`;
    expect((await own.admin.ask(query, { code: own.code })).town.guidanceStations).toEqual([
      { ledBy: { name: '新支部' }, leader: { name: '沈书记' } },
    ]);
  });

  it('has kinds, a name of its own and a leader that are there, and is changed by one at a time', async () => {
    const own = await platform.newTown();
    const [ledBy, kind] = [(await partyOrganization(own, { from: '2023-05-01' })).id, await kindOf(own, 'COOPERATIVE')];
    const input = { town: own.code, name: '指导站', host: '中心', ledBy, kinds: [kind], from: '2023-06-01' };
    const refused = (more: Record<string, unknown>) => own.admin.refused('openGuidanceStation', { ...input, ...more });
    expect(await refused({ kinds: [] })).toEqual({ code: 'BAD_INPUT', field: 'input.kinds' });
    expect(await refused({ from: '2023-04-30' })).toEqual({ code: 'BAD_INPUT', field: 'input.from' });
    expect(await refused({ name: ' ' })).toEqual({ code: 'BAD_INPUT', field: 'input.name' });
    const foreign = { ledBy: (await partyOrganization(other)).id };
    expect(await refused(foreign)).toEqual({ code: 'NOT_FOUND', field: 'input.ledBy' });
    const station = await guidanceStation(own, input);
    expect(await refused({})).toEqual({ code: 'CONFLICT', field: 'input.name' });
    const stale = { station, host: '别处', expectedVersion: 7 };
    expect(await own.admin.refused('changeGuidanceStation', stale)).toEqual({
      code: 'CONFLICT',
      field: 'input.expectedVersion',
    });
    expect(await other.admin.refused('closeGuidanceStation', { station })).toEqual({
      code: 'NOT_FOUND',
      field: 'input.station',
    });
    expect(platform.faults).toEqual([]);
  });
});
