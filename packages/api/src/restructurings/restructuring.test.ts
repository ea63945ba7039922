import { describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { apply, draft, draftSelection, pathsOf, treeOn } from './restructuring.fixture.ts';

const platform = testPlatform();
const [before, day, after] = ['2024-02-29', '2024-03-01', '2024-03-02'];

/** A town with two villages of two blocks each, a team in every block, beside what the register gave it. */
async function villages() {
  const town = await platform.newTown();
  const [a, b] = [await village(town, '东村'), await village(town, '西村')];
  return { town, a, b };
}

async function village(town: TestTown, name: string) {
  const life = { from: '2023-01-01' };
  const id = await town.openUnit({ ...life, parent: undefined, kind: 'VILLAGE', name });
  const first = await town.openUnit({ ...life, parent: id, name: '第1块区' });
  const second = await town.openUnit({ ...life, parent: id, name: `${name}南` });
  for (const block of [first, second]) {
    await town.admin.do('formTeam', { ...life, block, name: '第1组团' }, 'team { id }');
  }
  return { id, first, second };
}

const under = (paths: string[], ...names: string[]) =>
  paths.filter((path) => names.some((name) => path.startsWith(`${name}/`) || path.startsWith(`${name} `)));

describe('merging two villages into a new one', () => {
  it('moves all that stands under them, keeps the past, and shows both before it is done', async () => {
    const { town, a, b } = await villages();
    const then = await treeOn(town, before);
    const steps = [
      { open: { ref: 'n', kind: 'VILLAGE', name: '新村' } },
      { merge: { units: [a.id, b.id], into: '#n' } },
    ];
    const drafted = await draft(town, day, steps);
    expect(drafted.checks).toEqual([]);
    expect(await treeOn(town, after)).toEqual(then);

    const { restructuring } = await town.admin.ask(
      'query($id: ID!) { restructuring(id: $id) { tree { id parent name kind } } }',
      { id: drafted.id },
    );
    await town.admin.do('applyDraft', { draft: drafted.id }, 'restructuring { status }');
    const now = await treeOn(town, day);
    expect(now).toEqual(pathsOf(restructuring.tree));
    expect(await treeOn(town, before)).toEqual(then);
    expect(under(now, '东村', '西村')).toEqual([]);
    expect(under(now, '新村')).toEqual(
      [
        '新村 VILLAGE',
        '新村/东村南 BLOCK',
        '新村/东村南/第1组团 TEAM',
        '新村/第1块区 BLOCK',
        '新村/第1块区/第1组团 TEAM',
        // Its name was in use, so its old village's name came before its own.
        '新村/西村南 BLOCK',
        '新村/西村南/第1组团 TEAM',
        '新村/西村第1块区 BLOCK',
        '新村/西村第1块区/第1组团 TEAM',
      ].sort(),
    );
  });

  it('tells predecessors from successors, to the end of the chain', async () => {
    const { town, a, b } = await villages();
    await apply(town, day, [
      { open: { ref: 'n', kind: 'VILLAGE', name: '新村' } },
      { merge: { units: [a.id, b.id], into: '#n', designated: b.id } },
    ]);
    const query = `query($id: ID!) { unit(id: $id, asOf: "2024-01-01") { name status validTo
      successors { successor { id name } day heir restructuring { reason } } } }`;
    const { unit: old } = await town.admin.ask(query, { id: a.id });
    const [{ successor }] = old.successors;
    expect(old).toEqual({
      name: '东村',
      status: 'ACTIVE',
      validTo: day,
      successors: [
        { successor: { id: successor.id, name: '新村' }, day, heir: true, restructuring: { reason: '调整' } },
      ],
    });
    await apply(town, '2024-06-01', [
      { open: { ref: 'c', kind: 'COMMITTEE', name: '新居委' } },
      { merge: { units: [successor.id], into: '#c' } },
    ]);
    const chain = `query($id: ID!) { unit(id: $id, asOf: "2024-01-01") {
      lineage { predecessor { name } successor { name } day designated } } }`;
    expect((await town.admin.ask(chain, { id: b.id })).unit.lineage).toEqual([
      { predecessor: { name: '西村' }, successor: { name: '新村' }, day, designated: true },
      { predecessor: { name: '新村' }, successor: { name: '新居委' }, day: '2024-06-01', designated: true },
    ]);
  });

  it('finds them by their old names', async () => {
    const { town, a, b } = await villages();
    await apply(town, day, [
      { open: { ref: 'n', kind: 'VILLAGE', name: '新村' } },
      { merge: { units: [a.id, b.id], into: '#n' } },
    ]);
    const { town: read } = await town.admin.ask(
      `query($code: RegisterCode!) { town(code: $code) { unitsEverNamed(text: "西村") {
        name from to unit { id status } successors { name } } } }`,
      { code: town.code },
    );
    expect(read.unitsEverNamed).toContainEqual({
      name: '西村',
      from: '2023-01-01',
      to: day,
      unit: { id: b.id, status: 'CLOSED' },
      successors: [{ name: '新村' }],
    });
  });
});

describe('names that units had', () => {
  it('come before names in use, the one that ended last first, and always in one order', async () => {
    const town = await platform.newTown();
    for (const name of ['泉村乙', '泉村甲', '泉村丙']) {
      await town.openUnit({ from: '2020-01-01', parent: undefined, kind: 'VILLAGE', name });
    }
    const { town: tree } = await town.admin.ask(
      'query($code: RegisterCode!) { town(code: $code) { tree { id name } } }',
      { code: town.code },
    );
    const unit = (name: string) => tree.tree.find((node: Data) => node.name === name).id;
    await apply(town, '2021-01-01', [{ rename: { unit: unit('泉村甲'), name: '泉村丁' } }]);
    await apply(town, '2022-01-01', [{ rename: { unit: unit('泉村乙'), name: '溪村' } }]);
    const read = 'query($code: RegisterCode!) { town(code: $code) { unitsEverNamed(text: "泉村") { name } } }';
    const names = (await town.admin.ask(read, { code: town.code })).town.unitsEverNamed.map((each: Data) => each.name);
    expect(names).toEqual(['泉村乙', '泉村甲', '泉村丁', '泉村丙']);
  });
});

describe('a unit of the register', () => {
  it('begins earlier where the town’s own events say so, and what was merged into it then is found', async () => {
    const town = await platform.newTown();
    const kept = town.unit(0);
    const { unit } = await town.admin.ask('query($id: ID!) { unit(id: $id) { name validFrom } }', { id: kept });
    await apply(town, '2001-01-01', [
      { beginEarlier: { unit: kept } },
      { open: { ref: 'o', kind: 'VILLAGE', name: '七古村' } },
    ]);
    const read = 'query($id: ID!) { unit(id: $id, asOf: "2005-01-01") { name validFrom } }';
    expect((await town.admin.ask(read, { id: kept })).unit).toEqual({ name: unit.name, validFrom: '2001-01-01' });
    const { town: named } = await town.admin.ask(
      'query($code: RegisterCode!) { town(code: $code) { unitsEverNamed(text: "七古") { unit { id } } } }',
      { code: town.code },
    );
    const old = named.unitsEverNamed[0].unit.id;
    await apply(town, '2012-03-01', [{ merge: { units: [old], into: kept } }]);
    const { checks } = await draft(town, '2011-01-01', [{ beginEarlier: { unit: kept } }]);
    expect(checks).toMatchObject([{ code: 'beganBefore', field: 'input.steps.0.beginEarlier.unit' }]);
    expect(under(await treeOn(town, '2012-02-29'), '七古村')).toEqual(['七古村 VILLAGE']);
    expect(under(await treeOn(town, '2012-03-01'), '七古村')).toEqual([]);
  });
});

describe('posts and roles on a unit that ends', () => {
  const merged = (a: string, b: string, officers?: string) => [
    { merge: { units: [b], into: a, ...(officers ? { officers } : {}) } },
  ];

  it('go on at the heir, and the difference says what the account newly reaches', async () => {
    const { town, a, b } = await villages();
    const officer = await town.account('UNIT_OFFICER', { unit: b.id });
    const person = await town.person('李干事');
    await town.admin.do('appointOfficer', { unit: b.id, person, title: 'DIRECTOR', from: '2023-01-01' }, 'post { id }');
    const today = new Date().toISOString().slice(0, 10);
    const drafted = await draft(town, today, merged(a.id, b.id));
    expect(drafted.difference.posts).toEqual([
      { person: '李干事', title: 'DIRECTOR', from: { name: '西村' }, to: { name: '东村' } },
    ]);
    expect(drafted.difference.accounts).toMatchObject([
      {
        role: 'UNIT_OFFICER',
        to: { name: '东村' },
        gains: [{ name: '东村' }, { name: '第1块区' }, { name: '东村南' }],
        loses: [{ name: '西村' }],
      },
    ]);
    const mayRename = async (id: string) =>
      (await officer.ask('query($id: ID!) { unit(id: $id) { viewerCan } }', { id })).unit.viewerCan.includes(
        'UNIT_RENAME',
      );
    await town.admin.do('applyDraft', { draft: drafted.id }, 'restructuring { status }');
    platform.advance(5000);
    expect(await mayRename(a.first)).toBe(true);
    const posts = 'query($id: ID!) { unit(id: $id) { posts { person { name } } } }';
    expect((await town.admin.ask(posts, { id: a.id })).unit.posts).toEqual([{ person: { name: '李干事' } }]);
  });

  it('end where the draft says so, with a warning', async () => {
    const { town, a, b } = await villages();
    await town.account('UNIT_OFFICER', { unit: b.id });
    const person = await town.person();
    await town.admin.do('appointOfficer', { unit: b.id, person, title: 'OFFICER', from: '2023-01-01' }, 'post { id }');
    const drafted = await draft(town, day, merged(a.id, b.id, 'END'));
    expect(drafted.checks).toMatchObject([
      { severity: 'WARNING', code: 'postsEnd', step: 0 },
      { severity: 'WARNING', code: 'rolesEnd', step: 0 },
    ]);
  });
});

describe('the checks of a draft', () => {
  it('say what is wrong with which step, and applying it changes nothing', async () => {
    const { town, a, b } = await villages();
    const closed = await town.openUnit({ parent: a.id, from: '2023-01-01' });
    await town.admin.do('closeUnit', { unit: closed, on: '2023-06-01' }, 'unit { id }');
    const wrong: [object[], string, string][] = [
      [[{ move: { units: [a.id], parent: a.first } }], 'circle', 'input.steps.0.move.parent'],
      [[{ merge: { units: [closed], into: a.first } }], 'unitClosed', 'input.steps.0.merge.units'],
      [
        [{ close: { unit: b.id, heir: a.id } }, { merge: { units: [b.id], into: a.id } }],
        'unitClosed',
        'input.steps.1.merge.units',
      ],
      [[{ close: { unit: a.id } }], 'unitHasChildren', 'input.steps.0.close.unit'],
      [[{ close: { unit: a.first } }], 'unitHasChildren', 'input.steps.0.close.unit'],
      [[{ changeKind: { unit: a.first, kind: 'VILLAGE' } }], 'kindNotAllowed', 'input.steps.0.changeKind.kind'],
      [[{ rename: { unit: a.id, name: '西村' } }], 'nameTaken', 'input.steps.0.rename.name'],
      [[{ merge: { units: [a.first], into: b.id } }], 'teamsWithoutBlock', 'input.steps.0.merge.into'],
    ];
    for (const [steps, code, field] of wrong) {
      const { id, checks } = await draft(town, day, steps);
      const errors = checks.filter((check) => check.severity === 'ERROR');
      expect({ steps, error: errors[0] }).toMatchObject({ steps, error: { code, field } });
      await changesNothing(platform, town, async () => {
        expect(await town.admin.refused('applyDraft', { draft: id })).toMatchObject({ field });
      });
      await town.admin.do('dropDraft', { draft: id }, 'restructuring { status }');
    }
    const { checks } = await draft(town, '2022-12-31', [{ rename: { unit: a.id, name: '早村' } }]);
    expect(checks).toMatchObject([{ code: 'dateBeforeBeginning', field: 'input.effectiveOn' }]);
  });

  it('name what is wrong with the input of a draft itself', async () => {
    const { town, a } = await villages();
    const wrong: [object, string, string][] = [
      [{}, 'BAD_INPUT', 'input.steps.0'],
      [{ close: { unit: a.id }, found: { unit: a.id } }, 'BAD_INPUT', 'input.steps.0'],
      [{ rename: { unit: a.id } }, 'BAD_INPUT', 'input.steps.0.rename.name'],
      [{ move: { units: [a.first, 'nonsense'] } }, 'NOT_FOUND', 'input.steps.0.move.units.1'],
      [
        { merge: { units: [a.first], into: a.id, designated: a.second } },
        'BAD_INPUT',
        'input.steps.0.merge.designated',
      ],
      [{ merge: { units: [], into: a.id } }, 'BAD_INPUT', 'input.steps.0.merge.units'],
      [{ merge: { units: [a.first], into: '#x' } }, 'BAD_INPUT', 'input.steps.0.merge.into'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [step, code, field] of wrong) {
        const input = { town: town.code, reason: '调整', steps: [step] };
        expect({ step, ...(await town.admin.refused('draftRestructuring', input)) }).toEqual({ step, code, field });
      }
    });
  });
});

describe('two administrators', () => {
  it('with drafts that touch the same unit are warned, and the second to apply is told what changed', async () => {
    const { town, a, b } = await villages();
    const second = await town.account('TOWN_ADMINISTRATOR');
    const mine = await draft(town, day, [{ rename: { unit: a.id, name: '东苑' } }], '更名');
    const input = {
      town: town.code,
      effectiveOn: day,
      reason: '撤并',
      steps: [{ merge: { units: [a.id], into: b.id } }],
    };
    const { restructuring: theirs } = await second.do('draftRestructuring', input, draftSelection);
    expect(theirs.checks).toMatchObject([{ severity: 'WARNING', code: 'otherDraft', units: [{ name: '东村' }] }]);
    const answers = await Promise.all([
      town.admin.send('mutation($d: ID!) { applyDraft(input: { draft: $d }) { restructuring { status } } }', {
        d: mine.id,
      }),
      second.send('mutation($d: ID!) { applyDraft(input: { draft: $d }) { restructuring { status } } }', {
        d: theirs.id,
      }),
    ]);
    const refused = answers.filter((answer) => answer.errors.length > 0);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.errors[0]?.extensions).toEqual({ code: 'CONFLICT', field: 'input.draft' });
    expect(refused[0]?.errors[0]?.message).toMatch(/东村/);
  });

  it('are told where something was merged into a unit that their draft closes', async () => {
    const { town, b } = await villages();
    const [empty, other] = [await town.openUnit({ from: '2023-01-01' }), await town.openUnit({ from: '2023-01-01' })];
    const mine = await draft(town, day, [{ close: { unit: other } }]);
    await apply(town, day, [{ merge: { units: [empty], into: other } }]);
    expect(await town.admin.refused('applyDraft', { draft: mine.id })).toEqual({
      code: 'CONFLICT',
      field: 'input.draft',
    });
    const elsewhere = await draft(town, day, [{ rename: { unit: b.id, name: '西苑' } }]);
    await town.admin.do('applyDraft', { draft: elsewhere.id }, 'restructuring { status }');
  });

  it('are told when a draft would do something else by now than they were shown', async () => {
    const { town, a, b } = await villages();
    const drafted = await draft(town, day, [{ merge: { units: [b.id], into: a.id } }]);
    await town.admin.do('formTeam', { block: b.first, name: '新组团', from: '2024-01-01' }, 'team { id }');
    await town.account('UNIT_OFFICER', { unit: b.id });
    const input = { draft: drafted.id, expectedDifference: drafted.difference.fingerprint };
    expect(await town.admin.refused('applyDraft', input)).toEqual({
      code: 'CONFLICT',
      field: 'input.expectedDifference',
    });
  });
});

describe('a draft', () => {
  it('is seen by nobody who may not restructure the town', async () => {
    const { town, a } = await villages();
    const officer = await town.account('UNIT_OFFICER', { unit: a.id });
    const { id } = await draft(town, day, [{ rename: { unit: a.id, name: '东苑' } }]);
    const list = 'query($code: RegisterCode!) { town(code: $code) { restructurings { nodes { id status } } } }';
    const seen = (await officer.ask(list, { code: town.code })).town.restructurings.nodes;
    expect(seen.every((each: { status: string }) => each.status === 'APPLIED')).toBe(true);
    const read = await officer.send('query($id: ID!) { restructuring(id: $id) { id } }', { id });
    expect(read.errors[0]?.extensions.code).toBe('NOT_FOUND');
    for (const verb of ['applyDraft', 'dropDraft']) {
      expect((await officer.refused(verb, { draft: id })).code).toBe('FORBIDDEN');
    }
  });

  it('keeps the units that it opens when it is revised, and is refused to whoever did not see the last revision', async () => {
    const { town, a } = await villages();
    const steps = [{ open: { ref: 'n', kind: 'BLOCK', name: '新块区', parent: a.id } }];
    const { id, difference } = await draft(town, day, steps);
    const revised = { draft: id, reason: '再议', effectiveOn: day, expectedVersion: 1 };
    const more = { ...revised, steps: [...steps, { rename: { unit: '#n', name: '东块区' } }] };
    const { restructuring } = await town.admin.do('reviseDraft', more, draftSelection);
    expect(restructuring.difference.units[0].unit.id).toBe(difference.units[0].unit.id);
    expect(restructuring.difference.units[0].unit.name).toBe('东块区');
    expect(await town.admin.refused('reviseDraft', more)).toEqual({
      code: 'CONFLICT',
      field: 'input.expectedVersion',
    });
  });
});

describe('undoing', () => {
  it('restores tree, teams, posts and roles, and keeps what happened', async () => {
    const { town, a, b } = await villages();
    const person = await town.person('王书记');
    await town.admin.do('appointOfficer', { unit: b.id, person, title: 'OFFICER', from: '2023-01-01' }, 'post { id }');
    const days = [before, day, after, '2025-01-01'];
    const trees = await Promise.all(days.map((each) => treeOn(town, each)));
    const id = await apply(town, day, [
      { open: { ref: 'n', kind: 'VILLAGE', name: '新村' } },
      { merge: { units: [a.id, b.id], into: '#n' } },
    ]);
    expect(
      (await town.admin.ask('query($id: ID!) { dependents(restructuring: $id) { kind } }', { id })).dependents,
    ).toEqual([]);
    const undo = { restructuring: id, reason: '批复未下' };
    const { restructuring } = await town.admin.do(
      'undoRestructuring',
      undo,
      'restructuring { status voids { id status } }',
    );
    expect(restructuring).toEqual({ status: 'APPLIED', voids: { id, status: 'VOIDED' } });
    expect(await Promise.all(days.map((each) => treeOn(town, each)))).toEqual(trees);
    const posts = 'query($id: ID!) { unit(id: $id) { posts { person { name } } successors { day } } }';
    expect((await town.admin.ask(posts, { id: b.id })).unit).toEqual({
      posts: [{ person: { name: '王书记' } }],
      successors: [],
    });
    expect(await town.admin.refused('undoRestructuring', undo)).toEqual({
      code: 'CONFLICT',
      field: 'input.restructuring',
    });
  });

  it('says what depends on it where something later does', async () => {
    const { town, a, b } = await villages();
    const merger = await apply(town, day, [
      { open: { ref: 'n', kind: 'VILLAGE', name: '新村' } },
      { merge: { units: [a.id, b.id], into: '#n' } },
    ]);
    const { unit } = await town.admin.ask('query($id: ID!) { unit(id: $id) { parent { id } } }', { id: a.first });
    const rename = await apply(town, after, [{ rename: { unit: unit.parent.id, name: '更新村' } }], '更名');
    const asked = 'query($id: ID!) { dependents(restructuring: $id) { kind count restructuring { id } } }';
    expect((await town.admin.ask(asked, { id: merger })).dependents).toEqual([
      { kind: 'RESTRUCTURING', count: 1, restructuring: { id: rename } },
    ]);
    await changesNothing(platform, town, async () => {
      const refusal = await town.admin.refused('undoRestructuring', { restructuring: merger, reason: '误' });
      expect(refusal).toEqual({ code: 'CONFLICT', field: 'input.restructuring' });
    });
    await town.admin.do('undoRestructuring', { restructuring: rename, reason: '误' }, 'restructuring { id }');
    await town.person();
    const person = await town.person();
    await town.admin.do('appointOfficer', { unit: unit.parent.id, person, title: 'OFFICER' }, 'post { id }');
    expect((await town.admin.ask(asked, { id: merger })).dependents).toEqual([
      { kind: 'POST', count: 1, restructuring: null },
    ]);
  });
});
