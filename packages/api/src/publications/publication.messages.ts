/** What refusals about who is shown on boards say. */
export const publicationMessages = {
  en: { notPublished: 'Nobody agreed to anything here.' },
  zh: { notPublished: '未登记同意公示。' },
};
