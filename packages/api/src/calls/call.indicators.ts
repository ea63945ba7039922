import type { Indicator } from '../indicators/indicator.ts';
import { downToBlocks } from '../indicators/levels.ts';

const ofCalls = { levels: downToBlocks, permission: 'call:count', time: 'FLOW' } as const;
const since = '2026-11-28';
const called = {
  zh: '这段时间里打进热线的电话，未接的也计，已撤回的不计',
  en: 'Calls to hotlines in the period, missed ones too, those withdrawn left out',
};

/** What is counted of calls to hotlines. All rates of what became of them count among the same. */
export const callIndicators = [
  {
    code: 'call',
    name: '来电件数',
    englishName: 'Calls',
    ...ofCalls,
    source: { counts: 'call' },
    versions: [{ since, definition: { zh: `${called.zh}。`, en: `${called.en}.` }, numerator: called }],
  },
  {
    code: 'call-completion',
    name: '来电办结率',
    englishName: 'Calls done',
    ...ofCalls,
    source: { counts: 'call', rate: 'call-completion' },
    versions: [
      {
        since,
        definition: {
          zh: '这段时间里的来电中，已答复且没有重新打开的，或者转成的诉求都已办结的。',
          en: 'Of the calls in the period, those that were answered and not opened again since, or out of which requests were raised that are all handled.',
        },
        numerator: {
          zh: '其中已答复且没有重新打开的，或转成的诉求都已办结的',
          en: 'Those of them answered and not opened again, or whose requests are all handled',
        },
        denominator: called,
      },
    ],
  },
  {
    code: 'call-follow-up',
    name: '来电回访率',
    englishName: 'Calls followed up',
    ...ofCalls,
    source: { counts: 'call', rate: 'call-follow-up' },
    versions: [
      {
        since,
        definition: {
          zh: '这段时间里的来电中，答复后回访过的，或者转成的诉求每件都回访过的。',
          en: 'Of the calls in the period, those that were followed up after they were answered, or of whose requests each was followed up.',
        },
        numerator: {
          zh: '其中答复后回访过的，或转成的诉求每件都回访过的',
          en: 'Those of them followed up, or of whose requests each was followed up',
        },
        denominator: called,
      },
    ],
  },
  {
    code: 'call-satisfaction',
    name: '来电满意率',
    englishName: 'Calls with satisfaction',
    ...ofCalls,
    source: { counts: 'call', rate: 'call-satisfaction' },
    versions: [
      {
        since,
        definition: {
          zh: '这段时间里的来电中，最近一次回访满意或基本满意的；转成诉求的，每件都满意或基本满意的。',
          en: 'Of the calls in the period, those with which somebody was satisfied or fairly satisfied when they, or each of their requests, were last followed up.',
        },
        numerator: {
          zh: '其中最近一次回访满意或基本满意的',
          en: 'Those of them with somebody satisfied or fairly satisfied at the latest follow-up',
        },
        denominator: called,
      },
    ],
  },
] as const satisfies readonly Indicator[];
