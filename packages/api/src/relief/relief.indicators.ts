import type { Indicator } from '../indicators/indicator.ts';
import { downToBlocks } from '../indicators/levels.ts';

const granted = {
  zh: '这段时间里批准的帮困款，已撤销的不计；一件申请从几项资金批准的，每项资金计一笔',
  en: 'Grants of relief approved in the period, those taken back left out; of an application that is granted of several funds one for each',
};

/** What is counted of relief. How much it is, sums of relief tell. */
export const reliefIndicators = [
  {
    code: 'relief-grant',
    name: '帮困笔数',
    englishName: 'Grants of relief',
    levels: downToBlocks,
    permission: 'relief:count',
    time: 'FLOW',
    source: { counts: 'relief-grant' },
    versions: [
      { since: '2026-11-29', definition: { zh: `${granted.zh}。`, en: `${granted.en}.` }, numerator: granted },
    ],
  },
] as const satisfies readonly Indicator[];
