/** What refusals about notices on the boards of blocks say. */
export const noticeMessages = {
  en: {
    boardFull: 'The team shows {most} notices already in this period. Take one down first.',
    noticeOver: 'It has not been shown since {date}.',
  },
  zh: {
    boardFull: '该组团在此时期已有 {most} 条公告，请先撤下一条。',
    noticeOver: '自 {date} 起已不再公示。',
  },
};
