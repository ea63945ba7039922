import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { openOverlay, settledTown } from '../households/household.fixture.ts';
import { registerOrganization } from '../organizations/organization.fixture.ts';
import { subject } from '../requests/request.fixture.ts';
import { place, round, squad } from './inspection.fixture.ts';

const platform = testPlatform();
const ahead = `${new Date().getFullYear() + 1}-01-01`;
const long = '长'.repeat(2001);

type Wrong = [Record<string, unknown>, string, string];

it('a round is refused wrong input on the field at fault, and nothing is changed', async () => {
  const town = await platform.newTown();
  const elsewhere = await platform.newTown();
  const [head, outsider, stranger] = [await town.person(), await town.person(), await elsewhere.person()];
  const of = (await squad(town, { head, from: '2024-02-01' })).id;
  const gone = (await squad(town, { head })).id;
  await town.admin.do('disbandInspectionSquad', { squad: gone, on: '2024-03-01' }, 'squad { id }');
  const at = (await place(town, { from: '2024-01-15' })).id;
  const later = (await place(town, { from: '2024-06-01' })).id;
  const closed = (await place(town)).id;
  await town.admin.do('closeInspectionPlace', { place: closed, on: '2024-03-01' }, 'place { id }');
  const foreign = (await place(elsewhere)).id;
  const input = { squad: of, people: [head], on: '2024-05-01', checks: [{ place: at, nothingFound: true }] };
  const checks = (more: object, ...others: object[]) => ({
    checks: [{ place: at, nothingFound: true, ...more }, ...others],
  });
  const problem = { kind: 'HOURS', text: '超时' };
  const finding = (more: object) => checks({ nothingFound: null, findings: [problem, { ...problem, ...more }] });
  const wrong: Wrong[] = [
    [{ squad: (await squad(elsewhere)).id }, 'NOT_FOUND', 'input.squad'],
    [{ squad: gone }, 'CONFLICT', 'input.squad'],
    [{ on: ahead }, 'BAD_INPUT', 'input.on'],
    [{ on: '2024-01-31' }, 'BAD_INPUT', 'input.on'],
    [{ people: [] }, 'BAD_INPUT', 'input.people'],
    [{ people: Array(21).fill(head) }, 'BAD_INPUT', 'input.people'],
    [{ people: [head, stranger] }, 'NOT_FOUND', 'input.people.1'],
    [{ people: [outsider] }, 'BAD_INPUT', 'input.people'],
    [{ checks: [] }, 'BAD_INPUT', 'input.checks'],
    [{ checks: Array(31).fill(input.checks[0]) }, 'BAD_INPUT', 'input.checks'],
    [checks({}, { place: at, nothingFound: true }), 'BAD_INPUT', 'input.checks.1.place'],
    [checks({}, { place: foreign, nothingFound: true }), 'NOT_FOUND', 'input.checks.1.place'],
    [checks({}, { place: later, nothingFound: true }), 'BAD_INPUT', 'input.on'],
    [checks({}, { place: closed, nothingFound: true }), 'CONFLICT', 'input.checks.1.place'],
    [checks({ people: [] }), 'BAD_INPUT', 'input.checks.0.people'],
    [checks({ people: [outsider] }), 'NOT_FOUND', 'input.checks.0.people.0'],
    [checks({ nothingFound: null }), 'BAD_INPUT', 'input.checks.0.nothingFound'],
    [checks({ findings: [problem] }), 'BAD_INPUT', 'input.checks.0.nothingFound'],
    [checks({ nothingFound: null, findings: Array(21).fill(problem) }), 'BAD_INPUT', 'input.checks.0.findings'],
    [finding({ text: ' ' }), 'BAD_INPUT', 'input.checks.0.findings.1.text'],
    [finding({ text: long }), 'BAD_INPUT', 'input.checks.0.findings.1.text'],
    [finding({ mended: ' ' }), 'BAD_INPUT', 'input.checks.0.findings.1.mended'],
    [{ note: long }, 'BAD_INPUT', 'input.note'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [more, code, field] of wrong) {
      const refusal = await town.admin.refused('recordInspectionRound', { ...input, ...more });
      expect({ more, ...refusal }).toEqual({ more, code, field });
    }
  });
  expect(platform.faults).toEqual([]);
});

it('a squad or a place is refused wrong input on the field at fault, and nothing is changed', async () => {
  const { town, blocks, begins } = await settledTown(platform, 0);
  const { blocks: overlaid } = await openOverlay(town, ['籍贯块']);
  const elsewhere = await platform.newTown();
  const [head, stranger] = [await town.person(), await elsewhere.person()];
  const known = (await squad(town, { name: '一组', head, from: '2024-02-01' })).id;
  await squad(town, { name: '二组', head });
  const at = (await place(town, { from: '2024-02-01' })).id;
  const foreign = (await registerOrganization(elsewhere)).id;
  const verbs: [string, Record<string, unknown>, Wrong[]][] = [
    [
      'formInspectionSquad',
      { town: town.code, name: '三组', head },
      [
        [{ name: '' }, 'BAD_INPUT', 'input.name'],
        [{ name: '一组' }, 'CONFLICT', 'input.name'],
        [{ head: stranger }, 'NOT_FOUND', 'input.head'],
        [{ members: [head, stranger] }, 'NOT_FOUND', 'input.members.1'],
        [{ members: Array(51).fill(head) }, 'BAD_INPUT', 'input.members'],
        [{ from: '1900-01-01' }, 'BAD_INPUT', 'input.from'],
      ],
    ],
    [
      'changeInspectionSquad',
      { squad: known, name: '新组' },
      [
        [{ name: null }, 'BAD_INPUT', 'input.name'],
        [{ name: '二组' }, 'CONFLICT', 'input.name'],
        [{ head: stranger }, 'NOT_FOUND', 'input.head'],
        [{ from: '2024-01-31' }, 'BAD_INPUT', 'input.from'],
        [{ expectedVersion: 7 }, 'CONFLICT', 'input.expectedVersion'],
      ],
    ],
    ['disbandInspectionSquad', { squad: known }, [[{ on: '2024-01-31' }, 'BAD_INPUT', 'input.on']]],
    [
      'openInspectionPlace',
      { unit: blocks[0], kind: 'INTERNET_CAFE', name: '网吧', from: begins },
      [
        [{ name: '' }, 'BAD_INPUT', 'input.name'],
        [{ address: '长'.repeat(101) }, 'BAD_INPUT', 'input.address'],
        [{ unit: overlaid[0] }, 'BAD_INPUT', 'input.unit'],
        [{ from: '2022-12-31' }, 'BAD_INPUT', 'input.from'],
        [{ organization: foreign }, 'NOT_FOUND', 'input.organization'],
      ],
    ],
    [
      'changeInspectionPlace',
      { place: at, name: '新网吧' },
      [
        [{ name: null }, 'BAD_INPUT', 'input.name'],
        [{ from: '2024-01-31' }, 'BAD_INPUT', 'input.from'],
        [{ expectedVersion: 7 }, 'CONFLICT', 'input.expectedVersion'],
      ],
    ],
    ['closeInspectionPlace', { place: at }, [[{ on: '2024-01-31' }, 'BAD_INPUT', 'input.on']]],
  ];
  await changesNothing(platform, town, async () => {
    for (const [verb, input, wrong] of verbs) {
      for (const [more, code, field] of wrong) {
        const refusal = await town.admin.refused(verb, { ...input, ...more });
        expect({ verb, more, ...refusal }).toEqual({ verb, more, code, field });
      }
    }
  });
  expect(platform.faults).toEqual([]);
});

it('a correction or a step that is not allowed is refused, and nothing is changed', async () => {
  const town = await platform.newTown();
  const head = await town.person();
  const of = (await squad(town, { head, from: '2024-02-01' })).id;
  const [at, other] = [(await place(town)).id, (await place(town)).id];
  const checks = [{ place: at, findings: [{ kind: 'HOURS', text: '超时', mended: '已关门' }] }];
  const selection = 'id checks { id findings { id } }';
  const made = await round(town, { squad: of, on: '2024-05-01', checks }, selection);
  const gone = await round(town, { squad: of, on: '2024-05-02', checks }, selection);
  await town.admin.do('withdrawInspectionRound', { round: gone.id, reason: '误' }, 'round { id }');
  const [{ id: check, findings }] = made.checks;
  const finding = findings[0].id;
  const asked = { round: made.id, reason: '改' };
  const steps: [string, Record<string, unknown>, string, string][] = [
    ['reviseInspectionRound', { ...asked, reason: '' }, 'BAD_INPUT', 'input.reason'],
    ['reviseInspectionRound', { ...asked, expectedVersion: 2 }, 'CONFLICT', 'input.expectedVersion'],
    ['reviseInspectionRound', { ...asked, on: '2024-01-31' }, 'BAD_INPUT', 'input.on'],
    ['reviseInspectionRound', { ...asked, people: [await town.person()] }, 'BAD_INPUT', 'input.people'],
    ['reviseInspectionRound', { ...asked, checks: [] }, 'BAD_INPUT', 'input.checks'],
    ['reviseInspectionRound', { ...asked, checks: [{ place: other }] }, 'BAD_INPUT', 'input.checks.0.nothingFound'],
    [
      'reviseInspectionRound',
      { ...asked, checks: [{ place: at, nothingFound: true }] },
      'BAD_INPUT',
      'input.checks.0.findings',
    ],
    ['reviseInspectionRound', { ...asked, round: gone.id }, 'CONFLICT', 'input.round'],
    ['withdrawInspectionRound', { round: made.id, reason: '' }, 'BAD_INPUT', 'input.reason'],
    ['withdrawInspectionRound', { round: gone.id, reason: '再' }, 'CONFLICT', 'input.round'],
    ['addInspectionFinding', { check, finding: { kind: 'HOURS', text: '' } }, 'BAD_INPUT', 'input.finding.text'],
    [
      'addInspectionFinding',
      { check: gone.checks[0].id, finding: { kind: 'HOURS', text: '超' } },
      'CONFLICT',
      'input.check',
    ],
    ['mendInspectionFinding', { finding, done: '再' }, 'CONFLICT', 'input.finding'],
    ['raiseInspectionFinding', { finding, request: { subject: await subject(town) } }, 'CONFLICT', 'input.finding'],
    ['correctInspectionFinding', { finding, text: '' }, 'BAD_INPUT', 'input.text'],
    ['followUpInspectionFinding', { finding, note: long }, 'BAD_INPUT', 'input.note'],
    ['followUpInspectionFinding', { finding, note: '看', on: '2024-04-30' }, 'BAD_INPUT', 'input.on'],
    ['followUpInspectionFinding', { finding, note: '看', expectedVersion: 1 }, 'CONFLICT', 'input.expectedVersion'],
    ['followUpInspectionFinding', { finding: gone.checks[0].findings[0].id, note: '看' }, 'CONFLICT', 'input.finding'],
    ['reopenInspectionFinding', { finding, reason: '' }, 'BAD_INPUT', 'input.reason'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [verb, input, code, field] of steps) {
      expect({ verb, input, ...(await town.admin.refused(verb, input)) }).toEqual({ verb, input, code, field });
    }
    const query = `query($code: RegisterCode!, $filter: InspectionFilter) { town(code: $code) { inspectionRounds(filter: $filter) { totalCount } } }`;
    for (const [filter, code, field] of [
      [{ squad: at }, 'NOT_FOUND', 'filter.squad'],
      [{ place: of }, 'NOT_FOUND', 'filter.place'],
      [{ unit: of }, 'NOT_FOUND', 'filter.unit'],
      [{ person: of }, 'NOT_FOUND', 'filter.person'],
      [{ period: { first: '2024-02-01', last: '2024-01-01' } }, 'BAD_INPUT', 'filter.period.last'],
    ] as const) {
      const { errors } = await town.admin.send(query, { code: town.code, filter });
      expect({ filter, ...errors[0]?.extensions }).toEqual({ filter, code, field });
    }
  });
  expect(platform.faults).toEqual([]);
});
