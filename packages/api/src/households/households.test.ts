import { describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { apply, draft } from '../restructurings/restructuring.fixture.ts';
import { recordVisit, visitInput } from '../visits/visit.fixture.ts';
import { groupHead, openOverlay, settledTown } from './household.fixture.ts';

const platform = testPlatform();

/** A town with three blocks, and ten households in the first. */
const settled = () => settledTown(platform, 10);

async function blockOn(town: TestTown, household: string, asOf: string): Promise<string | undefined> {
  const query = 'query($id: ID!, $asOf: Date) { household(id: $id) { block(asOf: $asOf) { name } } }';
  return (await town.admin.ask(query, { id: household, asOf })).household.block?.name;
}

describe('a household', () => {
  it('is in one block at a time, and a move is kept beside those before and after it', async () => {
    const { town, blocks, households } = await settled();
    const [household] = households;
    await town.admin.do('moveHousehold', { household, block: blocks[2], from: '2024-03-01' }, 'household { id }');
    await town.admin.do('moveHousehold', { household, block: blocks[1], from: '2024-02-01' }, 'household { id }');
    const names = [];
    for (const day of ['2024-01-31', '2024-02-01', '2024-02-29', '2024-03-01']) {
      names.push(await blockOn(town, household ?? '', day));
    }
    expect(names).toEqual(['东块', '西块', '西块', '北块']);
    const { town: read } = await town.admin.ask(
      'query($code: RegisterCode!) { town(code: $code) { householdCount } }',
      { code: town.code },
    );
    expect(read.householdCount).toBe(10);
  });

  it('is refused wrong input on the field at fault, and nothing is changed', async () => {
    const { town, blocks, households, codes } = await settled();
    const [household, moved] = households;
    const { overlay, blocks: overlaid } = await openOverlay(town, ['安徽']);
    await town.admin.do('endHousehold', { household: moved, on: '2024-01-01' }, 'household { id }');
    const wrong: [string, Record<string, unknown>, string, string][] = [
      ['registerHouseholds', { block: blocks[0], codes: [] }, 'BAD_INPUT', 'input.codes'],
      ['registerHouseholds', { block: blocks[0], codes: ['新', ' '] }, 'BAD_INPUT', 'input.codes.1'],
      ['registerHouseholds', { block: blocks[0], codes: ['新', '新'] }, 'BAD_INPUT', 'input.codes.1'],
      ['registerHouseholds', { block: blocks[0], codes: ['新', codes[9]] }, 'CONFLICT', 'input.codes.1'],
      ['registerHouseholds', { block: blocks[0], codes: ['A1', 'Ａ１'] }, 'BAD_INPUT', 'input.codes.1'],
      ['registerHouseholds', { block: blocks[0], codes: ['A1\ufe0f'] }, 'BAD_INPUT', 'input.codes.0'],
      ['registerHouseholds', { block: town.unit(0), codes: ['新'] }, 'BAD_INPUT', 'input.block'],
      ['registerHouseholds', { block: overlaid[0], codes: ['新'] }, 'BAD_INPUT', 'input.block'],
      ['registerHouseholds', { block: blocks[0], codes: ['新'], from: '2022-12-31' }, 'BAD_INPUT', 'input.from'],
      ['moveHousehold', { household, block: overlaid[0] }, 'BAD_INPUT', 'input.block'],
      ['moveHousehold', { household: moved, block: blocks[1] }, 'CONFLICT', 'input.household'],
      ['moveHousehold', { household, block: blocks[1], expectedVersion: 9 }, 'CONFLICT', 'input.expectedVersion'],
      ['endHousehold', { household: moved }, 'CONFLICT', 'input.household'],
      ['endHousehold', { household, on: '2022-12-31' }, 'BAD_INPUT', 'input.on'],
      ['placeInOverlay', { household, block: blocks[1] }, 'BAD_INPUT', 'input.block'],
      ['removeFromOverlay', { household, overlay }, 'CONFLICT', 'input.overlay'],
      ['closeOverlay', { overlay }, 'CONFLICT', 'input.overlay'],
      ['openOverlay', { town: town.code, name: '籍贯' }, 'CONFLICT', 'input.name'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [verb, input, code, field] of wrong) {
        expect({ verb, input, ...(await town.admin.refused(verb, input)) }).toEqual({ verb, input, code, field });
      }
    });
  });

  it('is read, moved and visited by whoever is in charge of its block today, and by nobody beside it', async () => {
    const { town, blocks, households } = await settled();
    const [household] = households;
    const [team, next] = [await town.formTeam(blocks[0]), await town.formTeam(blocks[1])];
    const member = await town.account('TEAM_MEMBER', { team });
    const neighbour = await town.account('TEAM_LEAD', { team: next });
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
    await recordVisit(town, household, undefined, member);
    const list = 'query($id: ID!) { unit(id: $id) { ... on Block { households { totalCount } } } }';
    expect((await member.ask(list, { id: blocks[0] })).unit.households.totalCount).toBe(10);
    const able = 'query($id: ID!) { household(id: $id) { viewerCan } }';
    const may = (await member.ask(able, { id: household })).household.viewerCan;
    expect(may).toEqual(expect.arrayContaining(['HOUSEHOLD_READ', 'VISIT_RECORD']));
    expect(may).not.toContain('HOUSEHOLD_REGISTER');
    for (const client of [neighbour, officer]) {
      expect((await client.ask(list, { id: blocks[0] })).unit.households).toBeNull();
      expect(await client.refused('recordVisit', await visitInput(town, household))).toEqual({
        code: 'NOT_FOUND',
        field: 'input.household',
      });
      expect(
        (await client.send('query($id: ID!) { household(id: $id) { code } }', { id: household })).errors[0]?.extensions
          .code,
      ).toBe('NOT_FOUND');
      expect(await client.refused('moveHousehold', { household, block: blocks[1] })).toEqual({
        code: 'NOT_FOUND',
        field: 'input.household',
      });
    }
    expect((await member.refused('moveHousehold', { household, block: blocks[1] })).code).toBe('FORBIDDEN');
  });
});

describe('an overlay', () => {
  it('holds households in blocks with group heads of their own, and counts none of them twice', async () => {
    const { town, blocks, households } = await settled();
    const { overlay, blocks: overlaid } = await openOverlay(town, ['安徽块']);
    const block = overlaid[0];
    const head = await groupHead(town, block, '刘组长');
    for (const household of households.slice(0, 4)) {
      const input = { household, block, head, from: '2024-01-01' };
      await town.admin.do('placeInOverlay', input, 'household { id }');
    }
    const query = `query($code: RegisterCode!, $a: ID!, $b: ID!, $h: ID!) {
      town(code: $code) { householdCount unitCounts { kind count } overlays { name blockCount blocks { nodes { name } } } tree { name overlay }
        figure(indicator: "household") { numerator } blocks: figure(indicator: "block") { numerator } }
      a: unit(id: $a) { ... on Block { overlay { name } households { totalCount } } }
      b: unit(id: $b) { ... on Block { overlay { name } households { totalCount } } }
      household(id: $h) { places { block { name } head { person { name } } validFrom validTo } } }`;
    const read = await town.admin.ask(query, { code: town.code, a: block, b: blocks[0], h: households[0] });
    expect(read.town).toMatchObject({
      householdCount: 10,
      overlays: [{ name: '籍贯', blockCount: 1, blocks: { nodes: [{ name: '安徽块' }] } }],
      figure: { numerator: 10 },
      blocks: { numerator: 3 },
    });
    expect(read.town.unitCounts).toContainEqual({ kind: 'BLOCK', count: 3 });
    const nodes = read.town.tree.filter((node: Data) => node.overlay !== null);
    expect(nodes).toEqual([{ name: '安徽块', overlay }]);
    expect(read.a).toEqual({ overlay: { name: '籍贯' }, households: { totalCount: 4 } });
    expect(read.b).toEqual({ overlay: null, households: { totalCount: 10 } });
    expect(read.household.places).toContainEqual({
      block: { name: '安徽块' },
      head: { person: { name: '刘组长' } },
      validFrom: '2024-01-01',
      validTo: null,
    });
  });
});

describe('a restructuring', () => {
  it('takes households along, and undoing it brings them back', async () => {
    const { town, blocks, households } = await settled();
    const [east, west] = blocks;
    const drafted = await draft(town, '2024-03-01', [{ merge: { units: [east], into: west } }]);
    expect(drafted.difference.households).toEqual([{ from: { name: '东块' }, to: { name: '西块' }, count: 10 }]);
    await town.admin.do('applyDraft', { draft: drafted.id }, 'restructuring { id }');
    expect(await blockOn(town, households[3] ?? '', '2024-02-29')).toBe('东块');
    expect(await blockOn(town, households[3] ?? '', '2024-03-01')).toBe('西块');
    await town.admin.do('undoRestructuring', { restructuring: drafted.id, reason: '误' }, 'restructuring { id }');
    expect(await blockOn(town, households[3] ?? '', '2024-03-01')).toBe('东块');
  });

  it('cannot be undone once a household has moved on from where it came to', async () => {
    const { town, blocks, households } = await settled();
    const id = await apply(town, '2024-03-01', [{ merge: { units: [blocks[0]], into: blocks[1] } }]);
    const move = { household: households[0], block: blocks[2], from: '2024-04-01' };
    await town.admin.do('moveHousehold', move, 'household { id }');
    expect(
      (await town.admin.ask('query($id: ID!) { dependents(restructuring: $id) { kind count } }', { id })).dependents,
    ).toEqual([{ kind: 'HOUSEHOLD', count: 1 }]);
    expect((await town.admin.refused('undoRestructuring', { restructuring: id, reason: '误' })).code).toBe('CONFLICT');
  });

  it('splits a block by its households, the heir taking the rest', async () => {
    const { town, blocks, households } = await settled();
    await apply(town, '2024-03-01', [
      { open: { ref: 'a', kind: 'BLOCK', name: '东一块', parent: town.unit(0) } },
      { open: { ref: 'b', kind: 'BLOCK', name: '东二块', parent: town.unit(0) } },
      {
        split: {
          unit: blocks[0],
          into: [{ unit: '#a', households: households.slice(0, 3) }, { unit: '#b' }],
          heir: '#b',
        },
      },
    ]);
    const names = await Promise.all(households.map((household) => blockOn(town, household, '2024-03-01')));
    expect(names).toEqual([...Array(3).fill('东一块'), ...Array(7).fill('东二块')]);
  });

  it('refuses households that are not where it takes them from', async () => {
    const { town, blocks, households } = await settled();
    const { checks } = await draft(town, '2024-03-01', [
      { transferHouseholds: { from: blocks[1], to: blocks[2], households: households.slice(0, 2) } },
    ]);
    expect(checks).toMatchObject([
      { severity: 'ERROR', code: 'householdsElsewhere', field: 'input.steps.0.transferHouseholds.households' },
    ]);
  });
});
