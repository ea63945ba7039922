/** What refusals about public boards say. */
export const boardMessages = {
  en: {
    boardPublished: 'The block has a board already.',
    boardsDepend: '{count} public boards or numbers for residents are of what it made.',
    boardWithdrawn: 'The board was withdrawn.',
  },
  zh: {
    boardPublished: '该块区已有公示牌。',
    boardsDepend: '由它形成的单位下已有 {count} 个公示牌或便民电话。',
    boardWithdrawn: '该公示牌已撤回。',
  },
};
