import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { raise, subject, take } from '../requests/request.fixture.ts';
import { advance, project } from './project.fixture.ts';

const platform = testPlatform();

/** How many projects a town has, and how many steps one of them has been through. */
async function standing(town: TestTown, id: string): Promise<Data> {
  const query = `query($code: RegisterCode!, $id: ID!) { town(code: $code) { projects { totalCount } } project(id: $id) { version requestCount } }`;
  return town.admin.ask(query, { code: town.code, id });
}

it('a proposal that is wrong is refused on the field at fault, and changes nothing', async () => {
  const town = await platform.newTown();
  const withdrawn = (await raise(town, { place: { unit: town.unit(0) } })).id;
  await take(town.admin, 'withdrawRequest', withdrawn, { reason: '重复' });
  const gone = (await town.admin.do('addRequestSubject', { town: town.code, name: '旧类' }, 'subject { id }')).subject
    .id;
  await town.admin.do('endRequestSubject', { subject: gone }, 'subject { id }');
  const { id } = await project(town);
  const before = await standing(town, id);
  const usual = { year: 2027, name: '修路', goal: '修路', subject: await subject(town) };
  const refused: [Record<string, unknown>, string, string][] = [
    [{ year: 1999 }, 'BAD_INPUT', 'input.year'],
    [{ year: 2101 }, 'BAD_INPUT', 'input.year'],
    [{ name: ' ' }, 'BAD_INPUT', 'input.name'],
    [{ name: '长'.repeat(61) }, 'BAD_INPUT', 'input.name'],
    [{ goal: '' }, 'BAD_INPUT', 'input.goal'],
    [{ goal: '长'.repeat(2001) }, 'BAD_INPUT', 'input.goal'],
    [{ budget: '一\n二' }, 'BAD_INPUT', 'input.budget'],
    [{ on: '2099-01-01' }, 'BAD_INPUT', 'input.on'],
    [{ subject: gone }, 'CONFLICT', 'input.subject'],
    [{ units: Array(51).fill(town.unit(0)) }, 'BAD_INPUT', 'input.units'],
    [{ requests: [withdrawn] }, 'CONFLICT', 'input.requests.0'],
    [{ requests: Array(501).fill(withdrawn) }, 'BAD_INPUT', 'input.requests'],
    [{ raised: { first: '2026-02-01', last: '2026-01-01' } }, 'BAD_INPUT', 'input.raised.last'],
  ];
  for (const [input, code, field] of refused) {
    expect({ input, ...(await town.admin.refused('proposeProject', { ...usual, ...input })) }).toEqual({
      input,
      code,
      field,
    });
  }
  expect(await standing(town, id)).toEqual(before);
});

it('a step that is wrong is refused on the field at fault, and changes nothing', async () => {
  const town = await platform.newTown();
  const { id } = await project(town, { on: '2026-05-01' });
  const adopted = (await project(town, { on: '2026-05-01', name: '二' })).id;
  await advance(town.admin, 'adoptProject', adopted, { holder: await town.person(), on: '2026-05-02' });
  const before = [await standing(town, id), await standing(town, adopted)];
  const holder = await town.person();
  const stranger = await (await platform.newTown()).person();
  const refused: [string, Record<string, unknown>, string, string][] = [
    ['adoptProject', { project: id, holder: stranger }, 'NOT_FOUND', 'input.holder'],
    ['adoptProject', { project: id, holder, on: '2026-05-03', dueOn: '2026-05-02' }, 'BAD_INPUT', 'input.dueOn'],
    ['adoptProject', { project: id, holder, on: '2026-04-30' }, 'BAD_INPUT', 'input.on'],
    ['adoptProject', { project: id, holder, on: '2099-01-01' }, 'BAD_INPUT', 'input.on'],
    ['adoptProject', { project: id, holder, note: ' ' }, 'BAD_INPUT', 'input.note'],
    ['adoptProject', { project: id, holder, expectedVersion: 2 }, 'CONFLICT', 'input.expectedVersion'],
    ['rejectProject', { project: id, reason: '' }, 'BAD_INPUT', 'input.reason'],
    ['reportProject', { project: id, report: '早' }, 'CONFLICT', 'input.project'],
    ['reportProject', { project: adopted, report: '' }, 'BAD_INPUT', 'input.report'],
    ['completeProject', { project: adopted, result: ' ' }, 'BAD_INPUT', 'input.result'],
    ['dropProject', { project: adopted, reason: '' }, 'BAD_INPUT', 'input.reason'],
    ['adoptProject', { project: adopted, holder }, 'CONFLICT', 'input.project'],
    ['linkRequests', { project: id }, 'BAD_INPUT', 'input.requests'],
    ['unlinkRequests', { project: id, requests: [] }, 'BAD_INPUT', 'input.requests'],
  ];
  for (const [verb, input, code, field] of refused) {
    expect({ verb, input, ...(await town.admin.refused(verb, input)) }).toEqual({ verb, input, code, field });
  }
  expect([await standing(town, id), await standing(town, adopted)]).toEqual(before);
});
