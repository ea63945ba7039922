import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { contented, subject, take } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { follow, patrol, route } from './patrol.fixture.ts';

const platform = testPlatform();
const year = 'period: { first: "2011-01-01", last: "2011-12-31" }';

/** Weekly but for the weeks of the Spring Festival and of National Day: nearly 50 in the year. */
const days = Array.from({ length: 52 }, (_, week) =>
  new Date(Date.UTC(2011, 0, 3 + 7 * week)).toISOString().slice(0, 10),
)
  .filter((day) => !['2011-01-31', '2011-02-07', '2011-10-03'].includes(day))
  .slice(0, 48);

/** 235 in all: five at 43 of the patrols, four at the other five. */
const suggestionsAt = (patrolled: number) => (patrolled < 43 ? 5 : 4);

it('Jinqiao: one resident patrols nearly 50 times a year and makes 235 suggestions in 2011, all of them acted on', async () => {
  const town = await platform.newTown();
  const committee = await town.openUnit({
    ...{ kind: 'COMMITTEE', name: '永业居委会', parent: undefined, from: '2010-01-01' },
  });
  const block = await town.openUnit({ name: '一块', parent: committee, from: '2010-01-01' });
  const officer = await town.account('UNIT_OFFICER', { unit: committee });
  const member = await town.person('居民巡逻员');
  const director = await town.person('居委主任');
  const walk = await route(town, { unit: block, name: '小区巡逻线', from: '2010-01-01' }, 'id', officer);
  const property = await subject(town);
  const { town: lists } = await town.admin.ask(
    'query($code: RegisterCode!) { town(code: $code) { externalParties { id name } } }',
    { code: town.code },
  );
  const gardeners = lists.externalParties.find((each: Data) => each.name === '物业公司').id;

  // Most are put right at once; some become requests, others go to the property company, which acts on them within the week.
  const suggestion = (index: number) => ({
    ...{ kind: 'SUGGESTION', text: `第${index + 1}条：增设照明`, place: '步道' },
    ...(index % 10 === 0
      ? { request: { subject: property, handlingClass: 'REASONABLE' } }
      : index % 10 === 1
        ? { passedOn: { party: gardeners, note: '请处理' } }
        : { actedOn: '当天落实' }),
  });
  let made = 0;
  const found: Data[] = [];
  for (const [index, on] of days.entries()) {
    const findings = Array.from({ length: suggestionsAt(index) }, () => suggestion(made++));
    const input = { route: walk.id, on, people: [member], findings };
    found.push(...(await patrol(town, input, 'findings { id state request { id } }', officer)).findings);
  }
  const acted = `town(code: $code) { figure(indicator: "patrol-suggestion-acted-on", ${year}) { numerator denominator rounded
    missing: patrolFindings(counted: false, first: 100) { totalCount } } }`;
  const rate = async () =>
    (await officer.ask(`query($code: RegisterCode!) { ${acted} }`, { code: town.code })).town.figure;
  expect(await rate()).toEqual({ numerator: 187, denominator: 235, rounded: '79.6 %', missing: { totalCount: 48 } });

  for (const { id, state, request } of found) {
    if (state === 'PASSED_ON') await follow(officer, 'actOnPatrolFinding', id, { done: '物业已装灯' });
    if (state !== 'REQUESTED') continue;
    const evidence = [{ kind: 'WORK_RECORD', text: '已装灯' }];
    await take(officer, 'acceptRequest', request.id, { holder: director });
    await take(officer, 'handleRequest', request.id, { outcome: '已落实', evidence });
    await take(officer, 'followUpRequest', request.id, contented);
  }
  expect(await rate()).toEqual({ numerator: 235, denominator: 235, rounded: '100.0 %', missing: { totalCount: 0 } });

  // By person, by the month, and opened down to each of them.
  const { town: read } = await officer.ask(
    `query($code: RegisterCode!, $member: ID!) { town(code: $code) {
      people: patrolRates(by: PERSON, filter: { ${year} }) { person { name } patrols personTimes suggestions { numerator denominator rounded } problems { denominator } }
      months: patrolRates(by: MONTH, filter: { ${year} }) { month patrols suggestions { denominator } }
      patrols(filter: { ${year}, person: $member }) { totalCount }
      patrolFindings(filter: { ${year}, person: $member, actedOn: true }, first: 100) { totalCount nodes { actedOn text request { state } } } } }`,
    { code: town.code, member },
  );
  expect(read.people).toEqual([
    {
      ...{ person: { name: '居民巡逻员' }, patrols: 48, personTimes: 48, problems: { denominator: 0 } },
      suggestions: { numerator: 235, denominator: 235, rounded: '100.0 %' },
    },
  ]);
  expect(read.months).toHaveLength(12);
  expect(read.months.reduce((sum: number, each: Data) => sum + each.suggestions.denominator, 0)).toBe(235);
  expect(read.patrols.totalCount).toBe(48);
  expect(read.patrolFindings.totalCount).toBe(235);
  expect(read.patrolFindings.nodes.every((each: Data) => each.actedOn)).toBe(true);

  // The block is merged the year after: the figures of 2011 stay, for the block of then or for the block of now.
  const other = await town.openUnit({ name: '二块', parent: committee, from: '2010-01-01' });
  await apply(town, '2012-01-01', [{ merge: { units: [block], into: other } }]);
  const bases = ['AS_RECORDED', 'RESTATED', 'AS_OF, asOf: "2011-06-30"'];
  const figures = bases.map(
    (
      basis,
      index,
    ) => `b${index}: figure(indicator: "patrol-suggestion", ${year}, unit: "${committee}", basis: ${basis}) { rounded
      parts { nodes { name numerator } } } r${index}: figure(indicator: "patrol-round", ${year}, basis: ${basis}) { rounded }`,
  );
  const query = `query($code: RegisterCode!) { town(code: $code) { ${figures.join('\n')} } }`;
  const counted = (await officer.ask(query, { code: town.code })).town;
  const parts = (name: string) => ({ rounded: '235', parts: { nodes: [{ name, numerator: 235 }] } });
  expect(counted).toEqual({
    ...{ b0: parts('一块'), b1: parts('二块'), b2: parts('一块') },
    ...{ r0: { rounded: '48' }, r1: { rounded: '48' }, r2: { rounded: '48' } },
  });

  // The district office counts the same, and opens none of it.
  const district = town.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'office', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`office-${district}`);
  expect((await office.ask(query, { code: town.code })).town).toEqual(counted);
  const { data, errors } = await office.send(`query($code: RegisterCode!) { ${acted} }`, { code: town.code });
  expect(data.town.figure).toEqual({ numerator: 235, denominator: 235, rounded: '100.0 %', missing: null });
  expect(errors.map((each) => each.extensions.code)).toEqual(['FORBIDDEN']);
}, 120_000);
