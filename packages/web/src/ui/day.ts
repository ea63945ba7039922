const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in Shanghai at an instant, as the contract writes it: "2026-11-22". */
export function dayInShanghai(instant: Date = new Date()): string {
  return shanghai.format(instant);
}

/** A moment for people, in Shanghai time. */
export function momentInShanghai(instant: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(instant));
}
