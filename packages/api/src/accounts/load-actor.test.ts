import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyDatabase, type TestDatabase } from '../../test/database.ts';
import { newId } from '../db/new-id.ts';
import { openAccount } from '../signin/signin.fixture.ts';
import { loadActor } from './load-actor.ts';

let database: TestDatabase;
// Of two districts that the register does not have.
const pujiang = 310198114;
const malu = 310199103;

beforeAll(async () => {
  database = await copyDatabase();
  await database.sql(`insert into district (code, name) values ('310198', '闵行区'), ('310199', '嘉定区')`);
  await database.sql(`insert into town (id, code) values (${pujiang}, '${pujiang}'), (${malu}, '${malu}')`);
  await database.sql(`
    insert into town_version (town_id, valid_from, valid_to, name, kind, district_code) values
      (${pujiang}, '2000-01-01', null, '浦江镇', 'TOWN', '310198'),
      (${malu}, '2000-01-01', '2026-01-01', '马陆镇', 'TOWN', '310198'),
      (${malu}, '2026-01-01', null, '马陆镇', 'TOWN', '310199')`);
});
afterAll(() => database.drop());

async function assign(accountId: string, town: number, from: string, to: string | null): Promise<string> {
  const id = newId();
  const known = newId();
  await database.sql(
    `insert into town_account (town_id, id, account_id, name, display_name, home) values ($1, $2, $3, 'x', 'x', true)
     on conflict (town_id, account_id) do nothing`,
    [town, known, accountId],
  );
  await database.sql(
    `insert into assignment (town_id, id, account_id, global_account_id, role, valid_from, valid_to)
     select town_id, $2, id, account_id, 'TOWN_ADMINISTRATOR', $4, $5 from town_account where town_id = $1 and account_id = $3`,
    [town, id, accountId, from, to],
  );
  return id;
}

describe('an actor', () => {
  it('holds what is assigned on the day in Shanghai, in all towns, and nothing of others', async () => {
    const accountId = await openAccount(database, 'many-towns');
    await assign(await openAccount(database, 'somebody-else'), pujiang, '2026-01-01', null);
    const first = await assign(accountId, pujiang, '2026-11-01', '2026-11-23');
    const second = await assign(accountId, malu, '2026-11-23', null);
    await assign(accountId, malu, '2026-11-22', '2026-11-22');
    const idsAt = async (moment: string) =>
      (await loadActor(database.orm, accountId, new Date(moment)))?.assignments.map((held) => held.id);
    // Shanghai is eight hours ahead: its 23 November begins at 16:00 UTC.
    expect(await idsAt('2026-11-22T15:59:59Z')).toEqual([first]);
    expect(await idsAt('2026-11-22T16:00:00Z')).toEqual([second]);
    expect(await idsAt('2026-10-31T15:00:00Z')).toEqual([]);
    expect(await loadActor(database.orm, accountId, new Date('2026-12-01T00:00:00Z'))).toEqual({
      accountId,
      name: 'many-towns',
      displayName: 'many-towns 先生',
      assignments: [
        { id: second, townId: malu, role: 'TOWN_ADMINISTRATOR', unitId: null, teamId: null, personId: null },
      ],
      homeTown: null,
      offices: [],
    });
  });

  it('of a district office knows the towns that belong to the district on the day', async () => {
    const accountId = await openAccount(database, 'district-310198');
    await database.sql(
      `insert into office (id, account_id, district_code, valid_from, valid_to)
       values ($1, $3, '310198', '2020-01-01', null), ($2, $3, '310199', '2020-01-01', '2021-01-01')`,
      [newId(), newId(), accountId],
    );
    const officesAt = async (moment: string) =>
      (await loadActor(database.orm, accountId, new Date(moment)))?.offices.filter(
        (held) => held.districtCode === '310198',
      );
    expect(await officesAt('2025-06-01T00:00:00Z')).toMatchObject([{ districtCode: '310198', towns: [pujiang, malu] }]);
    expect(await officesAt('2026-06-01T00:00:00Z')).toMatchObject([{ districtCode: '310198', towns: [pujiang] }]);
    expect((await loadActor(database.orm, accountId, new Date('2020-06-01T00:00:00Z')))?.offices).toHaveLength(2);
    expect((await loadActor(database.orm, accountId, new Date('2021-06-01T00:00:00Z')))?.offices).toHaveLength(1);
  });

  it('is nobody without an account', async () => {
    expect(await loadActor(database.orm, newId(), new Date())).toBeUndefined();
  });
});
