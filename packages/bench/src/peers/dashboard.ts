import { periodOf } from '../../../api/src/reported-figures/reported-period.ts';
import { dayOf } from '../../../api/src/today.ts';
import { type Contestant, graphql, listOf, nodesIn, type Operation, plain, within } from './asking.ts';

const indicators = ['household', 'contact', 'contact-rate', 'request', 'request-completion'];

/** What the dashboard of all towns shows, from this year's summaries: of every town and every district, counts and rates. */
export function dashboard(): Operation {
  const today = dayOf(new Date());
  const period = { first: `${today.slice(0, 4)}-01-01`, last: periodOf('MONTH', today).last };
  const counts = 'code district households contacts requests completed';
  const figure = 'numerator denominator';
  return {
    code: 'A',
    what: 'the dashboard of all towns',
    who: 'operator',
    sent: {
      limit: plain('/dashboard', () => [period.first, period.last, today]),
      PostGraphile: graphql(
        `query($since: Date!, $until: Date!, $day: Date!) {
          townFigures(since: $since, until: $until, onDay: $day) { nodes { ${counts} } }
          districtFigures(since: $since, until: $until, onDay: $day) { nodes { ${counts} } } }`,
        () => ({ since: period.first, until: period.last, day: today }),
      ),
      Lianxin: graphql(
        `query($indicators: [String!]!, $period: PeriodInput, $on: Date) { districts { code
          totals(indicators: $indicators, period: $period, on: $on) { ${figure} }
          figures(indicators: $indicators, period: $period, on: $on) {
            ... on TownFigureSet { town { code } figures { ${figure} } } ... on TownUnavailable { town { code } reason } } } }`,
        () => ({ indicators, period, on: today }),
      ),
    },
    same: (contestant, answer) => {
      const [towns, districts] = contestant === 'Lianxin' ? ofProduct(answer) : ofPeer(contestant, answer);
      return { towns: towns.sort(), districts: districts.sort() };
    },
  };
}

/** What the product says of towns and districts, a line each. */
function ofProduct(answer: unknown): [string[], string[]] {
  const districts = listOf(within(answer, 'data', 'districts'));
  const lineOf = (code: unknown, figures: unknown) =>
    `${code} ${listOf(figures).map(({ numerator, denominator }) => `${numerator}/${denominator}`)}`;
  return [
    districts.flatMap(({ figures }) => listOf(figures).map((each) => lineOf(within(each.town, 'code'), each.figures))),
    districts.map(({ code, totals }) => lineOf(code, totals)),
  ];
}

/** What counts say of the same indicators; of a town that is not set up nothing. */
function ofPeer(contestant: Contestant, answer: unknown): [string[], string[]] {
  const rowsOf = (ours: string, theirs: string) =>
    listOf(contestant === 'limit' ? within(answer, ours) : nodesIn(within(answer, 'data', theirs)));
  const lineOf = ({ code, district, households, contacts, requests, completed }: Record<string, unknown>) => {
    const figures = [
      ...[`${households}/null`, `${contacts}/null`, `${contacts}/${households}`],
      ...[`${requests}/null`, `${completed}/${requests}`],
    ];
    return `${code ?? district} ${households === null ? '' : figures}`;
  };
  return [rowsOf('towns', 'townFigures').map(lineOf), rowsOf('districts', 'districtFigures').map(lineOf)];
}
