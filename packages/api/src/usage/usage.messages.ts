/** What refusals about usage say. */
export const usageMessages = {
  en: { usagePeriod: 'At most {most} days at once.' },
  zh: { usagePeriod: '一次最多 {most} 天。' },
};
