import type { Indicator } from '../indicators/indicator.ts';
import { downToBlocks } from '../indicators/levels.ts';

const ofInspections = { levels: downToBlocks, permission: 'inspection:count', time: 'FLOW' } as const;
const since = '2026-11-30';
const checks = {
  zh: '这段时间里的检查次数：一个轮次里每检查一处计一次，已撤回的不计',
  en: 'Checks in the period: each place that was checked in a round is one; those withdrawn left out',
};
const personTimes = {
  zh: '这段时间里的督查人次：每次检查按参加人数计，三人检查四处计十二人次，已撤回的不计',
  en: 'Person-times in the period: of each check, how many took part, so that three people at four places are twelve; those withdrawn left out',
};
const findings = {
  zh: '这段时间里的检查发现的问题，已撤回的不计',
  en: 'Findings of checks in the period, those withdrawn left out',
};

/** What is counted of inspections. */
export const inspectionIndicators = [
  {
    ...{ code: 'inspection-check', name: '督查检查次数', englishName: 'Checks of inspections', ...ofInspections },
    source: { counts: 'inspection-check' },
    versions: [{ since, definition: { zh: `${checks.zh}。`, en: `${checks.en}.` }, numerator: checks }],
  },
  {
    ...{ code: 'inspection-person-time', name: '督查人次', englishName: 'Person-times of inspections' },
    ...ofInspections,
    source: { counts: 'inspection-person-time' },
    versions: [{ since, definition: { zh: `${personTimes.zh}。`, en: `${personTimes.en}.` }, numerator: personTimes }],
  },
  {
    ...{ code: 'inspection-finding', name: '督查发现问题数', englishName: 'Findings of inspections', ...ofInspections },
    source: { counts: 'inspection-finding' },
    versions: [{ since, definition: { zh: `${findings.zh}。`, en: `${findings.en}.` }, numerator: findings }],
  },
  {
    ...{ code: 'inspection-finding-mended', name: '督查问题整改率', englishName: 'Findings of inspections mended' },
    ...ofInspections,
    source: { counts: 'inspection-finding', rate: 'inspection-finding-mended' },
    versions: [
      {
        since,
        definition: {
          zh: '这段时间里的检查发现的问题中，已整改的，或者转成诉求且已办结的。',
          en: 'Of the findings of checks in the period, those that were mended, or raised as a request that is handled.',
        },
        numerator: {
          zh: '其中已整改的，或转成诉求且已办结的',
          en: 'Those of them mended, or raised as a request that is handled',
        },
        denominator: findings,
      },
    ],
  },
] as const satisfies readonly Indicator[];
