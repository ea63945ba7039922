/** What refusals about notices on the boards of blocks say. */
export const noticeMessages = {
  en: {
    boardFull: 'The team shows {most} notices already in this period. Take one down first.',
    noticeLate: 'A notice begins at most {days} days back: on {date} at the earliest.',
    noticeOver: 'It has not been shown since {date}.',
  },
  zh: {
    boardFull: '该组团在此时期已有 {most} 条公告，请先撤下一条。',
    noticeLate: '公示起始日最多可早于今天 {days} 天，即不早于 {date}。',
    noticeOver: '自 {date} 起已不再公示。',
  },
};
