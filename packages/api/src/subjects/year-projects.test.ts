import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { advance } from '../projects/project.fixture.ts';
import { explained, raise, subject, takeMany } from '../requests/request.fixture.ts';

const platform = testPlatform();
const begins = '2010-01-01';
const year = (of: number) => `period: { first: "${of}-01-01", last: "${of}-12-31" }`;

/*
 * Pujiang 浦江镇: what many ask for is summed up and becomes the year's priority works 实事项目. Which subjects and how many
 * asked is invented.
 */
it('Pujiang: what many ask for is summed up at the end of the year and becomes the priority works of the next', async () => {
  const town = await platform.newTown();
  const villages: string[] = [];
  const households: string[][] = [];
  for (const name of ['一村', '二村', '三村']) {
    const village = await town.openUnit({ kind: 'VILLAGE', name, parent: undefined, from: begins });
    const block = await town.openUnit({ parent: village, name: `${name}块`, from: begins });
    const codes = Array.from({ length: 10 }, (_, index) => `${name}${index}`);
    const registered = await town.admin.do('registerHouseholds', { block, codes, from: begins }, 'households { id }');
    villages.push(village);
    households.push(registered.households.map(({ id }: Data) => id));
  }
  // In 2012 few asked for lights in the lanes, in 2013 many in two of three villages; what is asked about rubbish stays.
  const ask = async (name: string, of: number, village: number, many: number) => {
    const about = { source: 'VISIT', subject: await subject(town, name), description: '请解决' };
    const months = Array.from({ length: many }, (_, index) => `${of}-${String(1 + (index % 12)).padStart(2, '0')}-10`);
    const inputs = months.map((on, index) => ({ ...about, on, household: households[village]?.[index % 10] }));
    return takeMany(town.admin, 'raiseRequest', inputs);
  };
  await ask('道路设施', 2012, 0, 2);
  await ask('环境卫生', 2012, 2, 5);
  await ask('道路设施', 2013, 0, 14);
  await ask('道路设施', 2013, 1, 9);
  await ask('环境卫生', 2013, 2, 5);

  const query = `query($code: RegisterCode!) { town(code: $code) { recurringSubjects(${year(2013)}) { total totalBefore
    subjects { subject { id name } count before households share { rounded } parts { unit name count } } } } }`;
  const { recurringSubjects: summary } = (await town.admin.ask(query, { code: town.code })).town;
  expect([summary.total, summary.totalBefore]).toEqual([28, 7]);
  const [lanes, rubbish] = summary.subjects;
  expect(lanes).toMatchObject({
    ...{ subject: { name: '道路设施' }, count: 23, before: 2, households: 19, share: { rounded: '82.1 %' } },
    parts: [
      { unit: villages[0], name: '一村', count: 14 },
      { unit: villages[1], name: '二村', count: 9 },
    ],
  });
  expect(rubbish).toMatchObject({ subject: { name: '环境卫生' }, count: 5, before: 5, households: 5 });

  // What rises most becomes a project of 2014 in the villages that asked for it, with all who asked.
  const proposing = {
    ...{ year: 2014, name: '村道路灯工程', goal: '两个村的村道安装路灯', budget: '镇财政 60 万元' },
    ...{ subject: lanes.subject.id, units: lanes.parts.map(({ unit }: Data) => unit), on: '2013-12-31' },
    raised: { first: '2013-01-01', last: '2013-12-31' },
  };
  const selection = 'id number requestCount units { name }';
  const { project } = await town.admin.do('proposeProject', proposing, `project { ${selection} }`);
  expect(project).toMatchObject({
    ...{ number: 'S2014-000001', requestCount: 23, units: [{ name: '一村' }, { name: '二村' }] },
  });
  const holder = await town.person('城建办主任');
  await advance(town.admin, 'adoptProject', project.id, { holder, dueOn: '2014-12-31', on: '2014-01-20' });
  await advance(town.admin, 'completeProject', project.id, { result: '装灯 120 盏', on: '2014-11-30' });

  const after = `query($code: RegisterCode!) { town(code: $code) { projects(filter: { year: 2014, state: [COMPLETED] }) { nodes { name } }
    recurringSubjects(${year(2013)}) { subjects { inProjects projects { number state } } }
    requests(first: 100, filter: { raised: { first: "2013-01-01", last: "2013-12-31" } }) { nodes { subject { name } project { number } } } } }`;
  const { projects, recurringSubjects, requests } = (await town.admin.ask(after, { code: town.code })).town;
  expect(projects.nodes).toEqual([{ name: '村道路灯工程' }]);
  expect(recurringSubjects.subjects).toEqual([
    { inProjects: 23, projects: [{ number: 'S2014-000001', state: 'COMPLETED' }] },
    { inProjects: 0, projects: [] },
  ]);
  for (const each of requests.nodes) {
    expect(each.project).toEqual(each.subject.name === '道路设施' ? { number: 'S2014-000001' } : null);
  }
});

/* Jinqiao 金桥镇, its third step: raise what recurs into projects 项目化. */
it('Jinqiao: what recurs although every single request was answered is raised into a project by the committee', async () => {
  const town = await platform.newTown();
  const committee = await town.openUnit({ kind: 'COMMITTEE', name: '永业居委会', parent: undefined, from: begins });
  const block = await town.openUnit({ parent: committee, name: '一块', from: begins });
  const codes = ['甲', '乙', '丙', '丁', '戊'];
  const registered = await town.admin.do('registerHouseholds', { block, codes, from: begins }, 'households { id }');
  const ids: string[] = registered.households.map(({ id }: Data) => id);
  const officer = await town.account('UNIT_OFFICER', { unit: committee });
  const worker = await town.person('居委干部');
  const parking = await subject(town, '停车');
  // Every one of them is explained, and another household comes with the same.
  for (const [index, household] of ids.entries()) {
    const on = `2026-0${index + 1}-15`;
    await raise(town, { household, subject: parking, on, ...explained(worker) }, 'id', officer);
  }
  const half = 'period: { first: "2026-01-01", last: "2026-06-30" }';
  const selection = 'subjects { subject { id name } count rising months { count } requests { nodes { id state } } }';
  const query = `query($code: RegisterCode!) { town(code: $code) { recurringSubjects(${half}, unit: "${committee}") { ${selection} } } }`;
  const [recurs] = (await officer.ask(query, { code: town.code })).town.recurringSubjects.subjects;
  expect(recurs).toMatchObject({ subject: { name: '停车' }, count: 5, rising: true });
  expect(recurs.months.map(({ count }: Data) => count)).toEqual([1, 1, 1, 1, 1, 0]);
  const handled = recurs.requests.nodes;
  expect(handled.every(({ state }: Data) => state === 'HANDLED')).toBe(true);

  const proposing = {
    ...{ year: 2026, name: '潮汐车位', goal: '与学校协商夜间开放车位', subject: recurs.subject.id, units: [committee] },
    ...{ requests: handled.map(({ id }: Data) => id), on: '2026-07-01' },
  };
  const { project } = await officer.do('proposeProject', proposing, 'project { id state requestCount actions }');
  expect(project).toMatchObject({ state: 'PROPOSED', requestCount: 5, actions: ['REVISE', 'LINK', 'UNLINK'] });
  await advance(town.admin, 'adoptProject', project.id, { holder: worker, on: '2026-07-10' });
  await advance(officer, 'reportProject', project.id, { report: '学校同意夜间开放 30 个', on: '2026-08-01' });
  const done = await advance(
    town.admin,
    'completeProject',
    project.id,
    { result: '三十个车位夜间开放', on: '2026-09-01' },
    'state requests { nodes { household { code } project { name } } }',
  );
  expect(done.state).toBe('COMPLETED');
  expect(done.requests.nodes.map(({ household }: Data) => household.code).sort()).toEqual([...codes].sort());
  expect(done.requests.nodes.every((each: Data) => each.project.name === '潮汐车位')).toBe(true);
});
