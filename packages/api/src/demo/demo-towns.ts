/** How a demo town is cut into blocks and staffed. */
export interface DemoTown {
  code: string;
  /** Blocks 块区 of the whole town, spread evenly over its villages and committees. */
  blocks: number;
  /** Service teams 组团 of the whole town; each block has at least one. */
  teams: number;
  /** Building groups 楼组 under each block of a committee. */
  buildings: number;
  /** The committee, by its code, in which the demo's officer, lead and member work; the first unit unless told. */
  home?: string;
  /** How many households the demo invents in its blocks, where its past does not tell of them. */
  households?: { small: number; full: number };
}

/**
 * The towns whose methods the platform runs. Pujiang's figures are the town's own, published 2011 to 2014; those of the
 * others are invented.
 */
export const demoTowns: readonly DemoTown[] = [
  { code: '310112114', blocks: 220, teams: 280, buildings: 0, households: { small: 1_100, full: 40_000 } }, // Pujiang 浦江镇
  {
    ...{ code: '310115120', blocks: 80, teams: 90, buildings: 0, home: '310115120014' }, // Jinqiao 金桥镇, Yongye 永业
    households: { small: 400, full: 1_600 },
  },
  { code: '310114106', blocks: 90, teams: 90, buildings: 0 }, // Malu 马陆镇
  { code: '310120104', blocks: 60, teams: 60, buildings: 0, households: { small: 300, full: 1_200 } }, // Zhuanghang 庄行镇
  { code: '310116112', blocks: 40, teams: 40, buildings: 0, home: '310116112002' }, // Caojing 漕泾镇, Jianlong 建龙
  { code: '310120123', blocks: 30, teams: 30, buildings: 0, households: { small: 150, full: 600 } }, // Haiwan 海湾镇
  { code: '310112001', blocks: 100, teams: 100, buildings: 2, households: { small: 500, full: 2_000 } }, // Jiangchuan Road 江川路街道
];
