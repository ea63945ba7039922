import type { Words } from './words.ts';

export const zh = {
  title: '接口调试',
  as: '身份',
  oneself: '本人（{{name}}）',
  application: '应用：{{name}}',
  asOneself: '以本人的权限查询和办理，操作真实生效。',
  asApplication:
    '以该应用的权限查询，只看得到街镇已授权的内容，操作真实生效。令牌只在本页内存中，十分钟有效，到期自动更换。',
  preflight: '预估点数（不执行）',
  costHint: '执行后在此显示点数；工具栏的“¥”只预估，不执行。',
  costOf: '本次点数：',
  preflightOf: '预估点数：',
  asked: '最多 {{n}}',
  used: '实际 {{n}}',
  left: '剩余 {{n}} / {{of}}',
  heaviest: '点数最多的部分 {{part}}',
  retryAfter: '须等待 {{n}} 秒',
  noCost: '没有得到预估。',
} as const;

export const en: Words<typeof zh> = {
  title: 'Explorer',
  as: 'As',
  oneself: 'Myself ({{name}})',
  application: 'Application: {{name}}',
  asOneself: 'It asks with your own rights, and what it changes is changed.',
  asApplication:
    'It asks as the application: of towns it sees what they consented to, and what it changes is changed. Its token is kept in the memory of this page alone, for ten minutes, and replaced by itself.',
  preflight: 'Price without running',
  costHint: 'What an operation costs is told here. “¥” in the toolbar prices it without running it.',
  costOf: 'Points:',
  preflightOf: 'Preflight:',
  asked: 'at most {{n}}',
  used: 'used {{n}}',
  left: 'left {{n}} of {{of}}',
  heaviest: 'most of it {{part}}',
  retryAfter: 'wait {{n}} seconds',
  noCost: 'There was no price.',
};
