const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const givenNames = [
  '建国',
  '秀英',
  '志强',
  '丽华',
  '永康',
  '慧敏',
  '国平',
  '玉兰',
  '文斌',
  '春梅',
  '海峰',
  '雪琴',
  '伟民',
  '桂芳',
  '晓东',
  '美玲',
  '德明',
  '淑珍',
  '卫东',
  '爱华',
  '俊杰',
  '红霞',
  '金根',
  '月娥',
  '立新',
  '小燕',
  '家豪',
  '婷婷',
  '耀祖',
  '佩芬',
  '福生',
  '凤英',
]; // prettier-ignore
const enterprises = ['万家超市', '启明幼儿园', '浦南物业', '康宁药房', '联达制造', '申光电器', '瑞丰餐饮', '绿源园艺'];

/** Marks whatever the demo invented, so that nobody takes it for a real person or organisation. */
export const inventedMark = '（示例）';

/** A source of numbers that repeats itself: the same seed gives the same demo on every machine (mulberry32). */
export function repeatable(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** An invented person's name, marked as such. */
export function personName(next: (below: number) => number): string {
  return `${surnames[next(surnames.length)]}${givenNames[next(givenNames.length)]}${inventedMark}`;
}

/** An invented partner organisation's name, marked as such. */
export function partnerName(index: number): string {
  return `${enterprises[index % enterprises.length]}${inventedMark}`;
}
