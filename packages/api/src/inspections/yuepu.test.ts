import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { contented, subject, take } from '../requests/request.fixture.ts';
import { follow, place, round, squad } from './inspection.fixture.ts';

const platform = testPlatform();
const period = { first: '2014-07-01', last: '2014-08-31' };

const sums = `query($code: RegisterCode!, $by: InspectionGroup!, $period: PeriodInput!, $filter: InspectionScope) {
  town(code: $code) { inspectionSums(by: $by, period: $period, filter: $filter) {
    total { checks personTimes places placesChecked checksPerPlace peoplePerCheck nothingFound findings mended }
    groups { squad { name } place { name } kind unit { name } month checks personTimes places checksPerPlace peoplePerCheck findings } } } }`;

/** The days of a summer, every third of them. */
const days = Array.from({ length: 20 }, (_, index) =>
  new Date(Date.UTC(2014, 6, 2 + 3 * index)).toISOString().slice(0, 10),
);

it('Yuepu sends unpaid supervisors to its internet cafes all summer, in squads with a head: checks, person-times, checks a cafe, people a check, and findings', async () => {
  const town = await platform.newTown();
  const { admin, code } = town;
  const east = await town.openUnit({ kind: 'COMMITTEE', name: '东居委', parent: undefined, from: '2010-01-01' });
  const west = await town.openUnit({ kind: 'COMMITTEE', name: '西居委', parent: undefined, from: '2010-01-01' });
  const since = { from: '2014-06-01' };
  const people: string[] = [];
  for (const name of ['甲', '乙', '丙', '丁', '戊', '己']) people.push(await town.person(name));
  const [one = '', two = '', three = '', four = '', five = '', guest = ''] = people;
  const first = (await squad(town, { ...since, name: '一组', head: one, members: [two, three] })).id;
  const second = (await squad(town, { ...since, name: '二组', head: four, members: [five] })).id;
  const cafes: string[] = [];
  for (const [index, unit] of [east, east, east, west, west, west].entries()) {
    cafes.push((await place(town, { ...since, unit, name: `第${index + 1}网吧` })).id);
  }
  const hall = (await place(town, { ...since, unit: west, kind: 'GAME_ARCADE', name: '游戏厅' })).id;
  const never = (await place(town, { ...since, unit: west, name: '远郊网吧' })).id;

  // A supervisor of each squad records its rounds on a telephone, by the person as whom they act.
  const supervisors = [
    await town.account('INSPECTOR', { person: one }),
    await town.account('INSPECTOR', { person: five }),
  ];
  const found: Data[] = [];
  for (const [index, on] of days.entries()) {
    const odd = index % 2;
    const here = odd === 0 ? cafes.slice(0, 3) : [...cafes.slice(3), hall];
    // Three go with the first squad; two with the second, and every fourth time a guest who is in none comes along to the first cafe.
    const coming = odd === 0 ? [one, two, three] : index % 4 === 3 ? [four, five, guest] : [four, five];
    const checks = here.map((each, at) => ({
      place: each,
      ...(at > 0 && coming.includes(guest) ? { people: [four, five] } : {}),
      ...(at === 0 && index % 5 === 0
        ? { findings: [{ kind: 'MINORS', text: '有未成年人上网', ...(index === 0 ? { mended: '当场劝离' } : {}) }] }
        : { nothingFound: true }),
    }));
    const made = await round(
      town,
      { squad: odd === 0 ? first : second, on, people: coming, checks },
      'checks { nothingFound people { name } findings { id state mended actions } }',
      supervisors[odd],
    );
    found.push(...made.checks.flatMap(({ findings }: Data) => findings));
  }

  const ask = async (by: string, filter: object | null = null, client = admin) =>
    (await client.ask(sums, { code, by, period, filter })).town.inspectionSums;
  // 10 rounds of 3 people at 3 cafes, 10 of 2 people at 4 places, and a guest at 5 checks.
  const { total, groups } = await ask('SQUAD');
  expect(total).toEqual({
    ...{ checks: 70, personTimes: 90 + 80 + 5, places: 8, placesChecked: 7 },
    ...{ checksPerPlace: 8.75, peoplePerCheck: 2.5, nothingFound: 66, findings: 4, mended: 1 },
  });
  const empty = { squad: null, place: null, kind: null, unit: null, month: null };
  expect(groups).toEqual([
    {
      ...{ ...empty, squad: { name: '二组' }, checks: 40, personTimes: 85, places: 4, checksPerPlace: 10 },
      ...{ peoplePerCheck: 2.13, findings: 2 },
    },
    {
      ...{ ...empty, squad: { name: '一组' }, checks: 30, personTimes: 90, places: 3, checksPerPlace: 10 },
      ...{ peoplePerCheck: 3, findings: 2 },
    },
  ]);
  const told = (all: Data[], name: (group: Data) => string) =>
    Object.fromEntries(
      all.map((each) => [name(each), [each.checks, each.personTimes, each.places, each.checksPerPlace]]),
    );
  expect(told((await ask('KIND')).groups, ({ kind }) => kind)).toEqual({
    ...{ INTERNET_CAFE: [60, 155, 7, 8.57], GAME_ARCADE: [10, 20, 1, 10] },
  });
  expect(told((await ask('UNIT')).groups, ({ unit }) => unit.name)).toEqual({
    ...{ 东居委: [30, 90, 3, 10], 西居委: [40, 85, 5, 8] },
  });
  expect(told((await ask('MONTH')).groups, ({ month }) => month)).toEqual({
    ...{ '2014-07': [35, 87, 8, 4.38], '2014-08': [35, 88, 8, 4.38] },
  });
  const byPlace = told((await ask('PLACE', { kind: 'INTERNET_CAFE' })).groups, (group) => group.place.name);
  expect(byPlace).toMatchObject({ 第1网吧: [10, 30, 1, 10], 第4网吧: [10, 25, 1, 10], 远郊网吧: [0, 0, 1, 0] });
  expect((await ask('PLACE', { squad: first, unit: east })).total).toMatchObject({ checks: 30, places: 3 });

  // Each opens into its rounds, what is missing into the cafe where nobody was yet; a round there mends it.
  const opened = `query($code: RegisterCode!, $rounds: InspectionFilter!, $findings: InspectionFindingFilter!, $places: InspectionPlaceFilter!) { town(code: $code) {
    inspectionRounds(filter: $rounds) { totalCount } inspectionFindings(filter: $findings) { totalCount }
    inspectionPlaces(filter: $places) { nodes { name } } } }`;
  const open = async (more: object) => {
    const rounds = { period, ...more };
    return (await admin.ask(opened, { code, rounds, findings: rounds, places: { uncheckedIn: period } })).town;
  };
  expect(await open({ squad: second })).toEqual({
    ...{ inspectionRounds: { totalCount: 10 }, inspectionFindings: { totalCount: 2 } },
    inspectionPlaces: { nodes: [{ name: '远郊网吧' }] },
  });
  for (const [filter, rounds] of [
    [{ place: hall }, 10],
    [{ kind: 'INTERNET_CAFE' }, 20],
    [{ unit: east }, 10],
    [{ person: guest }, 5],
    [{ found: true }, 4],
  ] as const) {
    expect([filter, (await open(filter)).inspectionRounds.totalCount]).toEqual([filter, rounds]);
  }
  await round(town, { squad: first, on: '2014-08-31', people: [two], places: [never] }, 'id', admin);
  expect((await open({})).inspectionPlaces.nodes).toEqual([]);
  expect((await ask('MONTH')).total).toMatchObject({
    checks: 71,
    personTimes: 176,
    placesChecked: 8,
    checksPerPlace: 8.88,
  });

  // What was found is followed until it is mended: by itself, or as a request that is handled.
  const [atOnce, mend, raise, wait] = found;
  expect(atOnce).toMatchObject({ state: 'MENDED', mended: true });
  expect(wait).toMatchObject({ state: 'OPEN', actions: ['CORRECT', 'FOLLOW_UP', 'MEND'] });
  const [, supervisor = admin] = supervisors;
  await follow(supervisor, 'followUpInspectionFinding', mend?.id, { note: '三天后复查', on: '2014-07-20' });
  expect(await follow(supervisor, 'mendInspectionFinding', mend?.id, { done: '已登记身份证' })).toEqual({
    ...{ state: 'MENDED', mended: true },
  });
  const raised = await follow(
    ...([
      admin,
      'raiseInspectionFinding',
      raise?.id,
      { request: { subject: await subject(town, '治安'), handlingClass: 'REASONABLE' } },
    ] as const),
    'mended request { id source description place { text unit { name } } inspectionFinding { text } }',
  );
  expect(raised).toMatchObject({
    mended: false,
    request: {
      ...{ source: 'INSPECTION', description: '有未成年人上网', inspectionFinding: { text: '有未成年人上网' } },
      place: { text: '第1网吧', unit: { name: '东居委' } },
    },
  });
  await take(admin, 'acceptRequest', raised.request.id, { holder: one });
  await take(admin, 'handleRequest', raised.request.id, {
    outcome: '已处罚',
    evidence: [{ kind: 'WORK_RECORD', text: '处罚书' }],
  });
  await take(admin, 'followUpRequest', raised.request.id, contented);
  expect((await ask('MONTH')).total).toMatchObject({ findings: 4, mended: 3 });
  expect((await open({ found: true })).inspectionFindings.totalCount).toBe(4);

  // The figures of the platform are the same, down to the committee, and the district office counts them without any record.
  const figures = ['check', 'person-time', 'finding', 'finding-mended'].map(
    (
      what,
    ) => `${what.replace('-', '_')}: figure(indicator: "inspection-${what}", period: { first: "2014-07-01", last: "2014-08-31" }) {
      numerator rounded parts { nodes { name numerator } } }`,
  );
  const query = `query($code: RegisterCode!) { town(code: $code) { ${figures.join('\n')} } }`;
  const counted = (await admin.ask(query, { code })).town;
  expect(counted).toMatchObject({
    ...{ check: { rounded: '71' }, person_time: { rounded: '176' }, finding: { rounded: '4' } },
    finding_mended: { numerator: 3, rounded: '75.0 %' },
  });
  expect(counted.person_time.parts.nodes).toEqual(
    expect.arrayContaining([
      { name: '东居委', numerator: 90 },
      { name: '西居委', numerator: 86 },
    ]),
  );
  const district = code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: `y${code}`, displayName: '区', district }, 'account { id }');
  const office = await platform.clientOf(`y${code}-${district}`);
  expect((await office.ask(query, { code })).town).toEqual(counted);
  expect((await office.send(sums, { code, by: 'SQUAD', period })).errors[0]?.extensions.code).toBe('FORBIDDEN');
}, 60_000);

it('what the town published of a month stands beside what its rounds give, with the difference', async () => {
  const town = await platform.newTown();
  const of = (await squad(town, { from: '2014-06-01' })).id;
  const unit = await town.openUnit({ kind: 'COMMITTEE', parent: undefined, from: '2010-01-01' });
  const since = { unit, from: '2014-06-01' };
  const at = [(await place(town, since)).id, (await place(town, since)).id];
  await round(town, { squad: of, on: '2014-07-05', places: at });
  const said = { town: town.code, length: 'MONTH', day: '2014-07-31', document: '月浦简报', publishedOn: '2014-09-01' };
  const selection = 'reportedFigure { derived { rounded } difference holds }';
  for (const [indicator, value, beside] of [
    ['inspection-check', '3', { derived: { rounded: '2' }, difference: '-1', holds: false }],
    ['inspection-person-time', '2', { derived: { rounded: '2' }, difference: '0', holds: true }],
    ['inspection-finding', '0', { derived: { rounded: '0' }, difference: '0', holds: true }],
  ] as const) {
    const { reportedFigure } = await town.admin.do('reportFigure', { ...said, indicator, value }, selection);
    expect({ indicator, ...reportedFigure }).toEqual({ indicator, ...beside });
  }
});
