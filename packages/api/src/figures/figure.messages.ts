/** What refusals about figures say. */
export const figureMessages = {
  en: {
    noIndicator: 'There is no such indicator.',
  },
  zh: {
    noIndicator: '没有此指标。',
  },
};
