import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { breaksWith } from './breaks.ts';
import { changesBetween } from './changelog.ts';
import { readDeprecation } from './deprecation.ts';
import { changelog, decided, read } from './files.ts';

const today = new Date().toISOString().slice(0, 10);
const breaks = () => breaksWith(buildSchema(read('released.graphql')), buildSchema(read('schema.graphql')), today);

it('breaks the last released contract nowhere without an entry in breaking-changes.json', () => {
  const entries = new Set(decided().map((entry) => entry.change));
  expect(breaks().filter((change) => !entries.has(change))).toEqual([]);
});

it('has no entry for a break that there is not, and a reason for each that there is', () => {
  const present = new Set(breaks());
  expect(decided().filter((entry) => !present.has(entry.change) || entry.why.trim().length < 20)).toEqual([]);
});

it('would notice a field that is taken away', () => {
  const released = buildSchema(read('released.graphql'));
  const without = read('schema.graphql').replace(/^ {2}displayName: String!$/m, '  shownName: String!');
  expect(breaksWith(released, buildSchema(without), today)).toContainEqual(expect.stringContaining('displayName'));
});

it('the changelog is that of the schema (npm run schema writes it)', async () => {
  expect(read('CHANGELOG.md')).toBe(await changelog());
});

describe('a deprecation', () => {
  const reason = 'Since 2026-12-01, until 2027-06-01: use `Query.b`.';
  const schema = (fields: string) => buildSchema(`type Query { b: Int ${fields} }`);

  it('says since when, until when at least half a year later, and what instead; all of the contract do', () => {
    expect(readDeprecation(reason)).toEqual({ since: '2026-12-01', until: '2027-06-01', instead: '`Query.b`' });
    expect(readDeprecation('Since 2026-12-01, until 2027-01-01: use `Query.b`.')).toBeUndefined();
    expect(readDeprecation('Use b.')).toBeUndefined();
    const types = Object.values(buildSchema(read('schema.graphql')).getTypeMap());
    const members = types.flatMap((type) => {
      if (isEnumType(type)) return type.getValues();
      return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields())
        : [];
    });
    const reasons = members.flatMap(({ deprecationReason }) => deprecationReason ?? []);
    expect(reasons.filter((each) => readDeprecation(each) === undefined)).toEqual([]);
  });

  it('lets a field go on its day, and not before', () => {
    const released = schema(`a: Int @deprecated(reason: "${reason}")`);
    expect(breaksWith(released, schema(''), '2027-05-31')).toEqual(['Query.a was removed.']);
    expect(breaksWith(released, schema(''), '2027-06-01')).toEqual([]);
    expect(breaksWith(schema('a: Int'), schema(''), '2027-06-01')).toEqual(['Query.a was removed.']);
  });
});

it('the changelog tells what breaks and why, what is deprecated, new or dearer, and nothing twice', async () => {
  const cost = 'directive @cost(weight: Int!) on FIELD_DEFINITION';
  const before = buildSchema(`${cost} type Query { a: Int, b(x: Int): Int @cost(weight: 4), c: E } enum E { A }`);
  const after =
    buildSchema(`${cost} type Query { "New words." a: Int @deprecated(reason: "Since 2026-12-01, until 2027-06-01: use \`b\`.")
    b(x: Int, y: Int): Int @cost(weight: 5) } enum E { A, B } type New { d: Int @cost(weight: 3) }`);
  expect(
    await changesBetween(before, after, [{ change: 'Query.c was removed.', why: 'It said nothing.' }]),
  ).toBe(`### Breaking

- Field 'c' was removed from object type 'Query'.
- Query.c was removed. It said nothing.

### Deprecated

- \`Query.a\`. Since 2026-12-01, until 2027-06-01: use \`b\`.

### New types

\`New\`

### New in what there was

- \`Query\`: \`b.y\`
- \`E\`: \`B\`

### Prices

- \`Query\`: \`b\`
`);
});
