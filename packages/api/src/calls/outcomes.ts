/** Which calls count, in SQL on the call's own columns: the one denominator of all rates. */
export const counted = `state <> 'WITHDRAWN'`;

/** What became of a call that was passed on as requests is what became of all of those; of any other, what itself says. */
const either = (requests: string, call: string) =>
  `case when state = 'REQUESTED' then requests > 0 and ${requests} = requests else ${call} end`;

/** What became of calls, in SQL, as it is counted everywhere: in figures, in rates by worker, and in lists. */
export const outcomes = {
  /** Answered, and not opened again; of requests, all of them handled. */
  completion: either('requests_handled', `state in ('ANSWERED', 'CLOSED')`),
  /** Followed up at least once after it was answered; of requests, all of them. */
  followUp: either('requests_followed', 'satisfaction is not null'),
  /** Satisfied or fairly satisfied at the latest follow-up; of requests, at that of each. */
  satisfaction: either('requests_content', `coalesce(satisfaction in ('SATISFIED', 'FAIRLY'), false)`),
} as const;
