const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });

const numerals = '〇一二三四五六七八九';
const units: Record<string, number> = { 十: 10, 百: 100 };
/** A number in Chinese that counts: after something, or before what is numbered. 五四村 is a name like any other. */
const counting =
  /(?<=[^零〇一二三四五六七八九十百])[零〇一二三四五六七八九十百]+|^[零〇一二三四五六七八九十百]+(?=[号组块片楼])/g;

/** Compares names as a Chinese reader expects: by pinyin, with 第2块区 before 第10块区, and 第一 before 第二 before 第十. */
export function byPinyin(a: string, b: string): number {
  return collator.compare(numbered(a), numbered(b)) || collator.compare(a, b);
}

/** A name with the Chinese numbers that count in it as figures. */
function numbered(name: string): string {
  return name.replace(counting, (number) => String(worthOf(number)));
}

/** What a Chinese number is worth: 十二 and 一二 are both 12, the latter figure by figure. */
function worthOf(number: string): number {
  let value = 0;
  let last = 0;
  for (const character of number.replaceAll('零', '〇')) {
    const unit = units[character];
    if (unit === undefined) last = last * 10 + numerals.indexOf(character);
    else {
      value += Math.max(last, 1) * unit;
      last = 0;
    }
  }
  return value + last;
}
