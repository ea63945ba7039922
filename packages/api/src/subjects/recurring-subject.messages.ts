/** What refusals about recurring subjects say. */
export const recurringSubjectMessages = {
  en: {
    periodTooLong: 'At most {years} years.',
  },
  zh: {
    periodTooLong: '最长 {years} 年。',
  },
};
