import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { registerOrganization } from '../organizations/organization.fixture.ts';
import { apply, dependentsOf } from '../restructurings/restructuring.fixture.ts';
import { partyOn, partyOrganization, partyPost } from './party-organization.fixture.ts';

const platform = testPlatform();

/** A unit of a town by its name. */
async function unitNamed({ admin, code }: TestTown, name: string): Promise<string> {
  const query =
    'query($code: RegisterCode!, $name: String!) { town(code: $code) { units(filter: { name: $name }) { nodes { id name } } } }';
  const { nodes } = (await admin.ask(query, { code, name })).town.units;
  return nodes.find((each: Data) => each.name === name).id;
}

it('people of a unit are seen by those in charge of what the unit has gone into', async () => {
  const town = await platform.newTown();
  const old = await town.openUnit({ kind: 'COMMITTEE', name: '旧居委会甲', parent: undefined, from: '2023-01-01' });
  const { id } = await partyOrganization(town, { seat: { unit: old } });
  await partyPost(town, id, { person: await town.person('老书记') });
  await apply(town, '2024-01-01', [
    { open: { ref: 'n', kind: 'COMMUNITY', name: '合并社区甲' } },
    { merge: { units: [old], into: '#n' } },
  ]);
  const officer = await town.account('UNIT_OFFICER', { unit: await unitNamed(town, '合并社区甲') });
  expect(await partyOn(officer, id, '2024-06-01', 'secretary { name } unit { id }')).toEqual({
    secretary: { name: '老书记' },
    unit: { id: old },
  });
});

it('what a Party organisation sits in, and whose Party secretary holds a post in one, cannot be undone', async () => {
  const town = await platform.newTown();
  const opened = await apply(town, '2024-02-01', [
    { open: { ref: 'a', kind: 'COMMITTEE', name: '新居委会甲' } },
    { open: { ref: 'b', kind: 'COMMITTEE', name: '新居委会乙' } },
  ]);
  await partyOrganization(town, { seat: { unit: await unitNamed(town, '新居委会甲') }, from: '2024-02-01' });
  const { id } = await partyOrganization(town, { from: '2024-02-01' });
  await partyPost(town, id, { secretaryAt: await unitNamed(town, '新居委会乙'), from: '2024-03-01' });
  expect(await dependentsOf(town, opened)).toEqual([{ kind: 'PARTY_ORGANIZATION', count: 2, restructuring: null }]);
  const undoing = { restructuring: opened, reason: '误' };
  expect(await town.admin.refused('undoRestructuring', undoing)).toEqual({
    code: 'CONFLICT',
    field: 'input.restructuring',
  });
});

it('a unit and an organisation know the Party organisations that sit in them, on any day and through mergers', async () => {
  const town = await platform.newTown();
  const opening = { kind: 'COMMITTEE', parent: undefined, from: '2023-01-01' };
  const [old, next] = [
    await town.openUnit({ ...opening, name: '旧居委会丙' }),
    await town.openUnit({ ...opening, name: '新居委会丙' }),
  ];
  const { id: organization } = await registerOrganization(town);
  await partyOrganization(town, { name: '居民区支部', seat: { unit: old } });
  await partyOrganization(town, { name: '公司支部', seat: { organization }, from: '2024-03-01' });
  await apply(town, '2024-06-01', [{ merge: { units: [old], into: next } }]);
  const query = `query($old: ID!, $next: ID!, $organization: ID!, $asOf: Date!) {
    old: unit(id: $old, asOf: $asOf) { partyOrganizations { name } } next: unit(id: $next, asOf: $asOf) { partyOrganizations { name } }
    organization(id: $organization, asOf: $asOf) { partyOrganizations { name } } }`;
  const on = async (asOf: string) => {
    const {
      old: before,
      next: after,
      organization: of,
    } = await town.admin.ask(query, { old, next, organization, asOf });
    return [before, after, of].map((each) => each.partyOrganizations.map(({ name }: Data) => name));
  };
  expect(await on('2024-01-01')).toEqual([['居民区支部'], [], []]);
  expect(await on('2024-05-31')).toEqual([['居民区支部'], [], ['公司支部']]);
  expect(await on('2024-06-01')).toEqual([[], ['居民区支部'], ['公司支部']]);
});
