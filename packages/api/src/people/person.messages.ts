/** What refusals about people and their posts say. */
export const personMessages = {
  en: {
    alreadyPost: 'Already holds this post in this period.',
  },
  zh: {
    alreadyPost: '在此时期已担任该职务。',
  },
};
