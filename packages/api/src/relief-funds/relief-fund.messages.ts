/** What refusals about money and funds of relief say. */
export const reliefFundMessages = {
  en: {
    moneyBetween: 'An amount between {least} and {most} yuan.',
    reliefYear: 'A year between {least} and {most}.',
    reliefFundClosed: 'Nothing is granted of this fund since {date}.',
    reliefFundCommitted: '{amount} yuan of this fund are granted already; it cannot become less than that.',
  },
  zh: {
    moneyBetween: '金额须在 {least} 至 {most} 元之间。',
    reliefYear: '年份须在 {least} 至 {most} 之间。',
    reliefFundClosed: '该资金自 {date} 起已不再使用。',
    reliefFundCommitted: '该资金已批准使用 {amount} 元，预算不能少于此数。',
  },
};
