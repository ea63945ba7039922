import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { furnishedInspection, place, round, squad } from './inspection.fixture.ts';

const platform = testPlatform();

it('a supervisor records rounds of the squads that they are in on the day, an officer those at places of their unit, others none', async () => {
  const town = await platform.newTown();
  const [head, member, guest] = [await town.person('甲'), await town.person('乙'), await town.person('丙')];
  const of = (await squad(town, { head, members: [member] })).id;
  await town.admin.do('changeInspectionSquad', { squad: of, members: [], from: '2026-01-01' }, 'squad { id }');
  const [here, there] = [(await place(town)).id, (await place(town, { unit: town.unit(1) })).id];
  const supervisor = await town.account('INSPECTOR', { person: member });
  const stranger = await town.account('INSPECTOR', { person: guest });
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const auditor = await town.account('AUDITOR');
  const worker = await town.account('SOCIAL_WORKER', { unit: town.unit(0) });
  const input = { squad: of, people: [head, member], on: '2025-07-01', places: [here, there] };
  const checks = [here, there].map((each) => ({ place: each, nothingFound: true }));
  const asked = { squad: of, people: [head, member], on: '2025-07-01', checks };
  const { id, viewerMayRevise } = await round(town, input, 'id viewerMayRevise', supervisor);
  expect(viewerMayRevise).toBe(true);
  const own = await round(town, { ...input, places: [here] }, 'id viewerMayRevise', officer);
  await changesNothing(platform, town, async () => {
    // They were in it until 2026, and are not in it any more.
    const now = { ...asked, people: [head], on: '2026-07-01' };
    expect(await supervisor.refused('recordInspectionRound', now)).toEqual({ code: 'NOT_FOUND', field: 'input.squad' });
    expect(await stranger.refused('recordInspectionRound', asked)).toEqual({ code: 'NOT_FOUND', field: 'input.squad' });
    expect(await officer.refused('recordInspectionRound', asked)).toEqual({
      ...{ code: 'NOT_FOUND', field: 'input.checks.1.place' },
    });
    for (const client of [stranger, officer]) {
      for (const verb of ['reviseInspectionRound', 'withdrawInspectionRound']) {
        expect(await client.refused(verb, { round: id, reason: '改' })).toEqual({
          code: 'NOT_FOUND',
          field: 'input.round',
        });
      }
    }
    for (const client of [auditor, worker]) {
      expect((await client.refused('recordInspectionRound', asked)).code).toBe('FORBIDDEN');
      expect((await client.refused('withdrawInspectionRound', { round: own.id, reason: '误' })).code).toBe('FORBIDDEN');
    }
    const opening = { unit: town.unit(1), kind: 'SHOP', name: '店' };
    expect(await officer.refused('openInspectionPlace', opening)).toEqual({ code: 'NOT_FOUND', field: 'input.unit' });
    expect(await officer.refused('closeInspectionPlace', { place: there })).toEqual({
      ...{ code: 'NOT_FOUND', field: 'input.place' },
    });
    const forming = { town: town.code, name: '新组', head };
    expect(await officer.refused('formInspectionSquad', forming)).toEqual({ code: 'FORBIDDEN', field: 'input.town' });
    expect(await officer.refused('disbandInspectionSquad', { squad: of })).toEqual({
      ...{ code: 'FORBIDDEN', field: 'input.squad' },
    });
    expect((await supervisor.refused('openInspectionPlace', { ...opening, unit: town.unit(0) })).code).toBe(
      'FORBIDDEN',
    );
  });
  await officer.do('openInspectionPlace', { unit: town.unit(0), kind: 'SHOP', name: '店' }, 'place { id }');
  await supervisor.do('withdrawInspectionRound', { round: id, reason: '误' }, 'round { id }');
  const seen = `query($code: RegisterCode!) { town(code: $code) { inspectionRounds { totalCount } } }`;
  for (const client of [supervisor, officer]) {
    expect((await client.ask(seen, { code: town.code })).town.inspectionRounds.totalCount).toBe(1);
  }
  for (const client of [auditor, worker]) {
    expect((await client.send(seen, { code: town.code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  }
});

it('an application counts and reads inspections as its scopes say, and records none without them', async () => {
  const town = await platform.newTown();
  const { squad: of, place: at } = await furnishedInspection(town);
  const scopes = [
    'TOWN_READ',
    'UNIT_READ',
    'FIGURE_READ',
    'INSPECTION_COUNT',
    'INSPECTION_READ',
    'INSPECTION_RECORD',
    'INSPECTION_MANAGE',
  ];
  const application = await registerApplication(platform, scopes, town.admin);
  await consent(town, application, scopes);
  const counting = await clientOf(platform, application, 'town:read unit:read inspection:count');
  const count = `query($code: RegisterCode!) { town(code: $code) { figure(indicator: "inspection-check", period: { first: "2020-01-01", last: "2099-12-31" }) { numerator } } }`;
  const read = 'query($code: RegisterCode!) { town(code: $code) { inspectionSquads { nodes { name } } } }';
  expect((await counting.ask(count, { code: town.code })).town.figure.numerator).toBe(1);
  expect((await counting.send(read, { code: town.code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  const { person } = await town.admin.do('registerPerson', { town: town.code, name: '新人' }, 'person { id }');
  const asked = { squad: of, people: [person.id], checks: [{ place: at, nothingFound: true }] };
  await town.admin.do('changeInspectionSquad', { squad: of, members: [person.id] }, 'squad { id }');
  expect((await counting.refused('recordInspectionRound', asked)).code).toBe('FORBIDDEN');
  // By itself it is nobody, so in no squad: it records what it may manage.
  const recording = await clientOf(platform, application, 'town:read inspection:read inspection:record');
  expect(await recording.refused('recordInspectionRound', asked)).toEqual({ code: 'NOT_FOUND', field: 'input.squad' });
  const managing = await clientOf(
    platform,
    application,
    'town:read inspection:read inspection:record inspection:manage',
  );
  await managing.do('recordInspectionRound', asked, 'round { id }');
});

it('places and checks go with their unit into what it becomes, and a restructuring under which there are some is not undone', async () => {
  const town = await platform.newTown();
  const block = await town.openUnit({ name: '一块', from: '2024-01-01' });
  const other = await town.openUnit({ name: '二块', from: '2024-01-01' });
  const of = (await squad(town)).id;
  const at = (await place(town, { unit: block })).id;
  await round(town, { squad: of, on: '2025-03-01', places: [at] });
  await apply(town, '2026-01-01', [{ merge: { units: [block], into: other } }]);
  await round(town, { squad: of, on: '2026-03-01', places: [at] });
  const query = `query($code: RegisterCode!, $unit: ID!) { town(code: $code) {
    inspectionSums(by: UNIT, period: { first: "2025-01-01", last: "2026-12-31" }) { groups { unit { name } checks places } }
    inspectionRounds(filter: { unit: $unit }) { nodes { checks { block { name } } } } } }`;
  const read = (await town.admin.ask(query, { code: town.code, unit: other })).town;
  expect(read.inspectionSums.groups).toEqual([{ unit: { name: '二块' }, checks: 2, places: 1 }]);
  expect(read.inspectionRounds.nodes).toEqual([
    { checks: [{ block: { name: '二块' } }] },
    { checks: [{ block: { name: '一块' } }] },
  ]);

  const opening = [{ open: { ref: 'n', kind: 'BLOCK', name: '新块', parent: town.unit(0) } }];
  const opened = await apply(town, '2026-04-01', opening);
  const named =
    'query($code: RegisterCode!) { town(code: $code) { units(filter: { name: "新块" }) { nodes { id } } } }';
  const [{ id: unit }] = (await town.admin.ask(named, { code: town.code })).town.units.nodes;
  await round(town, { squad: of, on: '2026-05-01', places: [(await place(town, { unit, from: '2026-05-01' })).id] });
  const dependents = 'query($id: ID!) { dependents(restructuring: $id) { kind count } }';
  expect((await town.admin.ask(dependents, { id: opened })).dependents).toEqual([{ kind: 'INSPECTION', count: 2 }]);
  const undo = { restructuring: opened, reason: '批复未下' };
  expect(await town.admin.refused('undoRestructuring', undo)).toEqual({
    code: 'CONFLICT',
    field: 'input.restructuring',
  });
});
