import { expect, it } from 'vitest';
import type { UnitKind } from '../towns/unit-kind.ts';
import { levelAt, levelsAbove, levelsBelow, levelsOn } from './levels.ts';

/** The kinds of units that have charge at each level, for something under units of some kinds, the nearest first. */
const levels = (...kinds: UnitKind[]) =>
  levelsOn(kinds.map((kind) => ({ kind }))).map(({ level, unit }) => `${level} ${unit?.kind ?? '-'}`);

it('levels are the units that there are above something, and the town', () => {
  expect(levels('BLOCK', 'VILLAGE')).toEqual(['BLOCK BLOCK', 'COMMITTEE VILLAGE', 'TOWN -']);
  expect(levels('BUILDING', 'BLOCK', 'COMMITTEE', 'SERVICE_AREA')).toEqual([
    ...['BLOCK BLOCK', 'COMMITTEE COMMITTEE', 'SERVICE_AREA SERVICE_AREA', 'TOWN -'],
  ]);
  expect(levels('BLOCK', 'COMMITTEE', 'COMMUNITY')).toContain('SERVICE_AREA COMMUNITY');
  expect(levels('BLOCK', 'COMMUNITY')).toEqual(['BLOCK BLOCK', 'COMMITTEE COMMUNITY', 'TOWN -']);
  expect(levels('BLOCK', 'COMMUNITY', 'SERVICE_AREA')).toContain('SERVICE_AREA SERVICE_AREA');
  expect(levels('PARK')).toEqual(['COMMITTEE PARK', 'TOWN -']);
  expect(levels()).toEqual(['TOWN -']);
});

it('a level without a unit is left out on the way up and down, and is the next above', () => {
  const found = levelsOn<{ kind: UnitKind }>([{ kind: 'BLOCK' }, { kind: 'VILLAGE' }]);
  expect(levelsAbove(found, 'COMMITTEE').map(({ level }) => level)).toEqual(['TOWN']);
  expect(levelsBelow(found, 'TOWN').map(({ level }) => level)).toEqual(['COMMITTEE', 'BLOCK']);
  expect(levelAt(found, 'SERVICE_AREA').level).toBe('TOWN');
});
