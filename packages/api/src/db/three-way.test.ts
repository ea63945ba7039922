import { assert, constantFrom, option, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import { threeWay } from './three-way.ts';

const fields = ['name', 'telephone'] as const;
const value = option(constantFrom('张三', '李四', '王五'));
const both = record({ name: value, telephone: value });
const yours = record({ name: value, telephone: value }, { requiredKeys: [] });

it('takes each field from whoever changed it, and is at odds only where both did, differently', () => {
  assert(
    property(yours, both, both, (sent, base, current) => {
      const { change, atOdds } = threeWay(fields, sent, base, current);
      for (const field of fields) {
        const [mine, before, theirs] = [sent[field], base[field], current[field]];
        const changed = mine !== undefined && mine !== before && mine !== theirs;
        const alone = theirs === before;
        expect(change.filter((each) => each.field === field)).toEqual(
          changed && alone ? [{ field, before, after: mine }] : [],
        );
        expect(atOdds.filter((each) => each.field === field)).toEqual(
          changed && !alone ? [{ field, yours: mine, theirs }] : [],
        );
      }
    }),
  );
});

it('changes what is sent where nobody else changed anything, and nothing where all is as it was', () => {
  assert(
    property(yours, both, (sent, base) => {
      const { change, atOdds } = threeWay(fields, sent, base, base);
      const after = Object.fromEntries(change.map((each) => [each.field, each.after]));
      expect(atOdds).toEqual([]);
      expect({ ...base, ...after }).toEqual({ ...base, ...sent });
      expect(threeWay(fields, base, base, { ...base, ...sent })).toEqual({ change: [], atOdds: [] });
    }),
  );
});
