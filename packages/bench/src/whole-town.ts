/** Pages that tell of a whole town, as the web asks for them. */
export const wholeTown = [
  {
    what: 'what many ask for',
    query: `query($code: RegisterCode!, $period: PeriodInput!) { town(code: $code) { recurringSubjects(period: $period) {
      total totalBefore subjects { subject { name } count before change share { rounded } households inProjects
        months { month count } parts { unit name count before opens } projects { number name state } } } } }`,
  },
  { what: 'scoreboard of villages and committees', query: board('COMMITTEE') },
  { what: 'scoreboard of blocks', query: board('BLOCK') },
  {
    what: 'contacts, opened into visits',
    query: opened('contact', 'visits(first: 20)', 'id visitedOn way recordFaults visitors { name }'),
  },
  {
    what: 'households contacted, opened into the others',
    query: opened(
      'household-contacted',
      'households(counted: false, first: 20)',
      'id code lastVisit { visitedOn way }',
    ),
  },
  {
    what: 'requests, opened',
    query: opened('request', 'requests(first: 20)', 'id number state level dueOn subject { name } household { code }'),
  },
];

function board(level: string): string {
  const score = 'rank figure { numerator denominator rounded }';
  const row = `unit name kind households contacts { ${score} } breadth { ${score} } records { ${score} }
    promptness { ${score} } solved { ${score} } satisfaction { rounded }`;
  return `query($code: RegisterCode!, $period: PeriodInput!) { town(code: $code) {
    comparisons(period: $period, level: ${level}) {
      whole { ${row} } units(first: 60, orderBy: CONTACTS) { totalCount nodes { ${row} } } } } }`;
}

function opened(indicator: string, records: string, fields: string): string {
  return `query($code: RegisterCode!, $period: PeriodInput!) { town(code: $code) {
    figure(indicator: "${indicator}", period: $period) { numerator ${records} { totalCount nodes { ${fields} block { name } } } } } }`;
}
