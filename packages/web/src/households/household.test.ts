import { expect, test } from 'vitest';
import { heldSince, numbersIn, placesOn } from './household.ts';

const place = (validFrom: string, validTo: string | null, block: string, overlay: string | null = null) => ({
  validFrom,
  validTo,
  block: { id: block, name: block, overlay: overlay === null ? null : { id: overlay, name: overlay } },
  head: null,
});

const places = [
  place('2023-01-01', '2023-06-01', 'east'),
  place('2023-06-01', '2024-01-01', 'west'),
  place('2024-01-01', '2024-03-01', 'east'),
  place('2024-02-01', null, 'anhui', 'native place'),
  place('2024-03-01', null, 'east'),
];

test('a household is held by one geographic block and by blocks of overlays, from the first day to before the last', () => {
  const held = (day: string) => placesOn(places, day).map(({ block }) => block.id);
  expect(held('2022-12-31')).toEqual([]);
  expect(held('2023-12-31')).toEqual(['west']);
  expect(held('2024-02-29')).toEqual(['east', 'anhui']);
});

test('periods that follow each other in one block are one stay, an earlier stay is another', () => {
  expect(heldSince(places, 'east', '2024-06-01')).toBe('2024-01-01');
  expect(heldSince(places, 'east', '2023-02-01')).toBe('2023-01-01');
  expect(heldSince(places, 'north', '2024-06-01')).toBeUndefined();
});

test('numbers are read one a line, whatever the line ends with; a space or a comma is part of a number', () => {
  expect(numbersIn(' A1\r\nA2\n\n  A 3 \n4号，5室')).toEqual(['A1', 'A2', 'A 3', '4号，5室']);
});
