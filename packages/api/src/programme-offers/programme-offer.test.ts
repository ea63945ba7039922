import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { enter } from '../contests/contest.fixture.ts';
import { atDesk, type Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { enrol, step } from '../programmes/programme.fixture.ts';
import { inhabitedTown } from '../residents/resident.fixture.ts';
import { requireId } from '../schema/global-id.ts';
import { districtOf, districtOffice, offered } from './programme-offer.fixture.ts';

const platform = testPlatform();
const ofDistrict = `query($code: RegisterCode!) { district(code: $code) { programmeOffers {
  id name withdrawnBecause towns { town { code } joined enrolled waiting came } } } }`;
const ofTown =
  'query($code: RegisterCode!) { town(code: $code) { programmeOffers { offer { id name } programme { id } } } }';

/** One offer as a town sees it: another of its district may have come from another test. */
async function toTown(client: ApiClient, code: string, offer: string): Promise<Data | undefined> {
  const { programmeOffers } = (await client.ask(ofTown, { code })).town;
  return programmeOffers.find((each: Data) => each.offer.id === offer);
}

/** How a town takes part in an offer, as the office of its district sees it. */
async function toDistrict(office: ApiClient, { code }: TestTown, offer: string): Promise<Data> {
  const { programmeOffers } = (await office.ask(ofDistrict, { code: code.slice(0, 6) })).district;
  const { towns } = programmeOffers.find((each: Data) => each.id === offer);
  return towns.find((each: Data) => each.town.code === code);
}

it('a district offers a training, a town takes part with its own people and attendance, and the district is told how many', async () => {
  const { town, heads } = await inhabitedTown(platform, 3);
  const { admin, code } = town;
  const district = districtOf(town);
  const office = await districtOffice(platform, district);
  const said = { ageFrom: 18, costPerHead: '120', kind: 'TRAINING' };
  const { id: offer } = await offered(office, district, said);
  expect(await toTown(admin, code, offer)).toEqual({
    ...{ offer: { id: offer, name: '书记和业主培训' }, programme: null },
  });
  const none = { town: { code }, joined: false, enrolled: 0, waiting: 0, came: 0 };
  expect(await toDistrict(office, town, offer)).toEqual(none);

  const shape = 'programme { id name kind ageFrom costPerHead state firstDay offer { id } unit { id } }';
  const joining = { town: code, offer, unit: town.unit(0) };
  const { programme } = await admin.do('joinProgrammeOffer', joining, shape);
  expect(programme).toMatchObject({
    ...{ name: '书记和业主培训', kind: 'TRAINING', ageFrom: 18, costPerHead: '120.00', state: 'PLANNED' },
    ...{ firstDay: '2026-01-01', offer: { id: offer }, unit: { id: town.unit(0) } },
  });
  const revised = { name: '书记培训', about: '本镇', firstDay: '2026-01-01', lastDay: '2027-12-31', places: 2 };
  await step(admin, 'reviseProgramme', programme.id, revised);
  await step(admin, 'scheduleProgrammeSessions', programme.id, { days: ['2026-03-02'] });
  const { sessions } = await step(admin, 'openProgramme', programme.id, {}, 'sessions { id }');
  const made = await enrol(admin, programme.id, heads);
  const attendances = [{ enrolment: made[0]?.id, attended: true }];
  await admin.do('recordAttendance', { session: sessions[0].id, attendances }, 'session { id }');
  expect(await toDistrict(office, town, offer)).toEqual({
    ...{ town: { code }, joined: true, enrolled: 2, waiting: 1, came: 1 },
  });

  // Who takes part the district is not told.
  const people = `query($id: ID!) { programme(id: $id) { enrolments { totalCount } } }`;
  expect((await office.send(people, { id: programme.id })).data?.programme ?? null).toBeNull();
  await step(admin, 'cancelProgramme', programme.id, { reason: '改期' });
  expect(await toDistrict(office, town, offer)).toEqual(none);
  await admin.do('joinProgrammeOffer', { town: code, offer }, 'programme { id }');
});

it('an offer that is withdrawn or over is joined by no town, and those that take part go on', async () => {
  const town = await platform.newTown();
  const { admin, code } = town;
  const district = districtOf(town);
  const office = await districtOffice(platform, district);
  const { id: offer } = await offered(office, district);
  const over = await offered(office, district, { firstDay: '2026-01-01', lastDay: '2026-01-02' });
  const { programme } = await admin.do('joinProgrammeOffer', { town: code, offer }, 'programme { id }');
  const withdrawing = { offer, reason: '经费调整' };
  const { offer: withdrawn } = await office.do('withdrawProgrammeOffer', withdrawing, 'offer { withdrawnBecause }');
  expect(withdrawn).toEqual({ withdrawnBecause: '经费调整' });
  expect(await toTown(admin, code, offer)).toMatchObject({ programme: { id: programme.id } });
  expect(await toTown(admin, code, over.id)).toBeUndefined();
  await step(admin, 'openProgramme', programme.id);
  await step(admin, 'cancelProgramme', programme.id, { reason: '随区里取消' });
  await changesNothing(platform, town, async () => {
    for (const each of [offer, over.id]) {
      expect(await admin.refused('joinProgrammeOffer', { town: code, offer: each })).toEqual({
        ...{ code: 'CONFLICT', field: 'input.offer' },
      });
    }
    expect(await office.refused('withdrawProgrammeOffer', withdrawing)).toEqual({
      ...{ code: 'CONFLICT', field: 'input.offer' },
    });
  });
});

it('a town takes part once, also of two clients at once', async () => {
  const town = await platform.newTown();
  const { admin, code } = town;
  const office = await districtOffice(platform, districtOf(town));
  const { id: offer } = await offered(office, districtOf(town));
  const mutation =
    'mutation($input: JoinProgrammeOfferInput!) { joinProgrammeOffer(input: $input) { programme { id } } }';
  const tries = await Promise.all([1, 2, 3].map(() => admin.send(mutation, { input: { town: code, offer } })));
  expect(tries.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  for (const { errors } of tries) for (const { extensions } of errors) expect(extensions.code).toBe('CONFLICT');
  expect(await admin.refused('joinProgrammeOffer', { town: code, offer })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.offer' },
  });
});

it('the database itself takes an offer only from whoever holds the office of its district', async () => {
  const town = await platform.newTown();
  const district = districtOf(town);
  const [elsewhere = ''] = ['310112', '310115', '310114'].filter((each) => each !== district);
  const office = await districtOffice(platform, district);
  const { id } = await offered(office, district);
  const offer = requireId(id, 'ProgrammeOffer', 'id').key;
  const at = <T>(account: string | undefined, work: (desk: Desk) => Promise<T>) =>
    atDesk(
      platform.database.orm,
      { role: 'app_signin', ...(account === undefined ? {} : { account }) },
      new Date(),
      'write',
      work,
    );
  const row = await at(undefined, ({ db }) =>
    db.selectFrom('programme_offer').selectAll().where('id', '=', offer).executeTakeFirstOrThrow(),
  );
  const copied = (account: string | undefined, code: string) =>
    at(account, ({ db }) =>
      db
        .insertInto('programme_offer')
        .values({ ...row, id: newId(), district_code: code })
        .execute(),
    );
  await copied(row.recorded_by, district);
  for (const [account, code] of [
    [row.recorded_by, elsewhere],
    [undefined, district],
    [newId(), district],
  ] as const) {
    await expect(copied(account, code)).rejects.toThrow(/row-level security/);
    const withdrawn = await at(account, ({ db }) =>
      db
        .updateTable('programme_offer')
        .set({ withdrawn_at: new Date(), withdrawn_because: '误' })
        .where('id', '=', offer)
        .where('district_code', '=', code)
        .executeTakeFirst(),
    );
    expect(withdrawn.numUpdatedRows).toBe(0n);
  }
});

it('an office offers to its own district alone, no town or application offers, and none sees what others offer', async () => {
  const town = await platform.newTown();
  const { admin, code } = town;
  const district = districtOf(town);
  const [elsewhere] = ['310112', '310115', '310114'].filter((each) => each !== district);
  const [office, other] = [await districtOffice(platform, district), await districtOffice(platform, elsewhere ?? '')];
  const { id: foreign } = await offered(other, elsewhere ?? '');
  const { id: own } = await offered(office, district);
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(await town.openUnit()) });
  const scopes = ['TOWN_READ', 'PROGRAMME_READ'];
  const application = await registerApplication(platform, scopes);
  await consent(town, application, scopes);
  const reading = await clientOf(platform, application, 'town:read programme:read');
  const input = {
    name: '赛',
    about: '内容',
    kind: 'EVENT',
    takers: 'RESIDENT',
    firstDay: '2027-01-01',
    lastDay: '2027-12-31',
  };
  await changesNothing(platform, town, async () => {
    for (const [client, verb, said, code, field] of [
      [office, 'offerProgramme', { ...input, district: elsewhere }, 'NOT_FOUND', 'input.district'],
      [office, 'offerProgramme', { ...input, district: '999999' }, 'NOT_FOUND', 'input.district'],
      [office, 'offerProgramme', { ...input, district, name: ' ' }, 'BAD_INPUT', 'input.name'],
      [office, 'offerProgramme', { ...input, district, lastDay: '2026-12-31' }, 'BAD_INPUT', 'input.lastDay'],
      [office, 'offerProgramme', { ...input, district, ageFrom: 151 }, 'BAD_INPUT', 'input.ageFrom'],
      [office, 'offerProgramme', { ...input, district, takers: 'TEAM' }, 'BAD_INPUT', 'input.takers'],
      [office, 'offerProgramme', { ...input, district, costPerHead: '0' }, 'BAD_INPUT', 'input.costPerHead'],
      [office, 'withdrawProgrammeOffer', { offer: foreign, reason: '误' }, 'NOT_FOUND', 'input.offer'],
      [office, 'withdrawProgrammeOffer', { offer: own, reason: ' ' }, 'BAD_INPUT', 'input.reason'],
      [admin, 'joinProgrammeOffer', { town: town.code, offer: foreign }, 'NOT_FOUND', 'input.offer'],
    ] as const) {
      expect(await client.refused(verb, said), `${verb} ${field}`).toEqual({ code, field });
    }
    for (const client of [admin, member, platform.operator, reading]) {
      expect(await client.refused('offerProgramme', { ...input, district })).toMatchObject({ code: 'FORBIDDEN' });
      expect(await client.refused('withdrawProgrammeOffer', { offer: own, reason: '误' })).toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    for (const client of [member, reading, office]) {
      expect(await client.refused('joinProgrammeOffer', { town: code, offer: own })).toMatchObject({
        code: 'FORBIDDEN',
      });
    }
  });
  const shown = 'query($code: RegisterCode!) { district(code: $code) { programmeOffers { id } } }';
  for (const client of [admin, member, platform.operator, reading]) {
    const { data, errors } = await client.send(shown, { code: district });
    expect(data?.district.programmeOffers).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  }
  // What a town joins shows it the offer, and not the other towns.
  const nested = `query($code: RegisterCode!) { town(code: $code) { programmeOffers { offer { towns { joined } } } } }`;
  const { data, errors } = await admin.send(nested, { code });
  for (const each of data?.town.programmeOffers ?? []) expect(each.offer.towns).toBeNull();
  expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
  expect(await toTown(reading, code, own)).toBeDefined();
  expect(await toTown(admin, code, foreign)).toBeUndefined();
});

it('of a contest between teams that a district offers it is told how many teams a town enters', async () => {
  const town = await platform.newTown();
  const { admin, code } = town;
  const district = districtOf(town);
  const office = await districtOffice(platform, district);
  const { id: offer } = await offered(office, district, { kind: 'CONTEST', takers: 'TEAM' });
  const { programme } = await admin.do('joinProgrammeOffer', { town: code, offer }, 'programme { id }');
  await step(admin, 'openProgramme', programme.id);
  await enter(admin, programme.id, town.unit(0), ['一队', '二队']);
  expect(await toDistrict(office, town, offer)).toEqual({
    ...{ town: { code }, joined: true, enrolled: 2, waiting: 0, came: 0 },
  });
});
