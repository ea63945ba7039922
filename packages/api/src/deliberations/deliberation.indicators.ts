import type { Indicator } from '../indicators/indicator.ts';
import { downToBlocks } from '../indicators/levels.ts';

const ofDeliberations = { levels: downToBlocks, permission: 'deliberation:count', time: 'FLOW' } as const;
const since = '2026-12-01';
const decided = {
  zh: '这段时间里按规则作出决定的议事',
  en: 'Deliberations that their rules decided in the period',
};
const objections = {
  zh: '这段时间里登记的异议，随表决撤回的不计',
  en: 'Objections recorded in the period, those that went with a withdrawn vote left out',
};

/** What is counted of deliberations. */
export const deliberationIndicators = [
  {
    ...{ code: 'deliberation-decided', name: '议事决定数', englishName: 'Deliberations decided', ...ofDeliberations },
    source: { counts: 'deliberation-decided' },
    versions: [{ since, definition: { zh: `${decided.zh}。`, en: `${decided.en}.` }, numerator: decided }],
  },
  {
    ...{ code: 'deliberation-passed', name: '议事通过率', englishName: 'Deliberations passed', ...ofDeliberations },
    source: { counts: 'deliberation-decided', rate: 'deliberation-passed' },
    versions: [
      {
        since,
        definition: {
          zh: '这段时间里按规则作出决定的议事中，通过的。',
          en: 'Of the deliberations that their rules decided in the period, those that passed.',
        },
        numerator: { zh: '其中通过的', en: 'Those of them that passed' },
        denominator: decided,
      },
    ],
  },
  {
    ...{ code: 'deliberation-objection-answered', name: '异议答复率', englishName: 'Objections answered' },
    ...ofDeliberations,
    source: { counts: 'deliberation-objection', rate: 'deliberation-objection-answered' },
    versions: [
      {
        since,
        definition: {
          zh: '这段时间里登记的异议中，已答复的；随表决撤回的不计。',
          en: 'Of the objections recorded in the period, those with an answer; those that went with a withdrawn vote left out.',
        },
        numerator: { zh: '其中已答复的', en: 'Those of them with an answer' },
        denominator: objections,
      },
    ],
  },
] as const satisfies readonly Indicator[];
