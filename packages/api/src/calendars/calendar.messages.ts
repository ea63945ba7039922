/** What refusals about working days say. */
export const calendarMessages = {
  en: {
    dayNotSettled: 'The town has settled nothing for this day.',
  },
  zh: {
    dayNotSettled: '本镇没有为这一天另作安排。',
  },
};
