/** How many tokens an application gets: at once, and after how many seconds each time one more, up to that. */
export const tokenAllowances = {
  itself: { atOnce: 100, secondsEach: 10, says: 'for itself, with client credentials' },
  person: { atOnce: 20, secondsEach: 60, says: 'for each person who lets it act, with codes and refresh tokens' },
} as const;
