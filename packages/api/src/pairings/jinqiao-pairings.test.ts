import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { categoriesOf, categorize } from '../categories/category.fixture.ts';
import { register } from '../households/household.fixture.ts';
import { districtOf, districtOffice } from '../programme-offers/programme-offer.fixture.ts';
import { dayOf } from '../today.ts';
import { contacted, pairingKindIds, pairUp } from './pairing.fixture.ts';

const platform = testPlatform();
const begins = '2024-01-01';
const today = dayOf(new Date());
const year = `period: { first: "${today.slice(0, 4)}-01-01", last: "${today.slice(0, 4)}-12-31" }`;

/** The six kinds of household with which the committee pairs its Party members, each with the category that calls for it. */
const six = {
  贫病: '重病家庭',
  独居: '独居老人',
  高龄: '纯老家庭',
  下岗失业: '下岗失业家庭',
  残疾: '残疾人家庭',
  突遭不幸: '突遭不幸家庭',
} as const;

/** A committee with a block and so many households of each of the six kinds; the town adds the categories that it has not begun with. */
async function committee(many: number) {
  const town = await platform.newTown();
  const { admin, code } = town;
  const block = await town.openUnit({ name: '永业块区', from: begins });
  for (const name of ['下岗失业家庭', '突遭不幸家庭']) {
    await admin.do('addCategory', { town: code, name, group: 'KEY', from: begins }, 'category { id }');
  }
  const [categories, kinds] = [await categoriesOf(town), await pairingKindIds(town)];
  for (const kind of ['下岗失业', '突遭不幸'] as const) {
    const revising = { pairingKind: kinds[kind], categories: [categories[six[kind]]], from: begins };
    await admin.do('revisePairingKind', revising, 'pairingKind { id }');
  }
  const homes: Record<string, string[]> = {};
  for (const [kind, category] of Object.entries(six)) {
    const codes = Array.from({ length: many }, (_, index) => `${kind}${index + 1}`);
    const input = { block, codes, from: begins };
    const { households } = await admin.do('registerHouseholds', input, 'households { id }');
    homes[kind] = households.map((each: Data) => each.id);
    for (const household of homes[kind] ?? []) await categorize(admin, household, categories[category], begins);
  }
  return { town, block, kinds, homes };
}

const sums = async ({ admin, code }: TestTown, by: string, client = admin, purpose = '') => {
  const query = `query($code: RegisterCode!) ${purpose} { town(code: $code) { pairingSums(by: ${by}, ${year}) {
    kind { name } unit { name } paired { numerator denominator rounded } running contacts } } }`;
  return (await client.ask(query, { code })).town.pairingSums;
};

it('Yongye committee pairs its Party members with the six kinds of household, each with a service of its own, and what is missing is found', async () => {
  const { town, block, kinds, homes } = await committee(5);
  const { admin, code } = town;
  const services = {
    贫病: '陪同就医、代配药',
    独居: '每天敲一次门',
    高龄: '每周陪聊、理发',
    下岗失业: '介绍岗位、陪同面试',
    残疾: '代办康复器具',
    突遭不幸: '联系救助、上门疏导',
  };
  for (const [kind, service] of Object.entries(services)) {
    const { id } = await pairUp(town, homes[kind]?.[0], { pairingKind: kinds[kind], service, contactEveryDays: 30 });
    await contacted(admin, id);
  }
  const byKind = await sums(town, 'KIND');
  expect(byKind.map((each: Data) => each.kind.name)).toEqual(Object.keys(six));
  for (const each of byKind) {
    expect(each).toMatchObject({
      paired: { numerator: 1, denominator: 5, rounded: '20.0 %' },
      running: 1,
      contacts: 1,
    });
  }
  const [all] = await sums(town, 'ALL');
  expect(all).toMatchObject({ paired: { numerator: 6, denominator: 30 }, running: 6, contacts: 6, kind: null });
  const [unit] = await sums(town, 'UNIT');
  expect(unit).toMatchObject({ paired: { numerator: 6, denominator: 30 }, unit: { name: expect.any(String) } });

  const figure = (code: string) => `figure(indicator: "${code}", unit: $block) { numerator denominator }`;
  const figures = `query($code: RegisterCode!, $block: ID!) { town(code: $code) { running: ${figure('pairing')} rate: ${figure('household-paired')}
    contacts: figure(indicator: "pairing-contact", ${year}, unit: $block) { numerator pairings { totalCount } } } }`;
  expect((await admin.ask(figures, { code, block })).town).toEqual({
    running: { numerator: 6, denominator: null },
    rate: { numerator: 6, denominator: 30 },
    contacts: { numerator: 6, pairings: { totalCount: 6 } },
  });
  const opened = `query($code: RegisterCode!) @purpose(of: CHECK) { town(code: $code) {
    rate: figure(indicator: "household-paired") { pairedHouseholds { totalCount } missing: pairedHouseholds(counted: false, first: 2) { totalCount nodes { code } } }
    running: figure(indicator: "pairing") { pairings { totalCount } } } }`;
  expect((await admin.ask(opened, { code })).town).toEqual({
    rate: {
      pairedHouseholds: { totalCount: 6 },
      missing: { totalCount: 24, nodes: [{ code: expect.any(String) }, { code: expect.any(String) }] },
    },
    running: { pairings: { totalCount: 6 } },
  });
  const masked = await admin.send(opened.replace('@purpose(of: CHECK)', ''), { code });
  expect(masked.errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'pairedHouseholds' });

  // One mutation mends what is missing.
  const missing = `query($code: RegisterCode!, $kind: ID!) { town(code: $code) {
    unpairedHouseholds(pairingKind: $kind) { totalCount nodes { household { id } } } } }`;
  const lacking = async () => (await admin.ask(missing, { code, kind: kinds.突遭不幸 })).town.unpairedHouseholds;
  const { totalCount, nodes } = await lacking();
  expect(totalCount).toBe(4);
  await pairUp(town, nodes[0].household.id, { pairingKind: kinds.突遭不幸 });
  expect((await lacking()).totalCount).toBe(3);
});

it('sensitive kinds of few households are told together, and a district office counts pairings and contacts alone', async () => {
  const { town, kinds, homes } = await committee(2);
  const { admin, code } = town;
  const { id } = await pairUp(town, homes.贫病?.[0], { pairingKind: kinds.贫病, service: '代配药' });
  await contacted(admin, id);
  const names = (all: Data[]) => all.map((each) => each.kind?.name ?? null);
  const told = await sums(town, 'KIND');
  expect(names(told)).toEqual(['独居', '高龄', '下岗失业', '突遭不幸', null]);
  expect(told.at(-1)).toMatchObject({ paired: { numerator: 1, denominator: 4 }, running: 1, contacts: 1 });
  expect(names(await sums(town, 'KIND', admin, '@purpose(of: CHECK)'))).toEqual(Object.keys(six));

  const office = await districtOffice(platform, districtOf(town));
  const counted = `query($code: RegisterCode!) { town(code: $code) { figure(indicator: "pairing") { numerator }
    contacts: figure(indicator: "pairing-contact", ${year}) { numerator } pairingKinds { name } } }`;
  const answer = (await office.ask(counted, { code })).town;
  expect(answer).toMatchObject({ figure: { numerator: 1 }, contacts: { numerator: 1 }, pairingKinds: { length: 6 } });
  for (const field of [
    'figure(indicator: "household-paired") { numerator }',
    'figure(indicator: "pairing") { pairings { totalCount } }',
    'pairings { totalCount }',
    `pairingSums(by: KIND, ${year}) { running }`,
  ]) {
    const { errors } = await office.send(`query($code: RegisterCode!) { town(code: $code) { ${field} } }`, { code });
    expect(errors[0]?.extensions.code, field).toBe('FORBIDDEN');
  }
});

it('an officer’s sums are of their own unit alone', async () => {
  const { town, homes } = await committee(1);
  const [away] = await register(town, await town.openUnit({ parent: town.unit(1), from: '2023-01-01' }), ['远']);
  await categorize(town.admin, away, (await categoriesOf(town)).独居老人, begins);
  await pairUp(town, away);
  await pairUp(town, homes.独居?.[0]);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  expect((await sums(town, 'ALL', officer))[0]).toMatchObject({ paired: { numerator: 1, denominator: 6 }, running: 1 });
  expect((await sums(town, 'ALL'))[0]).toMatchObject({ paired: { numerator: 2, denominator: 7 }, running: 2 });
});
