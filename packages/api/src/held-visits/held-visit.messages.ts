/** What refusals about visits that are held say. */
export const heldVisitMessages = {
  en: {
    heldSettled: 'This visit has been dealt with already.',
    noVisits: 'Between 1 and {most} visits at once.',
  },
  zh: {
    heldSettled: '该走访已处理。',
    noVisits: '每次 1 到 {most} 条走访。',
  },
};
