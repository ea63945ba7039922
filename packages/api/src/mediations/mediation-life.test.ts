import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { raise, subject } from '../requests/request.fixture.ts';
import { addResident } from '../residents/resident.fixture.ts';
import { mediate, mediation } from './mediation.fixture.ts';

const platform = testPlatform();

const whole = `town { code } number state begunOn agreedOn checkOn matter agreement actions subject { name } unit { name } request { number }
  mediators { name } parties { id name code household { code } } talks { heldOn together said parties { name code } }
  events { seq step state keeping happenedOn checkOn text recordedBy }`;

it('neighbours at odds are heard apart and together, agree, and whether they keep it is looked at until they do', async () => {
  const { town, households, codes } = await settledTown(platform, 2);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const resident = await addResident(town, households[1], { name: '李四' });
  const request = await raise(town, { household: households[0], on: '2026-03-01' });
  const mediator = await town.person('老王');
  const { id } = await mediation(
    town,
    {
      ...{ unit: town.unit(0), request: request.id, mediators: [mediator], on: '2026-03-02' },
      ...{ subject: await subject(town, '邻里纠纷'), matter: '四楼漏水，三楼要求赔偿' },
      parties: [{ household: households[0] }, { resident }, { otherName: '物业某某' }],
    },
    'id',
    officer,
  );
  const read = async (purpose: string) =>
    (await officer.ask(`query($id: ID!) ${purpose} { mediation(id: $id) { ${whole} } }`, { id })).mediation;
  const begun = await read('@purpose(of: REQUEST)');
  expect(begun).toMatchObject({
    town: { code: town.code },
    number: 'M2026-000001',
    state: 'OPEN',
    begunOn: '2026-03-02',
    agreedOn: null,
    agreement: null,
    ...{ matter: '四楼漏水，三楼要求赔偿', unit: { name: expect.any(String) }, request: { number: 'R2026-000001' } },
    mediators: [{ name: '老王' }],
    actions: ['NAME_MEDIATORS', 'ADD_PARTIES', 'RELEASE_PARTIES', 'TALK', 'AGREE', 'END'],
    parties: [
      { name: null, code: codes[0], household: { code: codes[0] } },
      { name: '李四', code: null, household: null },
      { name: '物业某某', code: null, household: null },
    ],
  });
  const [first, second] = begun.parties.map((each: Data) => each.id);
  const talk = (parties: string[], said: string, on: string) =>
    mediate(officer, 'recordMediationTalk', id, { parties, said, on });
  await talk([first], '愿意修，但不认赔', '2026-03-03');
  await talk([second], '要求赔偿吊顶', '2026-03-03');
  await talk([second, first], '各让一步', '2026-03-05');
  await mediate(officer, 'nameMediators', id, { mediators: [mediator, await town.person('小陈')], on: '2026-03-05' });
  await mediate(officer, 'agreeMediation', id, {
    agreement: '修好并赔两千元',
    checkOn: '2026-04-05',
    on: '2026-03-06',
  });
  const check = (keeping: string, more: object) =>
    mediate(officer, 'checkAgreement', id, { keeping, note: '上门看过', ...more }, 'state agreedOn checkOn');
  expect(await check('NOT_YET', { checkOn: '2026-04-20', on: '2026-04-05' })).toEqual({
    ...{ state: 'AGREED', agreedOn: '2026-03-06', checkOn: '2026-04-20' },
  });
  // A broken agreement is agreed upon anew.
  expect(await check('BROKEN', { on: '2026-04-20' })).toEqual({ state: 'OPEN', agreedOn: null, checkOn: null });
  await mediate(officer, 'agreeMediation', id, { agreement: '分两期付', checkOn: '2026-05-20', on: '2026-04-21' });
  expect(await check('KEPT', { on: '2026-05-20' })).toEqual({ state: 'KEPT', agreedOn: '2026-04-21', checkOn: null });

  const kept = await read('@purpose(of: REQUEST)');
  expect(kept).toMatchObject({ agreement: '分两期付', actions: [], mediators: [{ name: '老王' }, { name: '小陈' }] });
  expect(kept.talks).toEqual([
    { heldOn: '2026-03-03', together: false, said: '愿意修，但不认赔', parties: [{ name: null, code: codes[0] }] },
    { heldOn: '2026-03-03', together: false, said: '要求赔偿吊顶', parties: [{ name: '李四', code: null }] },
    {
      ...{ heldOn: '2026-03-05', together: true, said: '各让一步' },
      parties: [
        { name: null, code: codes[0] },
        { name: '李四', code: null },
      ],
    },
  ]);
  expect(kept.events.map(({ step, state, keeping }: Data) => [step, state, keeping].filter(Boolean).join(' '))).toEqual(
    [
      ...['BEGIN OPEN', 'TALK OPEN', 'TALK OPEN', 'TALK OPEN', 'NAME_MEDIATORS OPEN', 'AGREE AGREED'],
      ...['CHECK AGREED NOT_YET', 'CHECK OPEN BROKEN', 'AGREE AGREED', 'CHECK KEPT KEPT'],
    ],
  );
  // Without a purpose nothing of what was said is answered.
  const veiled = await read('');
  expect(veiled).toMatchObject({ matter: null, agreement: null, parties: [{}, { name: '李**' }, { name: '物**' }] });
  expect(veiled.talks.every((each: Data) => each.said === null)).toBe(true);
  expect(veiled.events.every((each: Data) => each.text === null)).toBe(true);
});

it('a mediation ends without an agreement in three ways, of which two can be taken up again', async () => {
  const town = await platform.newTown();
  for (const [end, resumed] of [
    ['NOT_AGREED', true],
    ['BROKEN_OFF', true],
    ['REFERRED', false],
  ] as const) {
    const { id } = await mediation(town);
    expect(await mediate(town.admin, 'endMediation', id, { end, reason: '不来' })).toEqual({ state: end });
    const again = { mediation: id, reason: '又来了' };
    if (resumed) {
      expect((await town.admin.do('resumeMediation', again, 'mediation { state }')).mediation.state).toBe('OPEN');
    } else {
      const refusal = await town.admin.refused('resumeMediation', again);
      expect(refusal).toEqual({ code: 'CONFLICT', field: 'input.mediation' });
    }
  }
  const table = '{ mediationTransitions { step from to keeping } }';
  expect((await town.admin.ask(table)).mediationTransitions).toContainEqual({
    ...{ step: 'CHECK', from: ['AGREED'], to: 'OPEN', keeping: 'BROKEN' },
  });
});
