/** What refusals about figures say. */
export const figureMessages = {
  en: {
    noIndicator: 'There is no such indicator.',
    notKeptByTown: 'This is counted from the records of a town, which you may not read.',
    onlyWholeMonths: 'Only whole months: you may read summaries of towns, and no records.',
  },
  zh: {
    noIndicator: '没有此指标。',
    notKeptByTown: '此指标要从街镇的记录里计数，您不能读取。',
    onlyWholeMonths: '只能按整月：您能看街镇的汇总，不能看记录。',
  },
};
