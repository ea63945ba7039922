/** What refusals about figures say. */
export const figureMessages = {
  en: {
    onlyCalendarSteps:
      'Where small numbers are suppressed this is told of a month of the calendar, or of a quarter or year that is over.',
    noIndicator: 'There is no such indicator.',
    notKeptByTown: 'This is counted from the records of a town, which you may not read.',
    tooManySteps: 'At most {most} steps. Ask for a shorter time, or for longer steps.',
    onlyWholeMonths: 'Only whole months: you may read summaries of towns, and no records.',
  },
  zh: {
    onlyCalendarSteps: '小数抑制时，只提供自然月，或已结束的自然季度、自然年的数据。',
    noIndicator: '没有此指标。',
    notKeptByTown: '此指标要从街镇的记录里计数，您不能读取。',
    tooManySteps: '最多 {most} 期，请缩短时间范围，或按更长的期间统计。',
    onlyWholeMonths: '只能按整月：您能看街镇的汇总，不能看记录。',
  },
};
