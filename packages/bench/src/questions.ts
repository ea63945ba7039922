import type { BenchTown } from './platform.ts';

/** A question to the API of one town. */
export interface Question {
  town: BenchTown;
  query: string;
  variables: Record<string, unknown>;
}

/** Two questions that ask for as much, and how many times longer the second may take. */
export interface Pair {
  what: string;
  base: Question;
  other: Question;
  bound: number;
}

/** A day in the middle of a town's past. */
export const old = '2019-06-15';
/** One of its first days. */
const first = '2015-01-02';
/** A year of contacts, long past, and the last one. */
const [oldYear, lastYear] = [2018, 2025];

const nodes = 'id parent depth kind name code status';
const unit = `name kind code parent { name } ancestors { name } children(first: 100) { nodes { name } }
  versions { name validFrom validTo parent { name } }`;
const parts = 'numerator parts(first: 100) { nodes { unit name numerator } }';

/**
 * What to compare: a town with years of history now and then, and a town without a past, of as many units, teams,
 * households and contacts.
 */
export function pairsOf(town: BenchTown, plain: BenchTown, lasting: string, ended: string): Pair[] {
  const ask = (selection: string, variables: Record<string, unknown> = {}, asked = town): Question => ({
    town: asked,
    query: `query($code: RegisterCode!) { town(code: $code) { ${selection} } }`,
    variables: { code: asked.code, ...variables },
  });
  const figure = (indicator: string, args: string, asked = town) =>
    ask(`figure(indicator: "${indicator}"${args}) { ${parts} }`, {}, asked);
  const contacts = (year: number, basis: string, asked = town) =>
    figure('contact', `, period: { first: "${year}-01-01", last: "${year}-12-31" }, basis: ${basis}`, asked);
  const asOf = `AS_OF, asOf: "${old}"`;
  const oneUnit = (id: string, asOf: string | null): Question => ({
    town,
    query: `query($id: ID!, $asOf: Date) { unit(id: $id, asOf: $asOf) { ${unit} } }`,
    variables: { id, asOf },
  });
  const tree = (day: string) => ask(`tree(asOf: "${day}") { ${nodes} }`);
  const today = ask(`tree { ${nodes} }`);
  return [
    { what: 'tree: no past → today', base: ask(`tree { ${nodes} }`, {}, plain), other: today, bound: 1.5 },
    { what: `tree: today → ${old}`, base: today, other: tree(old), bound: 1.5 },
    { what: `tree: today → ${first}`, base: today, other: tree(first), bound: 1.5 },
    { what: `unit: today → ${old}`, base: oneUnit(lasting, null), other: oneUnit(lasting, old), bound: 1.5 },
    { what: `unit: today → ended since, ${old}`, base: oneUnit(lasting, null), other: oneUnit(ended, old), bound: 1.5 },
    {
      what: 'two trees → changes between them',
      base: ask(`old: tree(asOf: "${old}") { ${nodes} } tree { ${nodes} }`),
      other: ask(
        `changes(from: "${old}", to: "2026-01-01") { unit { id name } changes day
          before { name kind parent { name } } after { name kind parent { name } } }`,
      ),
      bound: 3,
    },
    {
      what: 'households: no past → today',
      base: figure('household', '', plain),
      other: figure('household', ''),
      bound: 1.5,
    },
    {
      what: `households: today → ${old}`,
      base: figure('household', ''),
      other: figure('household', `, asOf: "${old}"`),
      bound: 1.5,
    },
    // The last year of contacts has no restructuring after it: counted as it was recorded, it is the present-day count.
    {
      what: `contacts: ${lastYear} → ${oldYear} as recorded`,
      base: contacts(lastYear, 'AS_RECORDED'),
      other: contacts(oldYear, 'AS_RECORDED'),
      bound: 1.5,
    },
    {
      what: `contacts: ${lastYear} → ${oldYear} restated`,
      base: contacts(lastYear, 'AS_RECORDED'),
      other: contacts(oldYear, 'RESTATED'),
      bound: 1.5,
    },
    {
      what: `contacts: ${lastYear} → ${oldYear} as of ${old}`,
      base: contacts(lastYear, 'AS_RECORDED'),
      other: contacts(oldYear, asOf),
      bound: 1.5,
    },
    {
      what: `contacts of ${oldYear}: no past → restated`,
      base: contacts(oldYear, 'AS_RECORDED', plain),
      other: contacts(oldYear, 'RESTATED'),
      bound: 2,
    },
  ];
}
