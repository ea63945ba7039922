import { expect, test } from 'vitest';
import { resources } from './resources.ts';

type Tree = { readonly [key: string]: string | Tree };

function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
}

const zh = new Map(flat(resources['zh-CN']));
const en = new Map(flat(resources.en));
const slots = (text: string | undefined) => (text?.match(/\{\{\w+\}\}/g) ?? []).sort();

test('both languages have the same keys', () => {
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
});

test('no word is empty', () => {
  expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('both languages fill in the same values', () => {
  for (const [key, text] of zh) expect(slots(en.get(key)), key).toEqual(slots(text));
});

test('Chinese is written in Chinese and English is not', () => {
  const han = /\p{Script=Han}/u;
  // The marks between the parts of a list are Chinese without being characters.
  const marks = ['signin.latin', 'ui.and', 'ui.also'];
  expect([...zh].filter(([, text]) => !han.test(text)).map(([key]) => key)).toEqual(marks);
  expect([...en].filter(([, text]) => han.test(text)).map(([key]) => key)).toEqual(['signin.product']);
});
