import type { Desk } from '../db/door.ts';
import { household } from '../households/household.indicators.ts';
import type { CountedFacts, CoverageQuestion, Indicator } from '../indicators/indicator.ts';
import { downToBlocks } from '../indicators/levels.ts';
import { pathOf } from '../units/path-of.ts';
import { timelineOf } from '../units/timeline.ts';
import { householdsContacted } from './contacted.ts';

const ofVisits = { levels: downToBlocks, permission: 'household:count' } as const;
const becameEffective = {
  zh: '同一户同一天同一方式的多次走访只计一次，即有效联系；此前每次都计。',
  en: 'Of several visits to one household on one day in the same way one counts, an effective contact 有效联系; before, each did.',
};
const contacts = { zh: '这段时间里的有效联系', en: 'Effective contacts in the period' };
const inOrder = {
  zh: '两天内记录；三个必记都有实际内容，不是照抄上一次走访，也不互相重复；提到的诉求已登记，或者写明了结果',
  en: 'noted within two days of the visit, three must-records that say something, no mere copies of each other or of the last visit, and what was asked for either raised as a request or given an outcome',
};
const onLastDay = { zh: '期末还没到的，按今天', en: 'on its last day, or today while that is ahead' };

/** What is counted of visits. */
export const visitIndicators = [
  {
    code: 'contact',
    name: '联系次数',
    englishName: 'Contacts',
    ...ofVisits,
    time: 'FLOW',
    source: { counts: 'contact' },
    versions: [
      {
        since: '2026-11-29',
        definition: {
          zh: '这段时间里的有效联系：走访住户，包括上门、电话和预约；已撤回的不计，同一户同一天同一方式的多次只计一次。',
          en: 'Effective contacts 有效联系 in the period: visits to households, at home, by telephone or by appointment, those withdrawn left out; of several to one household on one day in the same way, one.',
        },
        numerator: contacts,
        changed: becameEffective,
      },
      {
        since: '2026-11-25',
        definition: {
          zh: '这段时间里的走访，包括上门、电话和预约；已撤回的不计。',
          en: 'Visits to households in the period, at home, by telephone or by appointment, those withdrawn left out.',
        },
        numerator: { zh: '这段时间里的走访', en: 'Visits in the period' },
        changed: {
          zh: '联系改为带三个必记的走访，可以撤回；撤回的不计。',
          en: 'A contact is a visit with its three must-records, which can be withdrawn and then counts no more.',
        },
      },
      {
        since: '2026-11-24',
        definition: { zh: '这段时间里与住户的联系。', en: 'Contacts with households in the period.' },
        numerator: { zh: '这段时间里的联系', en: 'Contacts in the period' },
      },
    ],
  },
  {
    code: 'contact-rate',
    name: '百户联系次数',
    englishName: 'Contacts per 100 households',
    ...ofVisits,
    time: 'COVERAGE',
    source: { counts: 'contact' },
    to: household,
    versions: [
      {
        since: '2026-11-29',
        definition: {
          zh: `这段时间里的有效联系（上门、电话、预约，已撤回的不计）与期末户数之比，按每百户计；${onLastDay.zh}的户数。`,
          en: `Effective contacts 有效联系 in the period, by visit, telephone or appointment, to 100 households ${onLastDay.en}.`,
        },
        numerator: contacts,
        denominator: { zh: '期末在地理块区里的户', en: `Households in a geographic block ${onLastDay.en}` },
        changed: becameEffective,
      },
      {
        since: '2026-11-28',
        definition: {
          zh: `这段时间里的走访（上门、电话、预约，已撤回的不计）与期末户数之比，按每百户计；${onLastDay.zh}的户数。`,
          en: `Visits in the period, at home, by telephone or by appointment, those withdrawn left out, to 100 households ${onLastDay.en}.`,
        },
        numerator: { zh: '这段时间里的走访', en: 'Visits in the period' },
        denominator: { zh: '期末在地理块区里的户', en: `Households in a geographic block ${onLastDay.en}` },
      },
    ],
  },
  {
    code: 'household-contacted',
    name: '走访覆盖率',
    englishName: 'Households contacted',
    ...ofVisits,
    time: 'COVERAGE',
    count: countContacted,
    ofHouseholds: true,
    versions: [
      {
        since: '2026-11-28',
        definition: {
          zh: `期末在地理块区里的户中，这段时间里至少有一次有效联系的；${onLastDay.zh}的户。`,
          en: 'Of the households that a geographic block holds on the last day of the period, or today while that is ahead, those with at least one effective contact in the period.',
        },
        numerator: {
          zh: '其中这段时间里至少有一次有效联系的户',
          en: 'Those of them with at least one effective contact in the period',
        },
        denominator: { zh: '期末在地理块区里的户', en: `Households in a geographic block ${onLastDay.en}` },
      },
    ],
  },
  {
    code: 'contact-record',
    name: '台账合格率',
    englishName: 'Records in order',
    ...ofVisits,
    time: 'FLOW',
    source: { counts: 'contact', rate: 'contact-record' },
    versions: [
      {
        since: '2026-11-29',
        definition: {
          zh: `这段时间里的有效联系中，台账合格的：${inOrder.zh}。`,
          en: `Of the effective contacts in the period, those whose record is in order: ${inOrder.en}.`,
        },
        numerator: { zh: '其中台账合格的', en: 'Those of them whose record is in order' },
        denominator: contacts,
        changed: {
          zh: `${becameEffective.zh}设备的记录时间只在平台七天内收到时采信。`,
          en: `${becameEffective.en} The clock of a device is believed where the platform received the visit within seven days.`,
        },
      },
      {
        since: '2026-11-28',
        definition: {
          zh: `这段时间里的走访中，台账合格的：${inOrder.zh}。`,
          en: `Of the visits in the period, those whose record is in order: ${inOrder.en}.`,
        },
        numerator: { zh: '其中台账合格的', en: 'Those of them whose record is in order' },
        denominator: { zh: '这段时间里的走访', en: 'Visits in the period' },
      },
    ],
  },
] as const satisfies readonly Indicator[];

/** Households of the day, those contacted in the period of all. */
async function countContacted(desk: Desk, question: CoverageQuestion): Promise<CountedFacts[]> {
  const { townId, asOf } = question;
  const timeline = await desk.load(timelineOf, townId);
  const blocks = await desk.load(householdsContacted, question);
  return blocks.map(({ block, count, total }) => ({ path: pathOf(timeline, block, asOf), count, total }));
}
