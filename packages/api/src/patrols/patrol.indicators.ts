import type { Indicator } from '../indicators/indicator.ts';
import { downToBlocks } from '../indicators/levels.ts';

const ofPatrols = { levels: downToBlocks, permission: 'patrol:count', time: 'FLOW' } as const;
const since = '2026-11-28';
const suggested = {
  zh: '这段时间里的巡逻提出的建议，已撤回的巡逻不计',
  en: 'Suggestions that patrols in the period made, those of patrols withdrawn left out',
};

/** What is counted of patrols and of what they suggest. */
export const patrolIndicators = [
  {
    code: 'patrol-round',
    name: '巡逻次数',
    englishName: 'Patrols',
    ...ofPatrols,
    source: { counts: 'patrol-round' },
    versions: [
      {
        since,
        definition: {
          zh: '这段时间里沿路线或在地点的巡逻，已撤回的不计。',
          en: 'Patrols along routes or of places in the period, those withdrawn left out.',
        },
        numerator: { zh: '这段时间里的巡逻，已撤回的不计', en: 'Patrols in the period, those withdrawn left out' },
      },
    ],
  },
  {
    code: 'patrol-suggestion',
    name: '巡逻建议数',
    englishName: 'Suggestions of patrols',
    ...ofPatrols,
    source: { counts: 'patrol-suggestion' },
    versions: [{ since, definition: { zh: `${suggested.zh}。`, en: `${suggested.en}.` }, numerator: suggested }],
  },
  {
    code: 'patrol-suggestion-acted-on',
    name: '巡逻建议落实率',
    englishName: 'Suggestions of patrols acted on',
    ...ofPatrols,
    source: { counts: 'patrol-suggestion', rate: 'patrol-suggestion-acted-on' },
    versions: [
      {
        since,
        definition: {
          zh: '这段时间里的巡逻提出的建议中，已落实的，或者转成诉求且已办结的。',
          en: 'Of the suggestions that patrols in the period made, those that were acted on, or raised as a request that is handled.',
        },
        numerator: {
          zh: '其中已落实的，或转成诉求且已办结的',
          en: 'Those of them acted on, or raised as a request that is handled',
        },
        denominator: suggested,
      },
    ],
  },
] as const satisfies readonly Indicator[];
