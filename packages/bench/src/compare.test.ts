import { describe, expect, it } from 'vitest';
import { compare, median } from './compare.ts';

describe('comparing two sides', () => {
  it('lets them take turns, leaves the first rounds out, and tells medians and how they stand to each other', async () => {
    const order: string[] = [];
    const side = (name: string, all: number) => async () => {
      order.push(name);
      // The rounds that warm up are slow.
      return order.length <= 6
        ? { all: 1000, database: 1000, statements: 9 }
        : { all, database: all / 2, statements: 4 };
    };
    const compared = await compare(side('a', 2), side('b', 3), 3);
    expect(order.join('')).toBe('baabbaabbaab');
    expect(compared).toEqual({
      base: { all: 2, database: 1, statements: 4 },
      other: { all: 3, database: 1.5, statements: 4 },
      ratio: 1.5,
    });
  });

  it('knows no median of nothing', () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(() => median([])).toThrow('median');
  });
});
