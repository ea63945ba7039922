import type { Indicator } from '../indicators/indicator.ts';
import { downToBlocks } from '../indicators/levels.ts';

const found = {
  zh: '这段时间里为居民找到的工作，已撤回的记录不计',
  en: 'Jobs found for residents in the period, records that were withdrawn left out',
};

/** What is counted of jobs found for residents. */
export const jobPlacementIndicators = [
  {
    code: 'job-placement',
    name: '就业安置人次',
    englishName: 'Jobs found for residents',
    levels: downToBlocks,
    permission: 'relief:count',
    time: 'FLOW',
    source: { counts: 'job-placement' },
    versions: [{ since: '2026-11-30', definition: { zh: `${found.zh}。`, en: `${found.en}.` }, numerator: found }],
  },
] as const satisfies readonly Indicator[];
