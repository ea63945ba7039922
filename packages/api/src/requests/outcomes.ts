/** Which requests count, in SQL: the one denominator of all rates of what became of them. */
export const counted = `state <> 'WITHDRAWN'`;

/** Of them, those that somebody of the town had to report: what residents put in online they reported themselves. */
export const reported = `${counted} and source <> 'ONLINE'`;

/** Which of those were reported promptly, in SQL. */
export const promptly = 'reported_in_time';

/** What became of requests, in SQL, as it is counted everywhere: in figures, and in rates by worker, level and so on. */
export const outcomes = {
  /** Handled, and not opened again. */
  completion: `state in ('HANDLED', 'CLOSED')`,
  /** Followed up at least once after it was handled. */
  followUp: 'satisfaction is not null',
  /** Satisfied or fairly satisfied when it was last followed up. */
  satisfaction: `satisfaction in ('SATISFIED', 'FAIRLY')`,
  /** Handled at the level of the block or the committee. */
  grassroots: `state in ('HANDLED', 'CLOSED') and level in ('BLOCK', 'COMMITTEE')`,
} as const;
