import type { Desk } from '../db/door.ts';
import type { CountedFacts, StockIndicator, StockQuestion, Total } from '../indicators/indicator.ts';
import { above } from '../indicators/levels.ts';
import { type OrganizationClass, organizationClasses } from '../organizations/organization.entity.ts';
import { countedOrganizations } from './count-coverage.ts';
import type { CountedOrganization } from './coverage-rates.type.ts';
import { type CoverageRate, columns, coverageRates } from './rates.ts';
import { coverageTotals } from './town-totals.ts';

const classes: Record<OrganizationClass, readonly [string, string]> = {
  ENTERPRISE_ABOVE_SCALE: ['规模以上非公企业', 'enterprises above scale'],
  ENTERPRISE_BELOW_SCALE: ['规模以下非公企业', 'enterprises below scale'],
  COOPERATIVE: ['农民专业合作社', 'cooperatives'],
  ACTIVITY_GROUP: ['群众活动团队', 'activity groups'],
  NEWCOMER_COMMUNITY: ['来沪人员聚居区', 'communities of newcomers'],
  PARK: ['园区', 'parks'],
  SOCIAL_ORGANIZATION: ['社会组织', 'social organisations'],
};

const rates: Record<CoverageRate, { code: string; name: string; englishName: string; zh: string; en: string }> = {
  ESTABLISHMENT: {
    ...{ code: 'establishment', name: '组建率', englishName: 'Establishment' },
    zh: '单独或联合建立了党组织的',
    en: 'those in which a Party organisation was set up, alone or jointly with others',
  },
  ORGANIZATION_COVERAGE: {
    ...{ code: 'organization-coverage', name: '组织覆盖率', englishName: 'Organisation coverage' },
    zh: '被党组织以单独、联合、行业、区域、挂靠任一方式覆盖的',
    en: 'those that a Party organisation includes, alone, jointly, by industry, by area or as an affiliate',
  },
  WORK_COVERAGE: {
    ...{ code: 'work-coverage', name: '工作覆盖率', englishName: 'Work coverage' },
    zh: '本身或所在单位有联络员、指导员、领导联系，或其类别有指导站指导的',
    en: 'those to which a liaison, an instructor or a leader is assigned, themselves or with a unit that they stand under, or whose kind a guidance station guides',
  },
};

/** What an indicator of coverage asks: how many organisations of a class, or of all, or how many of them a rate counts. */
interface Asked {
  rate: CoverageRate | null;
  class: OrganizationClass | null;
}

const since = '2026-11-29';
const levels = above('BLOCK');
/** What is asked of coverage, by the code of the indicator that asks it. */
const questions = new Map(
  [null, ...organizationClasses].flatMap((of) =>
    [null, ...coverageRates].map((rate) => {
      const stem = rate === null ? 'organization' : rates[rate].code;
      return [of === null ? stem : `${stem}-${of.toLowerCase().replaceAll('_', '-')}`, { rate, class: of }] as const;
    }),
  ),
);

/** How many organisations there are and how far they are covered, of each class and of all. */
export const coverageIndicators: readonly StockIndicator[] = [...questions].map(([code, question]) => ({
  ...{ code, levels, permission: 'coverage:count', time: 'STOCK', hasBases: true },
  ...(question.rate === null ? numberOf(question.class) : rateOf(question.rate, question.class)),
  count: (desk, day) => countOrganizations(desk, day, question),
  ofTown: (desk, day) => totalOf(desk, day, question),
}));

/** What an indicator of coverage asks, by its code; undefined for any other. */
export function coverageAsked(code: string): Asked | undefined {
  return questions.get(code);
}

/** The organisations among which an indicator of coverage counts on a day, each with the units of another for which it does. */
export async function organizationsAsked(
  desk: Desk,
  { townId, on, asOf }: StockQuestion,
  { class: of }: Pick<Asked, 'class'>,
): Promise<CountedOrganization[]> {
  const all = await desk.load(countedOrganizations, { townId, on, basis: 'AS_OF', asOf });
  return of === null ? all : all.filter(({ organization }) => organization.class === of);
}

function numberOf(of: OrganizationClass | null): Pick<StockIndicator, 'name' | 'englishName' | 'versions'> {
  const [name, englishName] = of === null ? ['两新组织', 'organisations of the new sectors'] : classes[of];
  const numerator = { zh: `当日在册的${name}`, en: `The ${englishName} that are there on the day` };
  const definition = { zh: `${numerator.zh}。`, en: `${numerator.en}.` };
  return {
    ...{ name: `${name}数`, englishName: `Number of ${englishName}` },
    versions: [{ since, definition, numerator }],
  };
}

function rateOf(
  rate: CoverageRate,
  of: OrganizationClass | null,
): Pick<StockIndicator, 'name' | 'englishName' | 'versions' | 'isRate'> {
  const { name, englishName, zh, en } = rates[rate];
  const [who, whoInEnglish] = of === null ? ['两新组织', 'organisations of the new sectors'] : classes[of];
  return {
    name: of === null ? name : `${who}${name}`,
    englishName: of === null ? englishName : `${englishName}, ${whoInEnglish}`,
    isRate: true,
    versions: [
      {
        since,
        definition: {
          zh: `当日在册的${who}中，${zh}。`,
          en: `Of the ${whoInEnglish} that are there on the day, ${en}.`,
        },
        numerator: { zh: `其中${zh}`, en: `Of them, ${en}` },
        denominator: { zh: `当日在册的${who}`, en: `The ${whoInEnglish} that are there on the day` },
      },
    ],
  };
}

/** How many organisations there are on a day, in groups of a unit; of a rate, those that it counts of all. */
async function countOrganizations(desk: Desk, day: StockQuestion, asked: Asked): Promise<CountedFacts[]> {
  const { rate } = asked;
  const some = await organizationsAsked(desk, day, asked);
  return [...Map.groupBy(some, ({ path }) => path.join(' ')).values()].map((group) => ({
    path: group[0]?.path ?? [],
    count: rate === null ? group.length : group.filter(({ organization }) => organization[columns[rate]]).length,
    total: group.length,
  }));
}

/** The same of a whole town, from its summary. */
async function totalOf(desk: Desk, day: { townId: number; on: string }, { rate, class: of }: Asked): Promise<Total> {
  const totals = (await desk.load(coverageTotals, day)).filter((each) => of === null || each.class === of);
  const sum = (column: 'organizations' | 'established' | 'covered' | 'worked') =>
    totals.reduce((all, each) => all + each[column], 0);
  return { count: sum(rate === null ? 'organizations' : columns[rate]), total: sum('organizations') };
}
