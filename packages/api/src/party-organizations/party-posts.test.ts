import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { partyOn, partyOrganization, partyPost } from './party-organization.fixture.ts';

const platform = testPlatform();
let town: TestTown;
beforeAll(async () => {
  town = await platform.newTown();
});

/** Who is secretary of a Party organisation on a day. */
async function secretary(id: string, day: string, client: ApiClient = town.admin): Promise<string | null> {
  return (await partyOn(client, id, day, 'secretary { name }')).secretary?.name ?? null;
}

describe('posts in a Party organisation', () => {
  it('are held from a day on, several by several people, and end', async () => {
    const { id } = await partyOrganization(town);
    await partyPost(town, id, { person: await town.person('书记甲') });
    const deputy = await partyPost(town, id, { person: await town.person('副书记'), title: 'DEPUTY_SECRETARY' });
    await partyPost(town, id, { person: await town.person('委员'), title: 'DISCIPLINE', from: '2024-01-01' });
    await town.admin.do('endPartyPost', { post: deputy, on: '2024-06-01' }, 'post { validTo }');
    const shown = 'posts { title holder { name } validTo }';
    expect((await partyOn(town.admin, id, '2024-05-31', shown)).posts).toEqual([
      { title: 'SECRETARY', holder: { name: '书记甲' }, validTo: null },
      { title: 'DEPUTY_SECRETARY', holder: { name: '副书记' }, validTo: '2024-06-01' },
      { title: 'DISCIPLINE', holder: { name: '委员' }, validTo: null },
    ]);
    expect((await partyOn(town.admin, id, '2024-06-01', 'posts { title }')).posts).toEqual([
      { title: 'SECRETARY' },
      { title: 'DISCIPLINE' },
    ]);
  });

  it('of its secretary are one at a time: one recorded late lasts until the next one', async () => {
    const { id } = await partyOrganization(town);
    await partyPost(town, id, { person: await town.person('后任'), from: '2025-01-01' });
    await partyPost(town, id, { person: await town.person('前任') });
    expect(await secretary(id, '2024-12-31')).toBe('前任');
    expect(await secretary(id, '2025-01-01')).toBe('后任');
    const third = { partyOrganization: id, title: 'SECRETARY', person: await town.person(), from: '2024-06-01' };
    expect(await town.admin.refused('givePartyPost', third)).toEqual({ code: 'CONFLICT', field: 'input.title' });
  });

  it('end with it, and begin no more once it has ended', async () => {
    const { id } = await partyOrganization(town);
    const person = await town.person('末任');
    await partyPost(town, id, { person });
    await town.admin.do(
      'dissolvePartyOrganization',
      { partyOrganization: id, on: '2024-01-01', because: '撤' },
      'partyOrganization { id }',
    );
    expect(await secretary(id, '2023-12-31')).toBe('末任');
    expect(await secretary(id, '2024-01-01')).toBeNull();
    const late = { partyOrganization: id, title: 'MEMBER', person };
    expect(await town.admin.refused('givePartyPost', late)).toEqual({
      code: 'CONFLICT',
      field: 'input.partyOrganization',
    });
  });
});

describe('a post that is held ex officio', () => {
  it('is held by whoever is secretary of the other Party organisation, through any number of offices', async () => {
    const [station, centre, office] = [
      (await partyOrganization(town)).id,
      (await partyOrganization(town)).id,
      (await partyOrganization(town)).id,
    ];
    await partyPost(town, station, { secretaryOf: centre });
    await partyPost(town, centre, { secretaryOf: office });
    expect(await secretary(station, '2024-01-01')).toBeNull();
    const first = await partyPost(town, office, { person: await town.person('前主任'), from: '2024-01-01' });
    await town.admin.do('endPartyPost', { post: first, on: '2024-07-01' }, 'post { id }');
    await partyPost(town, office, { person: await town.person('新主任'), from: '2024-08-01' });
    expect(await secretary(station, '2024-06-30')).toBe('前主任');
    expect(await secretary(station, '2024-07-31')).toBeNull();
    expect(await secretary(station, '2024-08-01')).toBe('新主任');
    const shown = 'posts { holder(asOf: "2024-06-30") { name } secretaryOf { id } }';
    expect((await partyOn(town.admin, station, '2025-01-01', shown)).posts).toEqual([
      { holder: { name: '前主任' }, secretaryOf: { id: centre } },
    ]);
  });

  it('is held by the Party secretary of a unit, also of what the unit goes into', async () => {
    const of = await platform.newTown();
    const opening = { kind: 'COMMITTEE', parent: undefined, from: '2023-01-01' };
    const [old, next] = [
      await of.openUnit({ ...opening, name: '旧居委' }),
      await of.openUnit({ ...opening, name: '新居委' }),
    ];
    const appoint = async (unit: string, name: string, from: string) => {
      const appointing = { unit, person: await of.person(name), title: 'PARTY_SECRETARY', from };
      await of.admin.do('appointOfficer', appointing, 'post { id }');
    };
    await appoint(old, '老书记', '2023-06-01');
    await appoint(next, '新书记', '2023-06-01');
    const { id } = await partyOrganization(of);
    await partyPost(of, id, { secretaryAt: old });
    await apply(of, '2024-03-01', [{ merge: { units: [old], into: next } }]);
    expect(await secretary(id, '2023-05-31', of.admin)).toBeNull();
    expect(await secretary(id, '2024-02-29', of.admin)).toBe('老书记');
    expect(await secretary(id, '2024-03-01', of.admin)).toBe('新书记');
  });

  it('goes on with what the other Party organisation is merged into', async () => {
    const [station, centre, heir] = [
      (await partyOrganization(town)).id,
      (await partyOrganization(town)).id,
      (await partyOrganization(town)).id,
    ];
    await partyPost(town, station, { secretaryOf: centre });
    await partyPost(town, centre, { person: await town.person('中心书记') });
    await partyPost(town, heir, { person: await town.person('合并后书记') });
    const merging = { into: heir, others: [centre], on: '2024-01-01', because: '机构合并' };
    await town.admin.do('mergePartyOrganizations', merging, 'partyOrganization { id }');
    expect(await secretary(station, '2023-12-31')).toBe('中心书记');
    expect(await secretary(station, '2024-01-01')).toBe('合并后书记');
    // Merged into the one by whose office it is held itself, a post leads nowhere.
    await partyPost(town, heir, { title: 'MEMBER', secretaryOf: station });
    const back = { into: station, others: [heir], on: '2025-01-01', because: '机构合并' };
    await town.admin.do('mergePartyOrganizations', back, 'partyOrganization { id }');
    expect(await secretary(station, '2025-01-01')).toBeNull();
  });

  it('cannot lead in a circle of secretaries', async () => {
    const [one, two, three] = [
      (await partyOrganization(town)).id,
      (await partyOrganization(town)).id,
      (await partyOrganization(town)).id,
    ];
    await partyPost(town, one, { secretaryOf: two });
    await partyPost(town, two, { secretaryOf: three });
    const circle = { code: 'CONFLICT', field: 'input.secretaryOf' };
    const asking = { partyOrganization: three, title: 'SECRETARY', from: '2023-01-01' };
    await changesNothing(platform, town, async () => {
      expect(await town.admin.refused('givePartyPost', { ...asking, secretaryOf: one })).toEqual(circle);
      expect(await town.admin.refused('givePartyPost', { ...asking, secretaryOf: three })).toEqual(circle);
    });
    await town.admin.do('givePartyPost', { ...asking, title: 'MEMBER', secretaryOf: one }, 'post { id }');
  });
});

it('posts are seen by those who see people there, and kept by those of the town’s Party', async () => {
  const of = await platform.newTown();
  const { id } = await partyOrganization(of, { seat: { unit: of.unit(0) } });
  const person = await of.person('村书记');
  const post = await partyPost(of, id, { person });
  const shown = 'name secretary { name } posts { title }';
  const seen = { secretary: { name: '村书记' }, posts: [{ title: 'SECRETARY' }] };
  const officer = await of.account('UNIT_OFFICER', { unit: of.unit(0) });
  const committee = await of.account('SOCIAL_PARTY_COMMITTEE');
  for (const client of [of.admin, officer, committee]) {
    expect(await partyOn(client, id, '2024-01-01', shown)).toMatchObject(seen);
  }
  const elsewhere = await of.account('UNIT_OFFICER', { unit: of.unit(1) });
  expect(await partyOn(elsewhere, id, '2024-01-01', shown)).toMatchObject({ secretary: null, posts: null });
  const district = of.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'office', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`office-${district}`);
  const query = `query($id: ID!) { partyOrganization(id: $id) { name endedBecause versions { name } secretary { name } posts { title } } }`;
  const { data, errors } = await office.send(query, { id });
  expect(data.partyOrganization).toMatchObject({ endedBecause: null, secretary: null, posts: null });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  await changesNothing(platform, of, async () => {
    const giving = { partyOrganization: id, title: 'MEMBER', person };
    for (const client of [officer, office]) {
      expect(await client.refused('givePartyPost', giving)).toEqual({ code: 'FORBIDDEN' });
      expect(await client.refused('endPartyPost', { post })).toEqual({ code: 'FORBIDDEN' });
    }
  });
  await committee.do('endPartyPost', { post }, 'post { id }');
});

it('a post is refused wrong input on the field at fault, and nothing is changed', async () => {
  const { id } = await partyOrganization(town);
  const person = await town.person();
  const other = await platform.newTown();
  const post = await partyPost(town, id, { person, title: 'MEMBER' });
  const giving = { partyOrganization: id, title: 'PUBLICITY', person };
  const wrong: [string, Record<string, unknown>, string, string][] = [
    ['givePartyPost', { ...giving, person: null }, 'BAD_INPUT', 'input.person'],
    ['givePartyPost', { ...giving, secretaryOf: id }, 'BAD_INPUT', 'input.person'],
    ['givePartyPost', { ...giving, title: 'MEMBER' }, 'CONFLICT', 'input.person'],
    ['givePartyPost', { ...giving, person: await other.person() }, 'NOT_FOUND', 'input.person'],
    ['givePartyPost', { ...giving, partyOrganization: person }, 'NOT_FOUND', 'input.partyOrganization'],
    ['givePartyPost', { ...giving, from: '2022-12-31' }, 'BAD_INPUT', 'input.from'],
    ['givePartyPost', { ...giving, person: null, secretaryAt: other.unit(0) }, 'NOT_FOUND', 'input.secretaryAt'],
    ['endPartyPost', { post, on: '2022-12-31' }, 'BAD_INPUT', 'input.on'],
    ['endPartyPost', { post: id }, 'NOT_FOUND', 'input.post'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [verb, input, code, field] of wrong) {
      expect({ input, ...(await town.admin.refused(verb, input)) }).toEqual({ input, code, field });
    }
  });
  await town.admin.do('endPartyPost', { post, on: '2024-01-01' }, 'post { id }');
  expect(await town.admin.refused('endPartyPost', { post })).toEqual({ code: 'CONFLICT', field: 'input.post' });
});
