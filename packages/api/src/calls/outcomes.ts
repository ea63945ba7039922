/** Which calls count, in SQL: the one denominator of all rates. */
export const counted = `call.state <> 'WITHDRAWN'`;

/** That something holds of all requests that were raised out of a call and not withdrawn; null where there is none. */
const ofRequests = (holds: string) => `(
  select bool_and(${holds}) from call_request made
  join request on request.town_id = made.town_id and request.id = made.request_id
  where made.town_id = call.town_id and made.call_id = call.id and request.state <> 'WITHDRAWN')`;

/** What became of a call that was passed on as requests is what became of those; of any other, what itself says. */
const either = (requests: string, call: string) =>
  `(case call.state when 'REQUESTED' then ${ofRequests(requests)} else ${call} end)`;

const content = (satisfaction: string) => `coalesce(${satisfaction} in ('SATISFIED', 'FAIRLY'), false)`;

/** What became of calls, in SQL, as it is counted everywhere: in figures, in rates by worker, and in lists. */
export const outcomes = {
  /** Answered, and not opened again; of requests, all of them handled. */
  completion: either(`request.state in ('HANDLED', 'CLOSED')`, `call.state in ('ANSWERED', 'CLOSED')`),
  /** Followed up at least once after it was answered; of requests, all of them. */
  followUp: either('request.satisfaction is not null', 'call.satisfaction is not null'),
  /** Satisfied or fairly satisfied at the latest follow-up; of requests, at that of each. */
  satisfaction: either(content('request.satisfaction'), content('call.satisfaction')),
} as const;
