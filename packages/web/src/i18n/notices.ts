import type { Words } from './words.ts';

export const zh = {
  board: '公示牌',
  none: '没有公示中的公告',
  post: '发布公告',
  postTitle: '以“{{name}}”名义发布公告',
  postLead: '公示牌面向所有路过的居民，请勿写入他人的姓名、电话等个人信息。',
  title: '标题',
  text: '内容',
  from: '公示起始日',
  to: '撤下日期',
  toHint: '自该日起不再公示；不填则一直公示，直到撤下。',
  posted: '已发布“{{title}}”',
  takeDown: '撤下',
  takeDownTitle: '撤下公告“{{title}}”',
  takeDownOn: '撤下日期',
  takenDown: '已撤下“{{title}}”',
} as const;

export const en: Words<typeof zh> = {
  board: 'Notice board:',
  none: 'Nothing is shown on it',
  post: 'Post a notice',
  postTitle: 'Post a notice of “{{name}}”',
  postLead: 'Everybody who passes the board reads it: write no names, telephones or other data of people.',
  title: 'Title',
  text: 'Text',
  from: 'Shown from',
  to: 'Taken down on',
  toHint: 'The first day without it; without a day it is shown until somebody takes it down.',
  posted: 'Posted “{{title}}”',
  takeDown: 'Take down',
  takeDownTitle: 'Take down “{{title}}”',
  takeDownOn: 'First day without it',
  takenDown: 'Took down “{{title}}”',
};
