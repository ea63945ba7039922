import type { Permission } from '../access/permissions.ts';
import type { Desk } from '../db/door.ts';
import { unitKinds } from '../towns/unit-kind.ts';
import { type CountedFacts, countFacts } from './count-facts.ts';
import {
  type CoverageQuestion,
  countContacted,
  countContactsToHouseholds,
  countHouseholds,
  countTeams,
  countUnits,
} from './count-standing.ts';
import type { FactQuestion, FactSource } from './fact-question.ts';

interface Named {
  code: string;
  name: string;
  englishName: string;
  definition: string;
  permission: Permission;
}

/** Something that a town has on a day: it has a date, and no basis. */
interface StockIndicator extends Named {
  time: 'STOCK';
  count(desk: Desk, townId: number, asOf: string): Promise<CountedFacts[]>;
  /** Whether it counts households, so that it opens into them. */
  households?: true;
}

/** Something that happens in a period: it is counted on a basis. */
interface FlowIndicator extends Named {
  time: 'FLOW';
  source: FactSource;
}

/**
 * How far what happens in a period covers what there is on a day, the last one of the period: it has a period, and no
 * basis, for it counts for the units of that day.
 */
interface CoverageIndicator extends Named {
  time: 'COVERAGE';
  count(desk: Desk, question: CoverageQuestion): Promise<CountedFacts[]>;
  /** The facts that it counts, if they are such. */
  source?: FactSource;
  /** Whether it counts households, so that it opens into them. */
  households?: true;
  /** Whether it says how many come to a hundred, not how many of a hundred. */
  perHundred?: true;
}

export type Indicator = StockIndicator | FlowIndicator | CoverageIndicator;

const kindNames = {
  SERVICE_AREA: ['服务区', 'Service areas'],
  COMMUNITY: ['社区', 'Communities'],
  VILLAGE: ['村', 'Villages'],
  COMMITTEE: ['居委会', 'Residential committees'],
  SPECIAL_AREA: ['特殊区域', 'Special areas'],
  PARK: ['园区', 'Parks'],
  BLOCK: ['块区', 'Blocks'],
  BUILDING: ['楼组', 'Building groups'],
} as const;

/** Every indicator, by its code. Later features add theirs here. */
export const indicators: readonly Indicator[] = [
  ...unitKinds
    .filter((kind) => kind !== 'TOWN')
    .map(
      (kind): StockIndicator => ({
        code: kind.toLowerCase().replaceAll('_', '-'),
        name: `${kindNames[kind][0]}数`,
        englishName: kindNames[kind][1],
        definition: `Units of the kind ${kind} that stand on the day, those in preparation 筹 included, blocks of overlays left out.`,
        permission: 'unit:read',
        time: 'STOCK',
        count: (desk, townId, asOf) => countUnits(desk, townId, asOf, kind),
      }),
    ),
  {
    code: 'team',
    name: '组团数',
    englishName: 'Teams',
    definition: 'Service teams that stand on the day, those of overlays left out.',
    permission: 'unit:read',
    time: 'STOCK',
    count: countTeams,
  },
  {
    code: 'household',
    name: '户数',
    englishName: 'Households',
    definition: 'Households that a geographic block holds on the day, each once, whatever overlays it is in.',
    permission: 'household:count',
    time: 'STOCK',
    count: countHouseholds,
    households: true,
  },
  {
    code: 'contact',
    name: '联系次数',
    englishName: 'Contacts',
    definition:
      'Effective contacts 有效联系 in the period: visits to households, at home, by telephone or by appointment, those withdrawn left out; of several to one household on one day in the same way, one.',
    permission: 'household:count',
    time: 'FLOW',
    source: { counts: 'contact' },
  },
  {
    code: 'contact-rate',
    name: '百户联系次数',
    englishName: 'Contacts per 100 households',
    definition:
      'Effective contacts 有效联系 in the period, by visit, telephone or appointment, to 100 households on its last day, or today while that is ahead.',
    permission: 'household:count',
    time: 'COVERAGE',
    count: countContactsToHouseholds,
    source: { counts: 'contact' },
    perHundred: true,
  },
  {
    code: 'household-contacted',
    name: '走访覆盖率',
    englishName: 'Households contacted',
    definition:
      'Of the households that a geographic block holds on the last day of the period, or today while that is ahead, those with at least one effective contact in the period.',
    permission: 'household:count',
    time: 'COVERAGE',
    count: countContacted,
    households: true,
  },
  {
    code: 'contact-record',
    name: '台账合格率',
    englishName: 'Records in order',
    definition:
      'Of the effective contacts in the period, those whose record is in order: noted within two days of the visit, three must-records that say something, no mere copies of each other or of the last visit, and what was asked for either raised as a request or given an outcome.',
    permission: 'household:count',
    time: 'FLOW',
    source: { counts: 'contact', rate: 'contact-record' },
  },
  {
    code: 'request',
    name: '诉求件数',
    englishName: 'Requests',
    definition: 'Requests raised in the period, those withdrawn left out.',
    permission: 'request:count',
    time: 'FLOW',
    source: { counts: 'request' },
  },
  {
    code: 'request-promptness',
    name: '诉求及时上报率',
    englishName: 'Requests reported promptly',
    definition:
      'Of the requests raised in the period, those recorded by the end of the first working day after the residents told them; those that residents put in online themselves are left out.',
    permission: 'request:count',
    time: 'FLOW',
    source: { counts: 'request-reported', rate: 'request-promptness' },
  },
  {
    code: 'request-completion',
    name: '诉求办结率',
    englishName: 'Requests handled',
    definition: 'Of the requests raised in the period, those that are handled and were not opened again since.',
    permission: 'request:count',
    time: 'FLOW',
    source: { counts: 'request', rate: 'request-completion' },
  },
  {
    code: 'request-follow-up',
    name: '诉求回访率',
    englishName: 'Requests followed up',
    definition: 'Of the requests raised in the period, those that were followed up after they were handled.',
    permission: 'request:count',
    time: 'FLOW',
    source: { counts: 'request', rate: 'request-follow-up' },
  },
  {
    code: 'request-satisfaction',
    name: '诉求满意率',
    englishName: 'Requests with satisfaction',
    definition:
      'Of the requests raised in the period, those of which somebody was satisfied or fairly satisfied when they were last followed up.',
    permission: 'request:count',
    time: 'FLOW',
    source: { counts: 'request', rate: 'request-satisfaction' },
  },
  {
    code: 'request-grassroots',
    name: '诉求基层解决率',
    englishName: 'Requests handled at the grassroots',
    definition:
      'Of the requests raised in the period, those that are handled, and that at the level of the block or the committee.',
    permission: 'request:count',
    time: 'FLOW',
    source: { counts: 'request', rate: 'request-grassroots' },
  },
  {
    code: 'call',
    name: '来电件数',
    englishName: 'Calls',
    definition: 'Calls to hotlines in the period, missed ones too, those withdrawn left out.',
    permission: 'call:count',
    time: 'FLOW',
    source: { counts: 'call' },
  },
  {
    code: 'call-completion',
    name: '来电办结率',
    englishName: 'Calls done',
    definition:
      'Of the calls in the period, those that were answered and not opened again since, or out of which requests were raised that are all handled.',
    permission: 'call:count',
    time: 'FLOW',
    source: { counts: 'call', rate: 'call-completion' },
  },
  {
    code: 'call-follow-up',
    name: '来电回访率',
    englishName: 'Calls followed up',
    definition:
      'Of the calls in the period, those that were followed up after they were answered, or of whose requests each was followed up.',
    permission: 'call:count',
    time: 'FLOW',
    source: { counts: 'call', rate: 'call-follow-up' },
  },
  {
    code: 'call-satisfaction',
    name: '来电满意率',
    englishName: 'Calls with satisfaction',
    definition:
      'Of the calls in the period, those with which somebody was satisfied or fairly satisfied when they, or each of their requests, were last followed up.',
    permission: 'call:count',
    time: 'FLOW',
    source: { counts: 'call', rate: 'call-satisfaction' },
  },
  {
    code: 'patrol-round',
    name: '巡逻次数',
    englishName: 'Patrols',
    definition: 'Patrols along routes or of places in the period, those withdrawn left out.',
    permission: 'patrol:count',
    time: 'FLOW',
    source: { counts: 'patrol-round' },
  },
  {
    code: 'patrol-suggestion',
    name: '巡逻建议数',
    englishName: 'Suggestions of patrols',
    definition: 'Suggestions that patrols in the period made, those of patrols withdrawn left out.',
    permission: 'patrol:count',
    time: 'FLOW',
    source: { counts: 'patrol-suggestion' },
  },
  {
    code: 'patrol-suggestion-acted-on',
    name: '巡逻建议落实率',
    englishName: 'Suggestions of patrols acted on',
    definition:
      'Of the suggestions that patrols in the period made, those that were acted on, or raised as a request that is handled.',
    permission: 'patrol:count',
    time: 'FLOW',
    source: { counts: 'patrol-suggestion', rate: 'patrol-suggestion-acted-on' },
  },
];

/** The day of whose units what covers them in a period is asked: the last one of it, or today while that is ahead. */
export function lastDay(period: FactQuestion['period'], today: string): string {
  return period.last < today ? period.last : today;
}

/** What an indicator counts on a day or in a period. */
export function countOf(
  desk: Desk,
  indicator: Indicator,
  question: Omit<FactQuestion, 'source'>,
): Promise<CountedFacts[]> {
  if (indicator.time === 'STOCK') return indicator.count(desk, question.townId, question.asOf);
  if (indicator.time === 'COVERAGE') return indicator.count(desk, question);
  return countFacts(desk, { ...question, source: indicator.source });
}
