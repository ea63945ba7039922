import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { categoriesOf, categorize } from '../categories/category.fixture.ts';
import { register, settledTown } from '../households/household.fixture.ts';
import { type VisitWay, visitWays } from '../visits/visit.entity.ts';
import { visitInput } from '../visits/visit.fixture.ts';
import { setRule } from './contact-rule.fixture.ts';
import { dueOf, type Held, type Rule } from './due-of.ts';

const platform = testPlatform();
const begins = '2023-01-01';

const day = fc.integer({ min: 0, max: 700 }).map((days) => dayAfter(days));
const period = { from: begins, to: null };

function dayAfter(days: number): string {
  return new Date(Date.parse(begins) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Every household in one of two blocks, with visits, and sometimes in one of two categories. */
const homes = fc.array(
  fc.record({
    visits: fc.array(fc.record({ way: fc.constantFrom(...visitWays), on: day }), { maxLength: 3 }),
    held: fc.option(fc.record({ category: fc.constantFrom('独居老人', '残疾人家庭'), from: day }), { freq: 2 }),
  }),
  { minLength: 12, maxLength: 12 },
);
const question = fc.record({
  everyMonths: fc.option(fc.integer({ min: 1, max: 24 })),
  firstWithinDays: fc.option(fc.integer({ min: 0, max: 60 })),
  ways: fc.subarray([...visitWays], { minLength: 1 }),
  asOf: day,
  ahead: fc.integer({ min: 0, max: 200 }),
});

it('lists, of one block as of the whole town, whom the rules ask for and nobody else', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const ids = await categoriesOf(town);
  const [made = []] = fc.sample(homes, 1);
  const codes = made.map((_, index) => `户${String(index).padStart(2, '0')}`);
  const placed = [blocks[0], blocks[1]].map((block, index) => ({
    block,
    codes: codes.slice(index * 6, index * 6 + 6),
  }));
  const households: string[] = [];
  for (const each of placed) households.push(...(await register(town, each.block ?? '', each.codes)));
  for (const [index, { visits, held }] of made.entries()) {
    for (const { way, on } of visits) {
      await town.admin.do('recordVisit', await visitInput(town, households[index], on, { way }), 'visit { id }');
    }
    if (held) await categorize(town.admin, households[index], ids[held.category], held.from);
  }
  const standard = (category: string, firstWithinDays: number | null, ways: readonly VisitWay[]): Rule => ({
    ...{ ...period, uuid: category, category, everyMonths: 3, firstWithinDays, ways },
  });
  const ofCategories = [standard('独居老人', 3, ['AT_HOME']), standard('残疾人家庭', null, visitWays)];

  const query = `query($code: RegisterCode!, $unit: ID, $asOf: Date, $dueBy: Date) @purpose(of: CHECK) { town(code: $code) {
    dueHouseholds(unit: $unit, asOf: $asOf, dueBy: $dueBy) { nodes { household { code } dueOn reasons { name dueOn } } } } }`;
  await fc.assert(
    fc.asyncProperty(question, async ({ everyMonths, firstWithinDays, ways, asOf, ahead }) => {
      fc.pre(everyMonths !== null || firstWithinDays !== null);
      await setRule(town, { everyMonths, firstWithinDays, ways, from: begins });
      const dueBy = new Date(Date.parse(asOf) + ahead * 86_400_000).toISOString().slice(0, 10);
      const every: Rule = { ...period, uuid: '', category: null, everyMonths, firstWithinDays, ways };
      const expected = made.flatMap(({ visits, held }, index) => {
        const last = Object.fromEntries(
          visitWays.map((way) => {
            const met = visits.filter((visit) => visit.way === way && visit.on <= asOf).map(({ on }) => on);
            return [way, met.sort().at(-1) ?? null];
          }),
        );
        const categories: Held[] = held ? [{ ...held, to: null }] : [];
        const reasons = dueOf([every, ...ofCategories], categories, last, period, asOf);
        const due = reasons.filter(({ dueOn }) => dueOn <= dueBy);
        const told = due.map(({ rule, dueOn }) => `${rule.category ?? '各户'} ${dueOn}`).sort();
        return due.length > 0 ? [[codes[index], ...told].join(' ')] : [];
      });
      const seen = async (unit?: string) => {
        const asked = { code: town.code, unit, asOf, dueBy };
        const { dueHouseholds } = (await town.admin.ask(query, asked)).town;
        return dueHouseholds.nodes.map(({ household, reasons }: Data) =>
          [household.code, ...reasons.map((each: Data) => `${each.name ?? '各户'} ${each.dueOn}`).sort()].join(' '),
        );
      };
      expect((await seen()).sort()).toEqual(expected);
      expect((await seen(blocks[0])).sort()).toEqual(expected.filter((line) => line < '户06'));
    }),
    { numRuns: 25 },
  );
});
