import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { openOverlay, settledTown } from '../households/household.fixture.ts';
import { party, subject, take } from '../requests/request.fixture.ts';
import { follow, patrol, route } from './patrol.fixture.ts';

const platform = testPlatform();
const ahead = `${new Date().getFullYear() + 1}-01-01`;
const long = '长'.repeat(2001);

it('a patrol is refused wrong input on the field at fault, and nothing is changed', async () => {
  const { town, blocks, begins } = await settledTown(platform, 0);
  const { blocks: overlaid } = await openOverlay(town, ['籍贯块']);
  const walk = await route(town, { unit: blocks[0], from: '2024-01-01' });
  const other = await route(town, { unit: blocks[1] });
  const elsewhere = await platform.newTown();
  const [person, stranger] = [await town.person(), await elsewhere.person()];
  const problem = { kind: 'PROBLEM', text: '积水' };
  const input = { route: walk.id, people: [person], on: '2024-02-01', nothingFound: true };
  const place = { unit: blocks[0], text: '菜场' };
  const finding = (more: object) => ({ findings: [problem, { ...problem, ...more }], nothingFound: null });
  const late = '2024-02-01T19:00:00+08:00';
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ route: null }, 'BAD_INPUT', 'input.route'],
    [{ place }, 'BAD_INPUT', 'input.route'],
    [{ route: null, place: { ...place, unit: overlaid[0] } }, 'BAD_INPUT', 'input.place.unit'],
    [{ route: null, place: { ...place, text: ' ' } }, 'BAD_INPUT', 'input.place.text'],
    [{ route: null, place: { ...place, text: '长'.repeat(101) } }, 'BAD_INPUT', 'input.place.text'],
    [{ route: null, place, on: '2022-12-31' }, 'BAD_INPUT', 'input.on'],
    [{ route: null, place, stops: [walk.stops[0].id] }, 'BAD_INPUT', 'input.stops'],
    [{ on: ahead }, 'BAD_INPUT', 'input.on'],
    [{ on: '2023-12-31' }, 'BAD_INPUT', 'input.on'],
    [{ people: [] }, 'BAD_INPUT', 'input.people'],
    [{ people: Array(21).fill(person) }, 'BAD_INPUT', 'input.people'],
    [{ people: [person, stranger] }, 'NOT_FOUND', 'input.people.1'],
    [{ stops: [] }, 'BAD_INPUT', 'input.stops'],
    [{ stops: [walk.stops[0].id, other.stops[0].id] }, 'NOT_FOUND', 'input.stops.1'],
    [{ endedAt: late }, 'BAD_INPUT', 'input.beganAt'],
    [{ beganAt: '2024-02-02T00:00:00+08:00' }, 'BAD_INPUT', 'input.beganAt'],
    [{ beganAt: late, endedAt: late }, 'BAD_INPUT', 'input.endedAt'],
    [{ beganAt: late, endedAt: '2024-02-02T19:00:01+08:00' }, 'BAD_INPUT', 'input.endedAt'],
    [{ note: long }, 'BAD_INPUT', 'input.note'],
    [{ nothingFound: null }, 'BAD_INPUT', 'input.nothingFound'],
    [{ findings: [problem] }, 'BAD_INPUT', 'input.nothingFound'],
    [{ findings: Array(21).fill(problem), nothingFound: null }, 'BAD_INPUT', 'input.findings'],
    [finding({ text: '' }), 'BAD_INPUT', 'input.findings.1.text'],
    [finding({ text: long }), 'BAD_INPUT', 'input.findings.1.text'],
    [finding({ place: '长'.repeat(101) }), 'BAD_INPUT', 'input.findings.1.place'],
    [finding({ actedOn: '修', notAdopted: '不修' }), 'BAD_INPUT', 'input.findings.1'],
    [finding({ actedOn: ' ' }), 'BAD_INPUT', 'input.findings.1.actedOn'],
    [finding({ notAdopted: ' ' }), 'BAD_INPUT', 'input.findings.1.notAdopted'],
    [finding({ photos: [person] }), 'NOT_FOUND', 'input.findings.1.photos.0'],
    [finding({ passedOn: { party: await party(elsewhere) } }), 'NOT_FOUND', 'input.findings.1.passedOn.party'],
    [finding({ request: { subject: await subject(elsewhere) } }), 'NOT_FOUND', 'input.findings.1.request.subject'],
    [
      finding({ request: { subject: await subject(town), level: 'SERVICE_AREA' } }),
      'BAD_INPUT',
      'input.findings.1.request.level',
    ],
  ];
  await changesNothing(platform, town, async () => {
    for (const [more, code, field] of wrong) {
      const refusal = await town.admin.refused('recordPatrol', { ...input, ...more });
      expect({ more, ...refusal }).toEqual({ more, code, field });
    }
    for (const [more, code, field] of [
      [{ name: '' }, 'BAD_INPUT', 'input.name'],
      [{ stops: [] }, 'BAD_INPUT', 'input.stops'],
      [{ stops: Array(51).fill('门') }, 'BAD_INPUT', 'input.stops'],
      [{ stops: ['门', '门'] }, 'BAD_INPUT', 'input.stops.1'],
      [{ unit: overlaid[0] }, 'BAD_INPUT', 'input.unit'],
      [{ from: '2022-12-31' }, 'BAD_INPUT', 'input.from'],
    ] as const) {
      const opening = { unit: blocks[0], name: '线', stops: ['门'], from: begins, ...more };
      expect({ more, ...(await town.admin.refused('openPatrolRoute', opening)) }).toEqual({ more, code, field });
    }
    for (const [more, code, field] of [
      [{}, 'BAD_INPUT', 'input.name'],
      [{ name: '新', from: '2023-12-31' }, 'BAD_INPUT', 'input.from'],
      [{ name: '新', expectedVersion: 2 }, 'CONFLICT', 'input.expectedVersion'],
    ] as const) {
      const changing = { route: walk.id, ...more };
      expect({ more, ...(await town.admin.refused('changePatrolRoute', changing)) }).toEqual({ more, code, field });
    }
  });
  expect(platform.faults).toEqual([]);
});

it('a step or a correction that is not allowed is refused, and nothing is changed', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const problem = { kind: 'PROBLEM', text: '积水', actedOn: '排水' };
  const walk = await route(town, { unit: blocks[0], from: '2024-01-01' });
  const made = await patrol(town, { route: walk.id, on: '2024-02-01', findings: [problem] }, 'id findings { id }');
  const [{ id: finding }] = made.findings;
  const gone = await patrol(town, { route: walk.id, findings: [problem] }, 'id findings { id }');
  await town.admin.do('withdrawPatrol', { patrol: gone.id, reason: '误' }, 'patrol { id }');
  await town.admin.do('closePatrolRoute', { route: walk.id, on: '2024-06-01' }, 'route { id }');
  const steps: [string, Record<string, unknown>, string, string][] = [
    ['actOnPatrolFinding', { finding, done: '再' }, 'CONFLICT', 'input.finding'],
    ['raisePatrolFinding', { finding, request: { subject: await subject(town) } }, 'CONFLICT', 'input.finding'],
    ['passOnPatrolFinding', { finding, passing: { party: await party(town) } }, 'CONFLICT', 'input.finding'],
    ['declinePatrolFinding', { finding, reason: '不' }, 'CONFLICT', 'input.finding'],
    ['reopenPatrolFinding', { finding, reason: '' }, 'BAD_INPUT', 'input.reason'],
    ['followUpPatrolFinding', { finding, note: long }, 'BAD_INPUT', 'input.note'],
    ['followUpPatrolFinding', { finding, note: '看', on: ahead }, 'BAD_INPUT', 'input.on'],
    ['followUpPatrolFinding', { finding, note: '看', on: '2024-01-31' }, 'BAD_INPUT', 'input.on'],
    ['followUpPatrolFinding', { finding, note: '看', expectedVersion: 1 }, 'CONFLICT', 'input.expectedVersion'],
    ['correctPatrolFinding', { finding, text: '', place: null }, 'BAD_INPUT', 'input.text'],
    ['correctPatrolFinding', { finding, text: '改', place: '长'.repeat(101) }, 'BAD_INPUT', 'input.place'],
    ['followUpPatrolFinding', { finding: gone.findings[0].id, note: '看' }, 'CONFLICT', 'input.finding'],
    ['addPatrolFinding', { patrol: gone.id, finding: problem }, 'CONFLICT', 'input.patrol'],
    ['addPatrolFinding', { patrol: made.id, finding: { ...problem, text: '' } }, 'BAD_INPUT', 'input.finding.text'],
    ['withdrawPatrol', { patrol: gone.id, reason: '再' }, 'CONFLICT', 'input.patrol'],
    ['withdrawPatrol', { patrol: made.id, reason: '' }, 'BAD_INPUT', 'input.reason'],
    ['revisePatrol', { patrol: gone.id, reason: '再' }, 'CONFLICT', 'input.patrol'],
    ['revisePatrol', { patrol: made.id, reason: '改', expectedVersion: 2 }, 'CONFLICT', 'input.expectedVersion'],
    ['revisePatrol', { patrol: made.id, reason: '改', on: '2023-12-31' }, 'BAD_INPUT', 'input.on'],
    ['revisePatrol', { patrol: made.id, reason: '改', on: '2024-06-01' }, 'CONFLICT', 'input.on'],
    ['revisePatrol', { patrol: made.id, reason: '改', people: [] }, 'BAD_INPUT', 'input.people'],
    ['closePatrolRoute', { route: walk.id }, 'CONFLICT', 'input.route'],
    ['changePatrolRoute', { route: walk.id, name: '新' }, 'CONFLICT', 'input.route'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [verb, input, code, field] of steps) {
      expect({ verb, input, ...(await town.admin.refused(verb, input)) }).toEqual({ verb, input, code, field });
    }
  });
  expect(platform.faults).toEqual([]);
});

it('of two who act on the same finding at once, the second finds what the first has made of it', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const made = await patrol(
    town,
    { place: { unit: blocks[0], text: '门' }, findings: [{ kind: 'PROBLEM', text: '积水' }] },
    'findings { id }',
  );
  const step =
    'mutation($input: ActOnPatrolFindingInput!) { actOnPatrolFinding(input: $input) { finding { version } } }';
  const input = { finding: made.findings[0].id, done: '排水' };
  const answers = await Promise.all([1, 2].map(() => town.admin.send(step, { input })));
  expect(answers.map(({ errors }) => errors[0]?.extensions.code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
});

it('a note to what was raised and a step of its request do not hold each other up', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const request = { subject: await subject(town), handlingClass: 'REASONABLE' };
  const findings = Array.from({ length: 8 }, (_, index) => ({ kind: 'PROBLEM', text: `积水${index}`, request }));
  const made = await patrol(
    town,
    { place: { unit: blocks[0], text: '门' }, findings },
    'findings { id request { id } }',
  );
  const holder = await town.person();
  const evidence = [{ kind: 'WORK_RECORD', text: '排水' }];
  await Promise.all(
    made.findings.flatMap(({ id, request: raised }: Data) => [
      follow(town.admin, 'followUpPatrolFinding', id, { note: '看过' }),
      take(town.admin, 'acceptRequest', raised.id, { holder })
        .then(() => take(town.admin, 'handleRequest', raised.id, { outcome: '已排', evidence }))
        .then(() => follow(town.admin, 'followUpPatrolFinding', id, { note: '又看过' })),
    ]),
  );
  const query = `query($code: RegisterCode!) { town(code: $code) { patrolFindings(filter: { actedOn: true }) { nodes { version } } } }`;
  const { nodes } = (await town.admin.ask(query, { code: town.code })).town.patrolFindings;
  expect(nodes.map(({ version }: Data) => version)).toEqual(Array.from({ length: 8 }, () => 4));
  expect(platform.faults).toEqual([]);
});
