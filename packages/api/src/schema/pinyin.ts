const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });

/** Compares names as a Chinese reader expects: by pinyin, with 第2块区 before 第10块区. */
export function byPinyin(a: string, b: string): number {
  return collator.compare(a, b);
}
