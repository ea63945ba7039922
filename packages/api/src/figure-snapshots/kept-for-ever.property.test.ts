import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { kindOf, registerOrganization } from '../organizations/organization.fixture.ts';
import { raise, subject } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { close } from './figure-snapshot.fixture.ts';

const platform = testPlatform();

/** Days before, within and after the second quarter of 2024. */
const day = fc
  .tuple(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, of]) => `2024-0${month}-${String(of).padStart(2, '0')}`);
const write = fc.record({
  verb: fc.constantFrom(
    ...['visit', 'visit', 'reviseVisit', 'withdrawVisit', 'request', 'move', 'move', 'end', 'register', 'rename'],
    ...['merge', 'open', 'organization', 'moveOrganization', 'closeOrganization', 'renameKind', 'report', 'reopen'],
  ),
  which: fc.nat(1000),
  day,
});
type Write = typeof write extends fc.Arbitrary<infer One> ? One : never;

/** What a town has, and has had added. */
interface Made {
  town: TestTown;
  blocks: string[];
  households: string[];
  visits: string[];
  organizations: string[];
  kind: string;
  about: string;
}

const pick = (from: readonly string[], which: number) => from[which % from.length] ?? '';

/** Does one write; what the platform refuses changes nothing. Returns whether it was done. */
async function doWrite({ town, blocks, households, visits, organizations, kind, about }: Made, one: Write) {
  const { verb, which, day } = one;
  const { admin } = town;
  const [household, block, visit] = [pick(households, which), pick(blocks, which), pick(visits, which)];
  const organization = pick(organizations, which);
  const verbs: Record<string, () => Promise<unknown>> = {
    visit: async () => visits.push(await recordVisit(town, household, day)),
    reviseVisit: () =>
      admin.do('reviseVisit', { visit, expectedVersion: 1, visitedOn: day, reason: '日期有误' }, 'visit { id }'),
    withdrawVisit: () => admin.do('withdrawVisit', { visit, reason: '误录' }, 'visit { id }'),
    request: () => raise(town, { household, on: day, subject: about }),
    move: () => admin.do('moveHousehold', { household, block, from: day }, 'household { id }'),
    end: () => admin.do('endHousehold', { household, on: day }, 'household { id }'),
    register: async () => {
      const input = { block, codes: [`新${households.length}-${which}`], from: day };
      households.push((await admin.do('registerHouseholds', input, 'households { id }')).households[0].id);
    },
    rename: () => apply(town, day, [{ rename: { unit: block, name: `改${which}` } }]),
    merge: () => apply(town, day, [{ merge: { units: [block], into: pick(blocks, which + 1) } }]),
    open: async () => blocks.push(await town.openUnit({ from: day })),
    organization: async () =>
      organizations.push((await registerOrganization(town, { unit: block, from: day, kind })).id),
    moveOrganization: () =>
      admin.do('reviseOrganization', { organization, unit: block, from: day }, 'organization { id }'),
    closeOrganization: () =>
      admin.do('closeOrganization', { organization, on: day, because: '注销' }, 'organization { id }'),
    renameKind: () => admin.do('reviseOrganizationKind', { kind, name: `类${which}` }, 'kind { id }'),
    report: () => {
      const said = {
        indicator: 'contact',
        value: '4',
        length: 'QUARTER',
        day,
        document: '总结',
        publishedOn: '2024-12-01',
      };
      return admin.do('reportFigure', { town: town.code, ...said }, 'reportedFigure { id }');
    },
    reopen: async () => {
      const query =
        'query($code: RegisterCode!) { town(code: $code) { figureSnapshots(stands: true) { nodes { id } } } }';
      const [standing] = (await admin.ask(query, { code: town.code })).town.figureSnapshots.nodes;
      if (!standing) return close(town);
      return admin.do('reopenPeriod', { snapshot: standing.id, because: '补录' }, 'snapshot { id }');
    },
  };
  return verbs[verb]?.().then(
    () => true,
    () => false,
  );
}

/** All that a snapshot says, but for what records give today. */
async function whole(town: TestTown, id: string): Promise<unknown[]> {
  const shown = `indicator { code } definition { since } unit unitKind organizationKind name numerator denominator value rounded`;
  const query = `query($id: ID!, $after: String) { figureSnapshot(id: $id) { id length number period { first last } closedAt closedBy
    figures(everywhere: true, first: 100, after: $after) { totalCount nodes { ${shown} } pageInfo { hasNextPage endCursor } } } }`;
  const pages: unknown[] = [];
  let after: string | null = null;
  do {
    const {
      figureSnapshot,
    }: { figureSnapshot: { figures: { pageInfo: { hasNextPage: boolean; endCursor: string } } } } =
      await town.admin.ask(query, { id, after });
    pages.push(figureSnapshot);
    const { pageInfo } = figureSnapshot.figures;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return pages;
}

it('after a period is closed, whatever is written through the API never changes what its snapshot answers', async () => {
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 25, maxLength: 40 }), async (writes) => {
      const { town, blocks, households } = await settledTown(platform, 4);
      const kind = await kindOf(town);
      const organizations = [(await registerOrganization(town, { unit: blocks[0], kind })).id];
      const visits = [await recordVisit(town, households[0], '2024-05-01')];
      const made = { town, blocks: [...blocks], households, visits, organizations, kind, about: await subject(town) };
      const { id } = await close(town);
      const before = await whole(town, id);
      for (const one of writes) {
        if (await doWrite(made, one)) done.set(one.verb, (done.get(one.verb) ?? 0) + 1);
      }
      expect(await whole(town, id)).toEqual(before);
      expect(platform.faults).toEqual([]);
    }),
    { numRuns: 6 },
  );
  // Most kinds of writes were taken, so that there was something for the snapshot to withstand.
  expect(done.size, JSON.stringify([...done])).toBeGreaterThan(8);
}, 240_000);
