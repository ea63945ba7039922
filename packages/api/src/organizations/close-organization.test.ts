import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { atDesk } from '../db/door.ts';
import { readGlobalId } from '../schema/global-id.ts';
import { restate } from '../standings/restate.ts';
import { type Closing, closeOrganization } from './close-organization.ts';
import { asked, registerOrganization, since } from './organization.fixture.ts';
import { organizationLines } from './organization-rows.ts';

const platform = testPlatform();

/** Closes an organisation at a desk of its town, as the mutation of coverage does. */
function close(town: TestTown, id: string, closing: Closing): Promise<void> {
  const seat = { role: 'app_town' as const, town: Number(town.code) };
  return atDesk(platform.database.orm, seat, new Date(), 'write', async (desk) => {
    const uuid = readGlobalId(id)?.key ?? '';
    const line = await desk.load(organizationLines, { townId: desk.town, uuid });
    if (!line) throw new Error('No such organisation');
    await closeOrganization(desk, line, closing);
    await restate(desk, [uuid]);
  });
}

const seen = `query($id: ID!, $asOf: Date, $code: RegisterCode!) @purpose(of: CHECK) {
  organization(id: $id, asOf: $asOf) { name contact validTo closedBecause version versions { name validFrom validTo } }
  town(code: $code) { organizations(asOf: $asOf) { nodes { name } } } }`;

it('closing an organisation ends what it is, whom to ask and its life, and says why', async () => {
  const town = await platform.newTown();
  const { id } = await registerOrganization(town, { ...asked, name: '旧名', creditCode: '9144030071526726XG' });
  const later = { organization: id, name: '新名', from: '2026-01-01' };
  await town.admin.do('reviseOrganization', later, 'organization { id }');
  await close(town, id, { on: '2025-06-01', because: '注销登记' });
  const after = await town.admin.ask(seen, { id, asOf: '2025-06-01', code: town.code });
  expect(after.organization).toEqual({
    ...{ name: '旧名', contact: null, validTo: '2025-06-01', closedBecause: '注销登记', version: 3 },
    versions: [{ name: '旧名', validFrom: since, validTo: '2025-06-01' }],
  });
  expect(after.town.organizations.nodes).toEqual([]);
  const before = await town.admin.ask(seen, { id, asOf: '2025-05-31', code: town.code });
  expect(before.organization.contact).toBe(asked.contact);
  expect(before.town.organizations.nodes.map(({ name }: Data) => name)).toEqual(['旧名']);
  const revising = { organization: id, name: '再', from: '2025-06-01' };
  expect(await town.admin.refused('reviseOrganization', revising)).toEqual({
    ...{ code: 'CONFLICT', field: 'input.organization' },
  });
  // Its name and code are free from then on.
  await registerOrganization(town, { name: '旧名', creditCode: '9144030071526726XG', from: '2025-06-01' });
});

it('an organisation that closes on its first day was never there, and still has a page', async () => {
  const town = await platform.newTown();
  const { id } = await registerOrganization(town, { name: '误录' });
  await close(town, id, { on: since, because: '重复登记' });
  const { organization, town: read } = await town.admin.ask(seen, { id, code: town.code, asOf: since });
  expect(organization).toMatchObject({ name: '误录', validTo: since, closedBecause: '重复登记' });
  expect(read.organizations.nodes).toEqual([]);
  await registerOrganization(town, { name: '误录' });
});

it('it does not close before it began, nor after it has closed', async () => {
  const town = await platform.newTown();
  const { id } = await registerOrganization(town);
  await close(town, id, { on: '2025-06-01', because: '注销' });
  await changesNothing(platform, town, async () => {
    await expect(close(town, id, { on: '2022-12-31', because: '早' })).rejects.toMatchObject({
      ...{ code: 'BAD_INPUT', detail: { field: 'input.on' } },
    });
    await expect(close(town, id, { on: '2025-06-01', because: '晚' })).rejects.toMatchObject({
      ...{ code: 'CONFLICT', detail: { field: 'input.organization' } },
    });
  });
  await close(town, id, { on: '2025-01-01', because: '早已停业' });
  const { organization } = await town.admin.ask(seen, { id, code: town.code });
  expect(organization).toMatchObject({ validTo: '2025-01-01', closedBecause: '早已停业' });
});
