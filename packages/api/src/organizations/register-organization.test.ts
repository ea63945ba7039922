import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { checkCharacter } from './credit-code.ts';
import { industryOf, kindOf, registerOrganization, since } from './organization.fixture.ts';

const platform = testPlatform();

const seen = `query($id: ID!, $asOf: Date) { organization(id: $id, asOf: $asOf) {
  name kind { name class } unit { id } industry { name } size partyMembers creditCode validFrom validTo version
  versions { name validFrom validTo } town { code } } }`;

/** A credit code of its own for a number. */
const codeFor = (number: number) => {
  const before = `91310112MA1G${String(number).padStart(5, '0')}`;
  return before + checkCharacter(before);
};

it('the check character is that of published codes', () => {
  // Those of Tencent and Huawei, as the national register publishes them.
  for (const code of ['9144030071526726XG', '914403001922038216']) {
    expect(checkCharacter(code.slice(0, 17))).toBe(code[17]);
  }
});

it('an organisation is registered with what is known of it, and found by its id', async () => {
  const town = await platform.newTown();
  const industry = await industryOf(town, '制造业');
  const input = { name: ' 庄行精工 ', industry, size: 320, partyMembers: 12, creditCode: codeFor(1).toLowerCase() };
  const { id } = await registerOrganization(town, input);
  const { organization } = await town.admin.ask(seen, { id });
  expect(organization).toEqual({
    ...{ name: '庄行精工', kind: { name: '规模以上非公企业', class: 'ENTERPRISE_ABOVE_SCALE' } },
    ...{ unit: { id: town.unit(0) }, industry: { name: '制造业' }, size: 320, partyMembers: 12 },
    ...{ creditCode: codeFor(1), validFrom: since, validTo: null, version: 1, town: { code: town.code } },
    versions: [{ name: '庄行精工', validFrom: since, validTo: null }],
  });
});

it('whoever is in charge of a unit registers what is in it and sees nothing elsewhere', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const own = await registerOrganization(town, {}, 'id', officer);
  const elsewhere = await registerOrganization(town, { unit: town.unit(1) });
  expect((await officer.ask(seen, { id: own.id })).organization.unit).toEqual({ id: town.unit(0) });
  const missing = { code: 'NOT_FOUND', field: 'id' };
  const refusalOf = async (client: typeof officer, id: string) =>
    (await client.send(seen, { id })).errors[0]?.extensions;
  expect(await refusalOf(officer, elsewhere.id)).toEqual(missing);
  expect(await refusalOf(other.admin, own.id)).toEqual(missing);
  const input = { town: town.code, unit: town.unit(1), name: '越界', kind: await kindOf(town) };
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(await town.openUnit()) });
  await changesNothing(platform, town, async () => {
    expect(await officer.refused('registerOrganization', input)).toEqual({ code: 'NOT_FOUND', field: 'input.unit' });
    expect(await member.refused('registerOrganization', input)).toEqual({ code: 'FORBIDDEN' });
    expect(await other.admin.refused('registerOrganization', input)).toEqual({
      code: 'NOT_FOUND',
      field: 'input.town',
    });
    const foreign = { ...input, kind: await kindOf(other) };
    expect(await town.admin.refused('registerOrganization', foreign)).toEqual({
      code: 'NOT_FOUND',
      field: 'input.kind',
    });
  });
});

it('wrong input is refused on the field at fault, and nothing is changed', async () => {
  const town = await platform.newTown();
  const [kind, unit] = [await kindOf(town), town.unit(0)];
  await registerOrganization(town, { name: '甲厂', creditCode: codeFor(2) });
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ name: ' ' }, 'BAD_INPUT', 'input.name'],
    [{ name: '长'.repeat(61) }, 'BAD_INPUT', 'input.name'],
    [{ name: '甲厂' }, 'CONFLICT', 'input.name'],
    [{ size: -1 }, 'BAD_INPUT', 'input.size'],
    [{ partyMembers: 1_000_001 }, 'BAD_INPUT', 'input.partyMembers'],
    [{ partyMembers: 4, size: 3 }, 'BAD_INPUT', 'input.partyMembers'],
    [{ creditCode: '91310112MA1G00002' }, 'BAD_INPUT', 'input.creditCode'],
    [
      { creditCode: `${codeFor(3).slice(0, 17)}${codeFor(3)[17] === '1' ? '2' : '1'}` },
      'BAD_INPUT',
      'input.creditCode',
    ],
    [{ creditCode: codeFor(2) }, 'CONFLICT', 'input.creditCode'],
    [{ telephone: '12' }, 'BAD_INPUT', 'input.telephone'],
    [{ owner: '张\n三' }, 'BAD_INPUT', 'input.owner'],
    [{ contact: ' ' }, 'BAD_INPUT', 'input.contact'],
    [{ from: '1900-01-01' }, 'BAD_INPUT', 'input.from'],
    [{ from: '2022-12-31' }, 'BAD_INPUT', 'input.from'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [more, code, field] of wrong) {
      const input = { town: town.code, unit, kind, name: '乙厂', from: since, ...more };
      expect({ more, ...(await town.admin.refused('registerOrganization', input)) }).toEqual({ more, code, field });
    }
  });
  await registerOrganization(town, { name: '甲厂', unit: town.unit(1), partyMembers: 3, size: 3 });
  expect(platform.faults).toEqual([]);
});
