import { expect, test } from 'vitest';
import { byArea } from './areas.ts';

test('indicators stand with what they are about, each once, and those of no area last', () => {
  const indicators = (['CALL_COUNT', 'PROJECT_COUNT', 'UNIT_COUNT', 'CALL_COUNT'] as const).map(
    (permission, index) => ({
      permission,
      index,
    }),
  );
  expect(byArea(indicators).map(({ area, indicators }) => [area, indicators.map(({ index }) => index)])).toEqual([
    ['UNIT_COUNT', [2]],
    ['CALL_COUNT', [0, 3]],
    [null, [1]],
  ]);
});
