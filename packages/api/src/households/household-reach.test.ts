import { describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { recordVisit, visitInput } from '../visits/visit.fixture.ts';
import { type Settled, settledTown } from './household.fixture.ts';

const platform = testPlatform();
const ahead = new Date().getFullYear() + 1;

const list = `query($id: ID!, $asOf: Date) { unit(id: $id) { ... on Block {
  households(asOf: $asOf) { totalCount nodes { code visits { totalCount } } } } } }`;

/** The numbers of the households that a block lists to somebody, with how many it says there are. */
async function listed(client: ApiClient, id: string, asOf?: string) {
  const { households } = (await client.ask(list, { id, asOf })).unit;
  return households && { codes: households.nodes.map((each: Data) => each.code), total: households.totalCount };
}

const seen = async (client: ApiClient, id: string | undefined) =>
  (await client.send('query($id: ID!) { household(id: $id) { code viewerCan } }', { id })).data?.household ?? null;

/** The town with a member of the team of each of its first two blocks. */
async function staffed(): Promise<Settled & { east: ApiClient; west: ApiClient }> {
  const settled = await settledTown(platform, 3);
  const { town, blocks } = settled;
  const east = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
  const west = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[1]) });
  return { ...settled, east, west };
}

describe('the households of a block on a past day', () => {
  it('are listed to its team as far as they are with it today, and the rest to the team they are with', async () => {
    const { town, blocks, households, codes, east, west } = await staffed();
    const [gone] = households;
    await town.admin.do('moveHousehold', { household: gone, block: blocks[1], from: '2024-03-01' }, 'household { id }');
    await recordVisit(town, gone, '2024-06-01');
    expect(await listed(east, blocks[0], '2023-06-01')).toEqual({ codes: codes.slice(1), total: 2 });
    expect(await seen(east, gone)).toBeNull();
    expect(await seen(west, gone)).toMatchObject({ code: codes[0] });
    expect(await listed(east, blocks[1], '2024-06-01')).toBeNull();
    expect(await listed(west, blocks[1], '2024-06-01')).toEqual({ codes: [codes[0]], total: 1 });
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    for (const client of [town.admin, officer]) {
      expect(await listed(client, blocks[0], '2023-06-01')).toEqual({ codes, total: 3 });
    }
  });

  it('are listed page by page without a gap where some are out of reach', async () => {
    const { town, blocks, households, codes, east } = await staffed();
    const move = { household: households[1], block: blocks[1], from: '2024-03-01' };
    await town.admin.do('moveHousehold', move, 'household { id }');
    const query = `query($id: ID!, $after: String) { unit(id: $id) { ... on Block { households(asOf: "2023-06-01", first: 1, after: $after) {
      totalCount nodes { code } pageInfo { hasNextPage endCursor } } } } }`;
    const { households: first } = (await east.ask(query, { id: blocks[0] })).unit;
    expect(first).toMatchObject({ totalCount: 2, nodes: [{ code: codes[0] }], pageInfo: { hasNextPage: true } });
    const { households: second } = (await east.ask(query, { id: blocks[0], after: first.pageInfo.endCursor })).unit;
    expect(second).toMatchObject({ nodes: [{ code: codes[2] }], pageInfo: { hasNextPage: false } });
  });

  it('are listed after they left the town to the team of their last block, and to nobody before it', async () => {
    const { town, blocks, households, codes, east, west } = await staffed();
    const [household] = households;
    await town.admin.do('moveHousehold', { household, block: blocks[1], from: '2024-03-01' }, 'household { id }');
    await town.admin.do('endHousehold', { household, on: '2024-09-01' }, 'household { id }');
    expect(await listed(east, blocks[0], '2023-06-01')).toEqual({ codes: codes.slice(1), total: 2 });
    expect(await listed(west, blocks[1], '2024-06-01')).toEqual({ codes: [codes[0]], total: 1 });
    expect(await seen(east, household)).toBeNull();
    expect(await seen(west, household)).toMatchObject({ code: codes[0] });
  });

  it('are listed before they come to a block to whoever they are with until then', async () => {
    const { town, blocks, households, codes, east, west } = await staffed();
    const move = { household: households[0], block: blocks[1], from: `${ahead}-01-01` };
    await town.admin.do('moveHousehold', move, 'household { id }');
    expect(await listed(west, blocks[1], `${ahead}-06-01`)).toEqual({ codes: [], total: 0 });
    expect(await listed(east, blocks[0])).toEqual({ codes, total: 3 });
  });
});

describe('a household in an overlay', () => {
  /** The town with the first household in an overlay’s block, whose team has a lead. */
  async function overlaid() {
    const settled = await staffed();
    const { town, households } = settled;
    const opening = { town: town.code, name: '籍贯', from: settled.begins };
    const { overlay } = await town.admin.do('openOverlay', opening, 'overlay { id }');
    const open = (name: string, unit: number) =>
      town.openUnit({ name, overlay: overlay.id, parent: town.unit(unit), from: settled.begins });
    const [block, next] = [await open('安徽', 1), await open('江苏', 2)];
    const head = await town.account('TEAM_LEAD', { team: await town.formTeam(block) });
    const placing = { household: households[0], block, from: '2024-01-01' };
    await town.admin.do('placeInOverlay', placing, 'household { id }');
    return { ...settled, overlay: overlay.id, block, next, head };
  }

  it('is read and visited by the overlay’s team and by the officer above its block, who may not move or end it', async () => {
    const { town, blocks, households, codes, block, next, head } = await overlaid();
    const [household, neighbour] = households;
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
    for (const client of [head, officer]) {
      expect(await listed(client, block)).toEqual({ codes: [codes[0]], total: 1 });
      const { code, viewerCan } = await seen(client, household);
      expect(code).toBe(codes[0]);
      expect(viewerCan).toEqual(expect.arrayContaining(['HOUSEHOLD_READ', 'VISIT_READ', 'VISIT_RECORD']));
      expect(viewerCan).not.toContain('HOUSEHOLD_REGISTER');
      await recordVisit(town, household, undefined, client);
      const notFound = { code: 'NOT_FOUND', field: 'input.household' };
      expect(await client.refused('endHousehold', { household })).toEqual(notFound);
      expect(await client.refused('moveHousehold', { household, block: blocks[1] })).toEqual(notFound);
      expect(await client.refused('placeInOverlay', { household, block: next })).toEqual(notFound);
      expect(await client.refused('recordVisit', await visitInput(town, neighbour))).toEqual(notFound);
      expect(await seen(client, neighbour)).toBeNull();
      expect(await listed(client, blocks[0])).toBeNull();
    }
  });

  it('is read no more by the overlay’s team once it has left its block', async () => {
    const { town, households, codes, overlay, block, next, head, east } = await overlaid();
    const [household] = households;
    await town.admin.do('placeInOverlay', { household, block: next, from: '2024-06-01' }, 'household { id }');
    expect(await seen(head, household)).toBeNull();
    expect(await listed(head, block, '2024-02-01')).toEqual({ codes: [], total: 0 });
    await town.admin.do('placeInOverlay', { household, block, from: '2024-07-01' }, 'household { id }');
    expect(await listed(head, block, '2024-02-01')).toEqual({ codes: [codes[0]], total: 1 });
    await town.admin.do('removeFromOverlay', { household, overlay, on: '2024-08-01' }, 'household { id }');
    expect(await listed(head, block, '2024-02-01')).toEqual({ codes: [], total: 0 });
    expect(await seen(east, household)).toMatchObject({ code: codes[0] });
  });

  it('is read after it left the town by those who looked after it last, in the overlay too', async () => {
    const { town, households, codes, overlay, block, head } = await overlaid();
    const [household, removed] = households;
    await town.admin.do('placeInOverlay', { household: removed, block, from: '2024-01-01' }, 'household { id }');
    await town.admin.do('removeFromOverlay', { household: removed, overlay, on: '2024-06-01' }, 'household { id }');
    for (const each of [household, removed]) {
      await town.admin.do('endHousehold', { household: each, on: '2024-09-01' }, 'household { id }');
    }
    expect(await seen(head, household)).toMatchObject({ code: codes[0] });
    expect(await seen(head, removed)).toBeNull();
    expect(await listed(head, block, '2024-02-01')).toEqual({ codes: [codes[0]], total: 1 });
  });
});
