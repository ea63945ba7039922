import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { planned, step } from './programme.fixture.ts';

const platform = testPlatform();
const said = { name: '企业进社区', about: '低于市价', firstDay: '2026-01-01', lastDay: '2026-12-31' };
const gifts = 'donated donatedWorth gifts { amount goods worth givenOn partner { name } recordedBy withdrawnBecause }';

it('an event is held with partner organisations, who give money and goods for it, and what was put down wrongly is withdrawn', async () => {
  const town = await platform.newTown();
  const { admin } = town;
  const partner = async (name: string) =>
    (await admin.do('registerPartner', { town: town.code, name }, 'partner { id }')).partner.id;
  const [shop, school] = [await partner('好又多超市'), await partner('春风幼儿园')];
  const { id, partners } = await planned(town, { ...said, partners: [shop] }, admin, 'id partners { name }');
  expect(partners).toEqual([{ name: '好又多超市' }]);
  const revised = await step(admin, 'reviseProgramme', id, { ...said, partners: [school, shop] }, 'partners { name }');
  expect(revised.partners).toEqual([{ name: '春风幼儿园' }, { name: '好又多超市' }]);
  const again = await step(admin, 'repeatProgramme', id, { firstDay: '2027-01-01' }, 'partners { name } gifts { id }');
  expect(again).toEqual({ partners: revised.partners, gifts: [] });

  const give = (input: Record<string, unknown>, selection = 'donated donatedWorth') =>
    step(admin, 'recordProgrammeGift', id, input, selection);
  await give({ partner: shop, goods: '大米 50 袋', worth: '2500', on: '2026-02-01' });
  await give({ partner: school, amount: '1000.50', on: '2026-01-15' });
  const { gifts: given } = await give({ amount: '800', on: '2026-02-02' }, 'gifts { id }');
  expect(await give({ goods: '春联 100 副', on: '2026-02-02' })).toEqual({
    donated: '1800.50',
    donatedWorth: '2500.00',
  });
  const withdrawing = { gift: given[2].id, reason: '记重' };
  const seen = await step(admin, 'withdrawProgrammeGift', id, withdrawing, gifts);
  const gift = (more: Record<string, unknown>) => ({
    ...{ amount: null, goods: null, worth: null, partner: null, recordedBy: '管理员', withdrawnBecause: null, ...more },
  });
  expect(seen).toEqual({
    ...{ donated: '1000.50', donatedWorth: '2500.00' },
    gifts: [
      gift({ givenOn: '2026-01-15', amount: '1000.50', partner: { name: '春风幼儿园' } }),
      gift({ givenOn: '2026-02-01', goods: '大米 50 袋', worth: '2500.00', partner: { name: '好又多超市' } }),
      gift({ givenOn: '2026-02-02', amount: '800.00', withdrawnBecause: '记重' }),
      gift({ givenOn: '2026-02-02', goods: '春联 100 副' }),
    ],
  });
  expect(await admin.refused('withdrawProgrammeGift', { programme: id, ...withdrawing })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.gift' },
  });
});

it('what is neither money nor goods, or both, and partners and gifts of others are refused, and nothing is put down', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const { admin } = town;
  const foreign = (await other.admin.do('registerPartner', { town: other.code, name: '外' }, 'partner { id }')).partner
    .id;
  const { id } = await planned(town, said);
  const { gifts: given } = await step(admin, 'recordProgrammeGift', id, { amount: '1' }, 'gifts { id }');
  const elsewhere = await planned(town, said);
  const gift = { programme: id, amount: '50' };
  const withdrawing = { programme: id, gift: given[0].id, reason: '误' };
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(await town.openUnit()) });
  const scopes = ['TOWN_READ', 'PROGRAMME_READ'];
  const application = await registerApplication(platform, scopes);
  await consent(town, application, scopes);
  const reading = await clientOf(platform, application, 'town:read programme:read');
  await changesNothing(platform, town, async () => {
    for (const [verb, input, code, field] of [
      ['recordProgrammeGift', { programme: id }, 'BAD_INPUT', 'input.amount'],
      ['recordProgrammeGift', { ...gift, goods: '米' }, 'BAD_INPUT', 'input.amount'],
      ['recordProgrammeGift', { ...gift, amount: '-1' }, 'BAD_INPUT', 'input.amount'],
      ['recordProgrammeGift', { ...gift, worth: '1' }, 'BAD_INPUT', 'input.worth'],
      ['recordProgrammeGift', { programme: id, goods: ' ' }, 'BAD_INPUT', 'input.goods'],
      ['recordProgrammeGift', { ...gift, on: '2099-01-01' }, 'BAD_INPUT', 'input.on'],
      ['recordProgrammeGift', { ...gift, partner: foreign }, 'NOT_FOUND', 'input.partner'],
      ['withdrawProgrammeGift', { ...withdrawing, reason: ' ' }, 'BAD_INPUT', 'input.reason'],
      ['withdrawProgrammeGift', { ...withdrawing, programme: elsewhere.id }, 'NOT_FOUND', 'input.gift'],
      ['reviseProgramme', { programme: id, ...said, partners: [foreign] }, 'NOT_FOUND', 'input.partners.0'],
      ['reviseProgramme', { programme: id, ...said, partners: Array(21).fill(foreign) }, 'BAD_INPUT', 'input.partners'],
    ] as const) {
      expect(await admin.refused(verb, input), `${verb} ${field}`).toEqual({ code, field });
    }
    for (const [verb, input] of [
      ['recordProgrammeGift', gift],
      ['withdrawProgrammeGift', withdrawing],
    ] as const) {
      expect(await member.refused(verb, input)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await reading.refused(verb, input)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await other.admin.refused(verb, input)).toEqual({ code: 'NOT_FOUND', field: 'input.programme' });
    }
  });
});
