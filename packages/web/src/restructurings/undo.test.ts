import { expect, test } from 'vitest';
import { back, changed, forth, nothingToUndo, type Undo } from './undo.ts';

test('one goes back to the beginning and forward to the end again', () => {
  let undo: Undo<string> = nothingToUndo;
  for (const before of ['', 'a', 'ab']) undo = changed(undo, before);
  const first = back(undo, 'abc');
  const second = first && back(first.undo, first.to);
  expect([first?.to, second?.to]).toEqual(['ab', 'a']);
  const again = second && forth(second.undo, second.to);
  const last = again && forth(again.undo, again.to);
  expect([again?.to, last?.to]).toEqual(['ab', 'abc']);
  expect(last && forth(last.undo, last.to)).toBeUndefined();
  expect(back(nothingToUndo, '')).toBeUndefined();
});

test('a change after going back gives up what was undone', () => {
  const undone = back(changed<string>(nothingToUndo, ''), 'a');
  const other = changed(undone?.undo ?? nothingToUndo, '');
  expect(forth(other, 'b')).toBeUndefined();
  expect(back(other, 'b')?.to).toBe('');
});
