import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { openOverlay, settledTown } from '../households/household.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { contented, explained, party, raise, subject, take } from './request.fixture.ts';

const platform = testPlatform();

const ahead = `${new Date().getFullYear() + 1}-01-01`;

it('a request is refused wrong input on the field at fault, and nothing is changed', async () => {
  const { town, blocks, households } = await settledTown(platform, 3);
  const [household, gone, other] = households;
  const { blocks: overlaid } = await openOverlay(town, ['安徽']);
  await town.admin.do('endHousehold', { household: gone, on: '2026-01-01' }, 'household { id }');
  const closed = await town.openUnit({ name: '旧块', from: '2024-01-01' });
  await town.admin.do('closeUnit', { unit: closed, on: '2025-01-01' }, 'unit { id }');
  const parking = await subject(town, '停车');
  await town.admin.do('endRequestSubject', { subject: parking }, 'subject { id }');
  const power = await party(town, '供电公司');
  await town.admin.do('endExternalParty', { party: power }, 'party { id }');
  const holder = await town.person();
  const input = { source: 'HOTLINE', subject: await subject(town), description: '停水', household };
  const { handled } = explained(holder);
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ description: ' \n ' }, 'BAD_INPUT', 'input.description'],
    [{ description: '水'.repeat(2001) }, 'BAD_INPUT', 'input.description'],
    [{ description: '水\u200b' }, 'BAD_INPUT', 'input.description'],
    [{ on: ahead }, 'BAD_INPUT', 'input.on'],
    [{ on: '2022-12-31' }, 'BAD_INPUT', 'input.on'],
    [{ household: null }, 'BAD_INPUT', 'input.household'],
    [{ place: { unit: blocks[0] } }, 'BAD_INPUT', 'input.household'],
    [{ household: gone }, 'CONFLICT', 'input.household'],
    [{ household: null, place: { unit: overlaid[0] } }, 'BAD_INPUT', 'input.place.unit'],
    [{ household: null, place: { unit: closed } }, 'CONFLICT', 'input.place.unit'],
    [{ household: null, place: { unit: closed }, on: '2023-12-31' }, 'BAD_INPUT', 'input.on'],
    [{ household: null, place: { unit: blocks[0], text: '门'.repeat(101) } }, 'BAD_INPUT', 'input.place.text'],
    [{ subject: parking }, 'CONFLICT', 'input.subject'],
    [{ level: 'SERVICE_AREA' }, 'BAD_INPUT', 'input.level'],
    [{ concerns: { households: [other, gone] } }, 'CONFLICT', 'input.concerns.households.1'],
    [{ concerns: { units: Array(101).fill(blocks[0]) } }, 'BAD_INPUT', 'input.concerns.units'],
    [{ handled }, 'BAD_INPUT', 'input.handlingClass'],
    [{ handlingClass: 'MIXED', handled }, 'BAD_INPUT', 'input.handled.evidence'],
    [{ handlingClass: 'INDIVIDUAL', handled: { ...handled, outcome: '' } }, 'BAD_INPUT', 'input.handled.outcome'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [more, code, field] of wrong) {
      const refusal = await town.admin.refused('raiseRequest', { ...input, ...more });
      expect({ more, ...refusal }).toEqual({ more, code, field });
    }
  });

  const { id } = await raise(town, { household, on: '2026-03-02' });
  await take(town.admin, 'acceptRequest', id, { holder, on: '2026-03-04' });
  const steps: [string, Record<string, unknown>, string, string][] = [
    ['acceptRequest', { holder, on: '2026-03-03' }, 'BAD_INPUT', 'input.on'],
    ['acceptRequest', { holder, on: ahead }, 'BAD_INPUT', 'input.on'],
    ['acceptRequest', { holder, expectedVersion: 1 }, 'CONFLICT', 'input.expectedVersion'],
    ['classifyRequest', {}, 'BAD_INPUT', 'input.handlingClass'],
    ['classifyRequest', { subject: parking }, 'CONFLICT', 'input.subject'],
    ['escalateRequest', { reason: ' ' }, 'BAD_INPUT', 'input.reason'],
    ['escalateRequest', { reason: '上', level: 'BLOCK' }, 'BAD_INPUT', 'input.level'],
    ['escalateRequest', { reason: '上', level: 'SERVICE_AREA' }, 'BAD_INPUT', 'input.level'],
    ['returnRequest', { reason: '下' }, 'CONFLICT', 'input.request'],
    ['referRequest', { party: power }, 'CONFLICT', 'input.party'],
    ['notePartyAnswer', { answer: '好' }, 'CONFLICT', 'input.request'],
    ['addRequestEvidence', { kind: 'WORK_RECORD', text: '' }, 'BAD_INPUT', 'input.text'],
    ['handleRequest', { outcome: '好' }, 'CONFLICT', 'input.request'],
    ['followUpRequest', contented, 'CONFLICT', 'input.request'],
    ['withdrawRequest', { reason: '' }, 'BAD_INPUT', 'input.reason'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [verb, more, code, field] of steps) {
      const refusal = await town.admin.refused(verb, { request: id, ...more });
      expect({ verb, more, ...refusal }).toEqual({ verb, more, code, field });
    }
  });

  await take(town.admin, 'classifyRequest', id, { handlingClass: 'MIXED' });
  const minutes = (kind: string) => ({ kind, text: '会议记录' });
  const half = { outcome: '好', evidence: [minutes('PARTY_MEETING')] };
  await changesNothing(platform, town, async () => {
    expect(await town.admin.refused('handleRequest', { request: id, ...half })).toEqual({
      ...{ code: 'BAD_INPUT', field: 'input.evidence' },
    });
    expect(
      await town.admin.refused('handleRequest', {
        request: id,
        outcome: '好',
        evidence: [{ kind: 'PARTY_MEETING', text: '' }],
      }),
    ).toEqual({ code: 'BAD_INPUT', field: 'input.evidence.0.text' });
  });
  const evidence = [minutes('PARTY_MEETING'), minutes('RESIDENTS_MEETING')];
  await take(town.admin, 'handleRequest', id, { outcome: '好', evidence });

  const { id: there } = await raise(town, { household: other, on: '2026-02-01' });
  expect(there).toBeTruthy();
  await changesNothing(platform, town, async () => {
    expect(await town.admin.refused('endHousehold', { household: other, on: '2026-01-15' })).toEqual({
      ...{ code: 'CONFLICT', field: 'input.on' },
    });
  });
});

it('what a request was raised under stays: a restructuring on which one rests is not undone', async () => {
  const { town, blocks } = await settledTown(platform, 1);
  const opened = await apply(town, '2024-03-01', [
    { open: { ref: 'n', kind: 'COMMITTEE', name: '新居委' } },
    { open: { ref: 'b', kind: 'BLOCK', name: '新块', parent: '#n' } },
    { merge: { units: [blocks[0]], into: '#b' } },
  ]);
  const query = `query($code: RegisterCode!) { town(code: $code) { units(filter: { name: "新" }) { nodes { id name } }
    units2: units(kind: BLOCK, filter: { name: "新块" }) { nodes { ... on Block { households { nodes { id } } } } } } }`;
  const { units, units2 } = (await town.admin.ask(query, { code: town.code })).town;
  const committee = units.nodes.find((unit: Data) => unit.name === '新居委').id;
  const household = units2.nodes[0].households.nodes[0].id;
  await raise(town, { place: { unit: committee }, on: '2024-04-01' });
  await raise(town, { household, on: '2024-04-01' });
  await raise(town, { household, on: '2024-02-01' });
  const asked = 'query($id: ID!) { dependents(restructuring: $id) { kind count } }';
  expect((await town.admin.ask(asked, { id: opened })).dependents).toEqual([{ kind: 'REQUEST', count: 2 }]);
  expect((await town.admin.refused('undoRestructuring', { restructuring: opened, reason: '误' })).code).toBe(
    'CONFLICT',
  );
});
