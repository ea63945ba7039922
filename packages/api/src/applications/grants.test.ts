import { describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { sealReadings } from '../audit/seal-readings.ts';
import { verifySeals } from '../audit/verify-seals.ts';
import { settledTown } from '../households/household.fixture.ts';
import { inhabitedTown } from '../residents/resident.fixture.ts';
import { actingFor, clientOf, consent, registerApplication } from './application.fixture.ts';

const platform = testPlatform();

describe('what an application does for a person', () => {
  it('stands in the trail as theirs and its own, what it reads of residents and what it changes', async () => {
    const { town, households } = await settledTown(platform, 1);
    const scopes = ['TOWN_READ', 'HOUSEHOLD_READ', 'RESIDENT_READ', 'RESIDENT_KEEP'];
    const app = await registerApplication(platform, scopes);
    await consent(town, app, scopes);
    const names = scopes.map((scope) => scope.toLowerCase().replace('_', ':')).join(' ');
    const client = await actingFor(platform, app, `admin-${town.code}`, names);
    await client.do('setAddress', { household: households[0], address: '东路 1 号' }, 'household { id }');
    const query = 'query Read($id: ID!) @purpose(of: VISIT) { household(id: $id) { address } }';
    expect((await client.ask(query, { id: households[0] })).household.address).toBe('东路 1 号');
    expect((await town.admin.ask(query, { id: households[0] })).household.address).toBe('东路 1 号');
    const auditor = await town.account('AUDITOR');
    const read = `query($code: RegisterCode!) { town(code: $code) { readings(first: 2) { nodes {
      application { name } account { name } } } } }`;
    const account = { name: `admin-${town.code}` };
    expect((await auditor.ask(read, { code: town.code })).town.readings.nodes).toEqual([
      { application: null, account },
      { application: { name: '数据看板' }, account },
    ]);
    const changes = `query($code: RegisterCode!) { town(code: $code) { applicationChanges { totalCount nodes {
      mutation application { name } account { name } } } } }`;
    const itself = await clientOf(platform, app, names);
    await itself.do('setAddress', { household: households[0], address: '东路 2 号' }, 'household { id }');
    await town.admin.do('setAddress', { household: households[0], address: '东路 3 号' }, 'household { id }');
    const application = { name: '数据看板' };
    expect((await auditor.ask(changes, { code: town.code })).town.applicationChanges).toEqual({
      totalCount: 2,
      nodes: [
        { mutation: 'setAddress', application, account: null },
        { mutation: 'setAddress', application, account },
      ],
    });
    expect((await town.admin.send(changes, { code: town.code })).data.town.applicationChanges).toBeNull();
    const { orm } = platform.database;
    await sealReadings(orm, Number(town.code), new Date());
    expect((await verifySeals(orm, Number(town.code), new Date())).faults).toEqual([]);
    await platform.database.sql('update audit_reading set application_id = null where town_id = $1', [town.code]);
    expect((await verifySeals(orm, Number(town.code), new Date())).faults).toHaveLength(1);
  });

  it('under an idempotency key is not taken for what the person did under the same, nor another application for them', async () => {
    const { town, households } = await settledTown(platform, 1);
    const scopes = ['TOWN_READ', 'HOUSEHOLD_READ', 'RESIDENT_KEEP'];
    const clients = [town.admin];
    for (const name of ['甲', '乙']) {
      const app = await registerApplication(platform, scopes, platform.operator, { name });
      await consent(town, app, scopes);
      clients.push(await actingFor(platform, app, `admin-${town.code}`, 'town:read household:read resident:keep'));
    }
    for (const [index, client] of clients.entries()) {
      const input = { household: households[0], address: `东路 ${index} 号`, idempotencyKey: 'the-same' };
      await client.do('setAddress', input, 'household { id }');
      await client.do('setAddress', input, 'household { id }');
      expect(await client.refused('setAddress', { ...input, address: '西路' })).toMatchObject({ code: 'CONFLICT' });
    }
  });
});

describe('what an application changes', () => {
  it('is answered it, though it may read no others: masked, or for a purpose in full and in the trail', async () => {
    const { town, households, heads } = await inhabitedTown(platform, 2);
    const scopes = ['TOWN_READ', 'RESIDENT_KEEP'];
    const app = await registerApplication(platform, scopes);
    await consent(town, app, scopes);
    const client = await clientOf(platform, app, 'town:read resident:keep');
    const revised = async (purpose: string, birthYear: number) => {
      const query = `mutation Revise($input: ReviseResidentInput!) ${purpose} {
        reviseResident(input: $input) { resident { name birthYear } } }`;
      return (await client.ask(query, { input: { resident: heads[0], birthYear } })).reviseResident.resident;
    };
    expect(await revised('', 1951)).toEqual({ name: '张**', birthYear: null });
    expect(await revised('@purpose(of: UPKEEP)', 1952)).toEqual({ name: '张三丰', birthYear: 1952 });
    for (const household of households) {
      const { data, errors } = await client.send('query($id: ID!) { household(id: $id) { id } }', { id: household });
      expect([data, errors[0]?.extensions]).toMatchObject([{ household: null }, { scopes: ['household:read'] }]);
    }
    const auditor = await town.account('AUDITOR');
    const read = `query($code: RegisterCode!) { town(code: $code) { readings(first: 5) { nodes {
      application { name } purpose } } } }`;
    expect((await auditor.ask(read, { code: town.code })).town.readings.nodes).toContainEqual({
      application: { name: '数据看板' },
      purpose: 'UPKEEP',
    });
  });
});
