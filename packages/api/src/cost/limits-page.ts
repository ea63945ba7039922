import { allowances } from './caller.ts';
import { limits, mostStored, openLimits, otherLimits } from './limits.ts';
import { lists } from './list-sizes.ts';
import { pauseAfterRefusal, quicklyRead } from './pauses.ts';
import { acrossTowns, change, download, page, points } from './price.ts';
import type { ListSize, Work } from './price-line.ts';
import { tokenAllowances } from './token-allowances.ts';
import { workedBeforeRefused, works } from './works.ts';

/** A number as the pages write it. */
export const counted = (count: number) => count.toLocaleString('en');

/** What the example of both pages costs with so many units: a town, and a page of units with two values each. */
export const example = (units: number) =>
  points.place + points.object + points.page + points.object + units * (points.object + 2);

/** The page docs/limits.md, written from the limits, the prices and the budgets. */
export function limitsPage(): string {
  const { capacity, restoresPerSecond } = allowances.account;
  const { assumedSize = 0, spare = 0 } = lists['Household.residents'] ?? {};
  const across = `of \`${[...acrossTowns].join('` and `')}\``;
  return `# Limits

Written by \`npm run docs\` from \`packages/api/src/cost\`. Do not edit.

There is one limit on what is asked of the platform: its cost, in points. What an operation costs at the most follows from its text and
its variables alone, by the prices in the contract (\`@cost\` and \`@listSize\` in \`packages/schema/schema.graphql\`), before it
runs. An operation that is let in is never refused for its cost later. The numbers below belong to the contract.

## What an operation costs

A point is about a millionth of a second of one core of the server. An operation costs the sum of:

| what | points |
| --- | ---: |
| each value that it answers, also in a list of values | ${points.value} |
| each object that it answers | ${points.object} |
| each place in it in which objects are asked for, whatever their number; not for what is in a page already (\`nodes\`, \`edges\`, \`node\`, \`pageInfo\`) | ${points.place} |
| instead, each place in which a page of them is asked for | ${counted(points.page)} |
| work, as \`@cost(weight:)\` says: for each object that the field is asked of, or with \`once: true\` once in its place | |

How many objects there are is estimated from the arguments, and else from \`@listSize\`:

- A page has as many entries as \`first\` or \`last\` says, 1 to 100, or ${page.assumedSize}. Other lists are sized by an argument that \`slicingArguments\` names:
  \`households(ids:)\` has as many as there are ids.
- A list that no argument sizes is priced at \`assumedSize\` entries for each object that it hangs on, and \`spare\` more for all such lists in its
  place together. So one household may have ${counted(assumedSize + spare)} residents, and a page of 50 together ${counted(50 * assumedSize + spare)}.
- Of several types that an interface or a union may be, the dearest counts.
- A field that is asked for twice costs twice. What \`@skip\` or \`@include\` leaves out costs nothing.

For example, \`{ town(code: "310112114") { units(first: 20) { nodes { id name } } } }\` costs at the most ${points.place} + ${points.object} for the town, ${points.page} + ${points.object} for the page
and 20 × (${points.object} + 2) for the units: ${counted(example(20))} points. In a town of 12 units it uses ${counted(example(12))}.

## What an operation may be

| \`extensions.limit\` | at the most | |
| --- | ---: | --- |
${Object.entries(limits).map(limitRow).join('\n')}
${Object.entries(otherLimits)
  .map(([name, says]) => `| \`${name}\` | | ${says} |`)
  .join('\n')}

## What may be open at a time

| \`extensions.limit\` | at the most | |
| --- | ---: | --- |
${Object.entries(openLimits).map(limitRow).join('\n')}

## What a caller may spend

| caller | points at once | back each second | who |
| --- | ---: | ---: | --- |
${Object.entries(allowances)
  .map(
    ([name, { capacity, restoresPerSecond, says }]) =>
      `| ${name} | ${counted(capacity)} | ${counted(restoresPerSecond)} | ${says} |`,
  )
  .join('\n')}

An operation takes the points that it may cost when it begins, and gives back those that it has not used when it ends. Where there are not
enough, it waits for operations of the same caller that are under way, as their points come back; where those would not do either it is
refused with \`retryAfter\`.

What a field at the root of an application’s operation costs is paid in the town that its arguments name, in equal parts where
it names several, and without a town where it names none; the sandbox pays for no other town.
What objects ${across} answer may be of any town, and is paid without one wherever they stand, such as \`Town.district { towns { … } }\`. Budgets hold across all processes of an installation, whose operator may multiply them (\`BUDGET_TIMES\`).

Each event of a subscription is paid and counted as an operation of its own, which costs what the subscription may, and to begin costs as much. Where the points
are gone, the subscription tells so by an error of the limit \`budget\` and ends. Begun again with the last cursor after \`retryAfter\` seconds,
\`Subscription.events\` goes on with what was not told.

## Tokens

An application gets so many access tokens at once, from all processes together, and then one more each time so many seconds have passed. A token lives an
hour: keep it, and ask for the next when it ends.

| tokens | at once | one more each |
| --- | ---: | ---: |
${Object.values(tokenAllowances)
  .map(({ atOnce, secondsEach, says }) => `| ${says} | ${counted(atOnce)} | ${secondsEach} s |`)
  .join('\n')}

\`/oidc/token\` answers who asks for more with HTTP 429, the error \`slow_down\` and \`Retry-After\` in seconds. A code or refresh token that was
refused so is not used up. Who does not prove to be the application takes nothing of this, and \`BUDGET_TIMES\` does not multiply it.

## What an answer tells

An answer to an application, and with the header \`Lianxin-Cost: 1\` to everybody, has \`extensions.cost\`:

\`\`\`json
{ "asked": ${example(20)}, "used": ${example(12)}, "left": ${capacity - example(12)}, "capacity": ${capacity}, "restoresPerSecond": ${restoresPerSecond} }
\`\`\`

\`asked\` is the most that the operation could cost, \`used\` what it has cost, \`left\` what the caller has now as far as the process knows that
answered: another one may be spending at the same time. \`capacity\` is the most that the caller has at once, after not asking for a while.

Where an application pays in several towns, or in one and without a town, \`paidBy\` has a line of each with its own numbers:

\`\`\`json
{ "asked": 700, "used": 540, "left": 11666000, "capacity": 11666666, "restoresPerSecond": 116666,
  "paidBy": [
    { "town": "310112114", "asked": 300, "used": 300, "left": 4999700, "capacity": 5000000, "restoresPerSecond": 50000 },
    { "town": null, "asked": 400, "used": 240, "left": 4999760, "capacity": 5000000, "restoresPerSecond": 50000 } ] }
\`\`\`

\`left\`, \`capacity\` and \`restoresPerSecond\` of all together are then as many times \`asked\` as the line that is used up first can pay its part of
such an operation: it can be sent while \`left\` is not less than \`asked\`, as always.

With \`Lianxin-Preflight: 1\` an operation is checked and priced and not run, for 1 point. The answer has \`data: null\` and the same
\`extensions.cost\`, with \`heaviest\`, the path of the part that costs most, \`heaviestAsked\`, what this part costs at the most, and \`retryAfter\` where the caller has not points enough now. It is
refused for what the document is at fault in, for a limit and for want of points; permissions and arguments are looked at when the operation runs.

## Refusals

A refusal has \`extensions.code\` \`LIMIT_EXCEEDED\`, \`extensions.limit\` as above and the \`locations\` of what is too much. Where it is
known, \`extensions.part\` is the path of that part as the answer would have it, \`extensions.asked\` the points that the operation may cost, \`extensions.partAsked\` those that this part may, and
\`extensions.retryAfter\` after how many seconds it can be sent again unchanged; the others have to be made smaller. HTTP says 400, or 429 with
\`Retry-After\` for \`budget\` and \`downloads\`, or 413 for \`body\`. A subscription
is answered with 200, and its only event is the refusal; for \`streams\` and \`townStreams\`, close another one first.

After each refusal with one of these whoever was refused waits ${pauseAfterRefusal} ms, in line over all connections to a process, before anything more of
theirs is read. So refusals of one caller keep others from little. Likewise whoever sends a body that takes longer than ${quicklyRead} ms to read, or a document that takes longer to check and price
for the first time, waits four times as long; a document that is known costs nothing so.

A part that costs little beside the whole says that there are many: ask for fewer of them at once.

Two come while an operation runs, each on its field, with the rest of the answer there: \`towns\`, and \`entries\`, of a field whose lists hold more
than they were priced at. Ask for smaller pages of what the lists hang on: the spare entries are then for fewer.

Limits of a feature, such as how many categories a town has, have no \`limit\`; \`extensions.field\` names the input. An application stores at the most
${counted(mostStored.operations)} operations, whose documents have ${counted(mostStored.bytes)} bytes together; they are forgotten when it is ended.

## Files of exports

A request for the file of an export, also for a part of it or for its head alone, costs ${counted(download.request)} points, and each ${download.bytes} bytes that it answers 1, paid where
the export was asked for. Where there are not enough for the request it is refused with the limit \`budget\`, HTTP 429 and \`Retry-After\`; where they are
used up while the file is fetched, it goes on as points come back. ${counted(allowances.application.capacity / allowances.application.restoresPerSecond)} seconds’ worth are there at once, so a file of some ${counted((allowances.application.capacity * download.bytes) / 1e6)} MB comes without a
pause.

## Work

A mutation that is refused gives back its work but for ${counted(change.weight)} points, unless this table says otherwise; refused as \`FORBIDDEN\` or \`UNAUTHENTICATED\`, every one.
Every mutation asks for work of ${counted(change.weight)} points, unless another number stands here.

| field | points | for |
| --- | ---: | --- |
${workTable({ once: 'the place', each: 'each object', evenRefused: ', also one that is refused' })}

## Lists

Lists of an enum have as many entries as that has values. Pages are not listed.

| field | entries | to spare | sized by |
| --- | ---: | ---: | --- |
${listTable(', for ')}
`;
}

function limitRow([name, { most, says }]: [string, { most: number; says: string }]): string {
  return `| \`${name}\` | ${counted(most)} | ${says} |`;
}

/** The words of the table of work: what it is asked for, and that it is paid also where the mutation is refused. */
interface WorkWords {
  once: string;
  each: string;
  evenRefused: string;
}

/** The rows of the table of work. */
export function workTable(words: WorkWords): string {
  const row = ([field, { weight, once }]: [string, Work]) => {
    const evenSo = workedBeforeRefused.has(field.replace('Mutation.', '')) ? words.evenRefused : '';
    return `| \`${field}\` | ${counted(weight)} | ${once ? words.once : words.each}${evenSo} |`;
  };
  return Object.entries(works).map(row).join('\n');
}

/** The rows of the table of lists; `of` stands before the fields that an argument sizes. */
export function listTable(of: string): string {
  const row = ([field, { assumedSize, spare = 0, slicingArguments = [], sizedFields = [] }]: [string, ListSize]) => {
    const fields = sizedFields.length > 0 ? `${of}${quoted(sizedFields)}` : '';
    return `| \`${field}\` | ${counted(assumedSize)} | ${counted(spare)} | ${quoted(slicingArguments)}${fields} |`;
  };
  return Object.entries(lists).map(row).join('\n');
}

const quoted = (names: readonly string[]) => names.map((each) => `\`${each}\``).join(', ');
