import type { Desk } from '../db/door.ts';
import type { CountedFacts, StockIndicator, StockQuestion, Total } from '../indicators/indicator.ts';
import { above } from '../indicators/levels.ts';
import { type OrganizationClass, organizationClasses } from '../organizations/organization.entity.ts';
import { countedOrganizations, totalAmong } from './count-coverage.ts';
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
const asked = new Map<string, Asked>();

/** How many organisations there are and how far they are covered, of each class and of all. */
export const coverageIndicators: readonly StockIndicator[] = [null, ...organizationClasses].flatMap((of) => [
  numberOf(of),
  ...coverageRates.map((rate) => rateOf(rate, of)),
]);

/** What an indicator of coverage asks, by its code; undefined for any other. */
export function coverageAsked(code: string): Asked | undefined {
  return asked.get(code);
}

function numberOf(of: OrganizationClass | null): StockIndicator {
  const [name, englishName] = of === null ? ['两新组织', 'organisations of the new sectors'] : classes[of];
  const numerator = { zh: `当日在册的${name}`, en: `The ${englishName} that are there on the day` };
  return indicatorOf({ rate: null, class: of }, 'organization', `${name}数`, `Number of ${englishName}`, {
    ...{ since, definition: { zh: `${numerator.zh}。`, en: `${numerator.en}.` }, numerator },
  });
}

function rateOf(rate: CoverageRate, of: OrganizationClass | null): StockIndicator {
  const { code, name, englishName, zh, en } = rates[rate];
  const [who, whoInEnglish] = of === null ? ['两新组织', 'organisations of the new sectors'] : classes[of];
  const [shown, shownInEnglish] =
    of === null ? [name, englishName] : [`${who}${name}`, `${englishName}, ${whoInEnglish}`];
  return {
    ...indicatorOf({ rate, class: of }, code, shown, shownInEnglish, {
      since,
      definition: { zh: `当日在册的${who}中，${zh}。`, en: `Of the ${whoInEnglish} that are there on the day, ${en}.` },
      numerator: { zh: `其中${zh}`, en: `Of them, ${en}` },
      denominator: { zh: `当日在册的${who}`, en: `The ${whoInEnglish} that are there on the day` },
    }),
    isRate: true,
  };
}

function indicatorOf(
  question: Asked,
  stem: string,
  name: string,
  englishName: string,
  version: StockIndicator['versions'][0],
): StockIndicator {
  const of = question.class;
  const code = of === null ? stem : `${stem}-${of.toLowerCase().replaceAll('_', '-')}`;
  asked.set(code, question);
  return {
    ...{ code, name, englishName, levels, permission: 'coverage:count', time: 'STOCK', hasBases: true },
    count: (desk, day) => countOrganizations(desk, day, question),
    ofTown: (desk, day) => totalOf(desk, day, question),
    versions: [version],
  };
}

/** The organisations among which an indicator counts, with the units for which each does. */
export async function organizationsAmong(
  desk: Desk,
  { townId, on, asOf }: StockQuestion,
  { class: of }: Asked,
): Promise<CountedOrganization[]> {
  const all = await desk.load(countedOrganizations, { townId, on, asOf });
  return of === null ? all : all.filter(({ organization }) => organization.class === of);
}

/** Organisations that are there on a day, for the units of another, in groups of a unit; of a rate, those that it counts of all. */
async function countOrganizations(desk: Desk, question: StockQuestion, asked: Asked): Promise<CountedFacts[]> {
  const { rate } = asked;
  const some = await organizationsAmong(desk, question, asked);
  return [...Map.groupBy(some, ({ path }) => path.join(' ')).values()].map((group) => ({
    path: group[0]?.path ?? [],
    ...totalAmong(group, rate),
  }));
}

/** The same of a whole town, from its summary. */
async function totalOf(desk: Desk, day: { townId: number; on: string }, { rate, class: of }: Asked): Promise<Total> {
  const totals = (await desk.load(coverageTotals, day)).filter((each) => of === null || each.class === of);
  const sum = (column: 'organizations' | 'established' | 'covered' | 'worked') =>
    totals.reduce((all, each) => all + each[column], 0);
  return { count: sum(rate === null ? 'organizations' : columns[rate]), total: sum('organizations') };
}
