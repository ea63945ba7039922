/** What refusals about hotlines and calls say. */
export const callMessages = {
  en: {
    hotlineOfBlock: 'A hotline belongs to the town or to a unit above the blocks.',
    hotlineNumber: 'A telephone number of 3 to 12 digits.',
    hotlineHours: 'Full hours of a day, from 0 to 24, the first before the last.',
    hotlineEnded: 'This hotline ended on {date}.',
    fullHour: 'Duties begin on a full hour.',
    notItsNumber: 'This is not a number of the hotline.',
    dutyKnown: 'This duty is in the roster already.',
    noDuties: 'No duty begins in this week.',
    hotlinesDepend: '{count} hotlines belong to what it made.',
  },
  zh: {
    hotlineOfBlock: '热线须属于镇或块区以上的单位。',
    hotlineNumber: '请输入 3 至 12 位数字的电话号码。',
    hotlineHours: '请填写 0 至 24 之间的整点，开始须早于结束。',
    hotlineEnded: '该热线已于 {date} 停用。',
    fullHour: '值班须从整点开始。',
    notItsNumber: '这不是该热线的号码。',
    dutyKnown: '该班次已在值班表中。',
    noDuties: '该周没有值班安排。',
    hotlinesDepend: '由它形成的单位开设了 {count} 条热线。',
  },
};
