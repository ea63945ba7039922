import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byPinyin } from './pinyin.ts';

it.each([
  [['洪卫第一居委会', '洪卫第二居委会', '洪卫第三居委会', '洪卫第十居委会', '洪卫第十一居委会', '洪卫第二十居委会']],
  [['航华一村', '航华二村', '航华三村', '航华花园']],
  [['一号块区', '二号块区', '十号块区', '东块', '西块']],
  [['第1块区', '第二块区', '第3块区', '第10块区', '第一百零二块区']],
  [['七宝', '三林村', '四团', '五八村', '五角场', '五四村', '一心村']],
])('orders %s', (names) => {
  expect(names.toReversed().sort(byPinyin)).toEqual(names);
});

it('is an order: of any three names none comes before what comes before it', () => {
  const name = fc.array(fc.constantFrom(...'第一二十〇百号村东块12'), { maxLength: 5 }).map((all) => all.join(''));
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(Math.sign(byPinyin(a, b))).toBe(0 - Math.sign(byPinyin(b, a)));
      if (byPinyin(a, b) <= 0 && byPinyin(b, c) <= 0) expect(byPinyin(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});
