import { expect, it } from 'vitest';
import { chosenRows, type PartyNode, readChoice } from './party.ts';

const node = (id: string, parent: string | null, more: Partial<PartyNode> = {}): PartyNode => ({
  ...{ id, name: `${id}支部`, kind: 'BRANCH', form: 'INDEPENDENT', management: 'TERRITORIAL' },
  ...{ parent: parent === null ? null : { id: parent }, unit: null, organization: null, industry: null },
  covers: [],
  ...more,
});
const tree = [
  node('党委', null, { kind: 'COMMITTEE' }),
  node('村', '党委', { kind: 'GENERAL_BRANCH' }),
  node('甲', '村'),
  node('乙', '党委', { form: 'JOINT', management: 'DIRECT' }),
];
const shown = (address: string) =>
  chosenRows(tree, readChoice(new URLSearchParams(address))).map(
    ({ node: { id }, depth, chosen }) => `${'-'.repeat(depth)}${id}${chosen ? '' : '?'}`,
  );

it('shows the whole tree, or what is chosen with all that it stands under', () => {
  expect(shown('')).toEqual(['党委', '-村', '--甲', '-乙']);
  expect(shown('words=甲')).toEqual(['党委?', '-村?', '--甲']);
  expect(shown('form=JOINT')).toEqual(['党委?', '-乙']);
  expect(shown('kind=BRANCH&direct=1')).toEqual(['党委?', '-乙']);
  expect(shown('words=无')).toEqual([]);
});

it('takes no words of an address that say nothing', () => {
  expect(readChoice(new URLSearchParams('kind=KING&form=&direct=no'))).toEqual({
    words: '',
    kind: null,
    form: null,
    direct: false,
  });
});
