import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { subject } from '../requests/request.fixture.ts';

const platform = testPlatform();

const settings = `requestSubjects { name } externalParties { name } deadlineRules { subject { name } level workingDays }`;
const read = async (town: TestTown, selection = settings, client = town.admin) =>
  (await client.ask(`query($code: RegisterCode!) { town(code: $code) { ${selection} } }`, { code: town.code })).town;

it('a town begins with the standard subjects, parties outside and deadlines, and changes them as its own', async () => {
  const town = await platform.newTown();
  const begun = await read(town);
  expect(begun.requestSubjects.map((each: Data) => each.name).slice(0, 4)).toEqual(['供水', '供电', '燃气', '物业']);
  expect(begun.externalParties).toContainEqual({ name: '城管执法' });
  const rule = (name: string | null, level: string, workingDays: number) => ({
    ...{ subject: name === null ? null : { name }, level, workingDays },
  });
  expect(begun.deadlineRules.slice(0, 4)).toEqual([
    ...[rule(null, 'BLOCK', 3), rule(null, 'COMMITTEE', 5), rule(null, 'SERVICE_AREA', 7), rule(null, 'TOWN', 15)],
  ]);
  expect(begun.deadlineRules).toContainEqual(rule('供水', 'TOWN', 3));

  const { admin, code } = town;
  const added = (await admin.do('addRequestSubject', { town: code, name: '电梯' }, 'subject { id }')).subject.id;
  await admin.do('renameRequestSubject', { subject: added, name: '加装电梯' }, 'subject { name }');
  await admin.do('setDeadline', { town: code, subject: added, level: 'BLOCK', workingDays: 10 }, 'town { code }');
  await admin.do('setDeadline', { town: code, level: 'TOWN', workingDays: 20 }, 'town { code }');
  await admin.do('setDeadline', { town: code, subject: await subject(town, '供水'), level: 'TOWN' }, 'town { code }');
  const parking = await subject(town, '停车');
  const { subject: ended } = await admin.do('endRequestSubject', { subject: parking }, 'subject { endedOn }');
  expect(ended.endedOn).not.toBeNull();
  const again = (await admin.do('addRequestSubject', { town: code, name: '停车' }, 'subject { id }')).subject.id;
  const { party } = await admin.do('addExternalParty', { town: code, name: '电信公司' }, 'party { id }');
  await admin.do('renameExternalParty', { party: party.id, name: '有线电视' }, 'party { name }');
  await admin.do('endExternalParty', { party: party.id }, 'party { endedOn }');
  const changed = await read(
    town,
    `${settings} all: requestSubjects(ended: true) { name } parties: externalParties(ended: true) { name }`,
  );
  expect(changed.requestSubjects.slice(-2)).toEqual([{ name: '加装电梯' }, { name: '停车' }]);
  expect(changed.all.filter((each: Data) => each.name === '停车')).toHaveLength(2);
  expect(changed.externalParties).toEqual(begun.externalParties);
  expect(changed.parties).toContainEqual({ name: '有线电视' });
  expect(changed.deadlineRules).toContainEqual(rule('加装电梯', 'BLOCK', 10));
  expect(changed.deadlineRules).toContainEqual(rule(null, 'TOWN', 20));
  expect(changed.deadlineRules).not.toContainEqual(rule('供水', 'TOWN', 3));

  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  expect(await read(town, settings, officer)).toEqual(await read(town));
  await changesNothing(platform, town, async () => {
    const wrong: [string, Record<string, unknown>, string, string][] = [
      ['addRequestSubject', { town: code, name: '供水' }, 'CONFLICT', 'input.name'],
      ['addRequestSubject', { town: code, name: ' ' }, 'BAD_INPUT', 'input.name'],
      ['renameRequestSubject', { subject: again, name: '物业' }, 'CONFLICT', 'input.name'],
      ['endRequestSubject', { subject: parking }, 'CONFLICT', 'input.subject'],
      ['addExternalParty', { town: code, name: '供电公司' }, 'CONFLICT', 'input.name'],
      ['renameExternalParty', { party: party.id, name: '话'.repeat(61) }, 'BAD_INPUT', 'input.name'],
      ['endExternalParty', { party: party.id }, 'CONFLICT', 'input.party'],
      ['setDeadline', { town: code, level: 'BLOCK' }, 'BAD_INPUT', 'input.workingDays'],
      ['setDeadline', { town: code, level: 'BLOCK', workingDays: -1 }, 'BAD_INPUT', 'input.workingDays'],
      ['setDeadline', { town: code, level: 'BLOCK', workingDays: 366 }, 'BAD_INPUT', 'input.workingDays'],
    ];
    for (const [verb, input, problem, field] of wrong) {
      expect({ verb, input, ...(await admin.refused(verb, input)) }).toEqual({ verb, input, code: problem, field });
      expect({ verb, ...(await officer.refused(verb, input)) }).toEqual({ verb, code: 'FORBIDDEN' });
    }
  });
});

it('what may become of a request, and what each class asks for, can be read by whoever is signed in', async () => {
  const query = `{ requestTransitions { step from to satisfaction permission atLevel }
    handlingClasses { handlingClass requiredEvidence } }`;
  const { requestTransitions, handlingClasses } = await platform.operator.ask(query);
  expect(requestTransitions.filter((each: Data) => each.to === 'CLOSED')).toEqual([
    {
      ...{ step: 'FOLLOW_UP', from: ['HANDLED'], to: 'CLOSED', satisfaction: ['SATISFIED', 'FAIRLY'] },
      ...{ permission: 'REQUEST_FOLLOW_UP', atLevel: false },
    },
  ]);
  expect(handlingClasses).toContainEqual({
    ...{ handlingClass: 'MIXED', requiredEvidence: ['RESIDENTS_MEETING', 'PARTY_MEETING'] },
  });
  expect((await platform.public.send(query)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
