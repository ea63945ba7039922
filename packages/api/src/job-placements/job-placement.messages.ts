/** What refusals about jobs that were found for residents say. */
export const jobPlacementMessages = {
  en: {
    jobLeft: 'They left it on {date}.',
    jobWithdrawn: 'It was withdrawn.',
  },
  zh: {
    jobLeft: '已于 {date} 离岗。',
    jobWithdrawn: '该记录已撤回。',
  },
};
