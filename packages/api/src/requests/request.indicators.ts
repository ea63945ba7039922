import type { Indicator } from '../indicators/indicator.ts';
import { downToBlocks } from '../indicators/levels.ts';

const ofRequests = { levels: downToBlocks, permission: 'request:count', time: 'FLOW' } as const;
const raised = {
  zh: '这段时间里提出的诉求，已撤回的不计',
  en: 'Requests raised in the period, those withdrawn left out',
};

/** What is counted of requests. All rates of what became of them count among the same. */
export const requestIndicators = [
  {
    code: 'request',
    name: '诉求件数',
    englishName: 'Requests',
    ...ofRequests,
    source: { counts: 'request' },
    versions: [
      {
        since: '2026-11-25',
        definition: { zh: `${raised.zh}。`, en: `${raised.en}.` },
        numerator: raised,
      },
    ],
  },
  {
    code: 'request-promptness',
    name: '诉求及时上报率',
    englishName: 'Requests reported promptly',
    ...ofRequests,
    source: { counts: 'request-reported', rate: 'request-promptness' },
    versions: [
      {
        since: '2026-11-28',
        definition: {
          zh: '这段时间里提出的诉求中，最迟在居民反映后第一个工作日内登记的；居民自己在网上提交的不计。',
          en: 'Of the requests raised in the period, those recorded by the end of the first working day after the residents told them; those that residents put in online themselves are left out.',
        },
        numerator: {
          zh: '其中最迟在居民反映后第一个工作日内登记的',
          en: 'Those of them recorded by the end of the first working day after they were told',
        },
        denominator: {
          zh: '这段时间里提出的诉求，已撤回的和居民网上提交的不计',
          en: 'Requests raised in the period, those withdrawn and those put in online left out',
        },
      },
    ],
  },
  {
    code: 'request-completion',
    name: '诉求办结率',
    englishName: 'Requests handled',
    ...ofRequests,
    source: { counts: 'request', rate: 'request-completion' },
    versions: [
      {
        since: '2026-11-25',
        definition: {
          zh: '这段时间里提出的诉求中，已办结且没有重新打开的。',
          en: 'Of the requests raised in the period, those that are handled and were not opened again since.',
        },
        numerator: {
          zh: '其中已办结且没有重新打开的',
          en: 'Those of them that are handled and were not opened again since',
        },
        denominator: raised,
      },
    ],
  },
  {
    code: 'request-follow-up',
    name: '诉求回访率',
    englishName: 'Requests followed up',
    ...ofRequests,
    source: { counts: 'request', rate: 'request-follow-up' },
    versions: [
      {
        since: '2026-11-25',
        definition: {
          zh: '这段时间里提出的诉求中，办结后回访过的。',
          en: 'Of the requests raised in the period, those that were followed up after they were handled.',
        },
        numerator: { zh: '其中办结后回访过的', en: 'Those of them that were followed up after they were handled' },
        denominator: raised,
      },
    ],
  },
  {
    code: 'request-satisfaction',
    name: '诉求满意率',
    englishName: 'Requests with satisfaction',
    ...ofRequests,
    source: { counts: 'request', rate: 'request-satisfaction' },
    versions: [
      {
        since: '2026-11-25',
        definition: {
          zh: '这段时间里提出的诉求中，最近一次回访满意或基本满意的。',
          en: 'Of the requests raised in the period, those of which somebody was satisfied or fairly satisfied when they were last followed up.',
        },
        numerator: {
          zh: '其中最近一次回访满意或基本满意的',
          en: 'Those of them with somebody satisfied or fairly satisfied at the latest follow-up',
        },
        denominator: raised,
      },
    ],
  },
  {
    code: 'request-grassroots',
    name: '诉求基层解决率',
    englishName: 'Requests handled at the grassroots',
    ...ofRequests,
    source: { counts: 'request', rate: 'request-grassroots' },
    versions: [
      {
        since: '2026-11-25',
        definition: {
          zh: '这段时间里提出的诉求中，在块区或村居一级办结的。',
          en: 'Of the requests raised in the period, those that are handled, and that at the level of the block or the committee.',
        },
        numerator: {
          zh: '其中在块区或村居一级办结的',
          en: 'Those of them handled at the level of the block or the committee',
        },
        denominator: raised,
      },
    ],
  },
] as const satisfies readonly Indicator[];
