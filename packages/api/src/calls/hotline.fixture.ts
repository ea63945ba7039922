import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';

/** A moment in Shanghai: a day with its hour, such as 2026-01-05T08. */
export const moment = (at: string) => `${at}:00:00+08:00`;

/** Opens a hotline, by default of the town, with one number, from the beginning of 2023 on. Returns what is selected of it. */
export async function hotline(
  town: TestTown,
  input: Record<string, unknown> = {},
  selection = 'id',
  client: ApiClient = town.admin,
): Promise<Data> {
  const full = { town: town.code, name: '社工热线', telephones: ['59150000'], from: '2023-01-01', ...input };
  return (await client.do('openHotline', full, `hotline { ${selection} }`)).hotline;
}

/** A duty of so many hours. */
export function duty(person: string, from: string, hours: number, telephone?: string): Record<string, unknown> {
  return { person, from: moment(from), hours, ...(telephone === undefined ? {} : { telephone }) };
}

/** Puts one duty of so many hours into a roster. Returns its id. */
export async function onDuty(
  town: TestTown,
  line: string,
  person: string,
  from: string,
  hours: number,
): Promise<string> {
  const input = { hotline: line, duties: [duty(person, from, hours)] };
  const selection = `hotline { onDuty(at: "${moment(from)}") { id } }`;
  const { hotline: changed } = await town.admin.do('rosterDuties', input, selection);
  return changed.onDuty.at(-1).id;
}

/** The roster of a hotline from a day on, in words: who from when to when in Shanghai, which hours are free, what clashes. */
export async function rosterOf(client: ApiClient, id: string, from: string, days = 7) {
  const query = `query($id: ID!, $from: Date!, $days: Int!) { hotline(id: $id) { roster(from: $from, days: $days) {
    duties { from to telephone person { name } } gaps { from to }
    doubleBookings { kind from to duties { person { name } } } } } }`;
  const { roster } = (await client.ask(query, { id, from, days })).hotline;
  return {
    duties: roster.duties.map((each: Data) => [each.person.name, span(each), each.telephone].filter(Boolean).join(' ')),
    gaps: roster.gaps.map(span),
    doubleBookings: roster.doubleBookings.map((each: Data) =>
      [each.kind, span(each), ...each.duties.map(({ person }: Data) => person.name)].join(' '),
    ),
  };
}

const span = ({ from, to }: Data) => `${hourOf(from)}–${hourOf(to)}`;

/** Day and hour in Shanghai, such as 01-05 08. */
function hourOf(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(5, 13).replace('T', ' ');
}
