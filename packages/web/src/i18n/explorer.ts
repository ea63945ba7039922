import type { Words } from './words.ts';

export const zh = {
  title: '接口调试',
  as: '身份',
  oneself: '本人（{{name}}）',
  application: '应用：{{name}}',
  asOneself: '以本人的权限查询和办理，操作真实生效。',
  asApplication:
    '以该应用的权限查询，只看得到街镇已授权的内容，操作真实生效。令牌只在本页内存中，十分钟有效，到期自动更换。',
  begin: '按 Ctrl+Enter 执行',
  opening: '正在打开编辑器。首次打开要下载较多内容，请稍候。',
  editorInEnglish:
    '编辑器使用 GraphiQL，它没有中文，自带的按钮和提示为英文：三角形按钮执行；左侧自上而下为接口文档、历史，以及重新读取接口约定、快捷键和设置。',
  preflight: '预估点数（不执行）',
  prettify: '整理格式（{{key}}）',
  merge: '把片段并入查询（{{key}}）',
  copy: '复制查询（{{key}}）',
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
  title: 'API explorer',
  as: 'Acting as',
  oneself: 'Myself ({{name}})',
  application: 'Application: {{name}}',
  asOneself: 'Operations run with your own permissions. Changes are real.',
  asApplication:
    'Operations run as the application: it sees what towns have consented to. Changes are real. Its token is kept only in the memory of this page, for ten minutes, and is renewed automatically.',
  begin: 'Press Ctrl+Enter to run',
  opening: 'Opening the editor. The first time there is much to download.',
  editorInEnglish:
    'The editor is GraphiQL, which has no Chinese: its own buttons and hints are in English. The triangle runs a query; on the left are, from the top, the documentation, the history, and reading the schema again, shortcuts and settings.',
  preflight: 'Estimate cost without running',
  prettify: 'Prettify ({{key}})',
  merge: 'Merge fragments into the query ({{key}})',
  copy: 'Copy query ({{key}})',
  costHint: 'The cost of an operation is shown here. “¥” in the toolbar estimates it without running it.',
  costOf: 'Points:',
  preflightOf: 'Estimate:',
  asked: 'at most {{n}}',
  used: 'used {{n}}',
  left: '{{n}} of {{of}} left',
  heaviest: 'most expensive part {{part}}',
  retryAfter: 'wait {{n}} seconds',
  noCost: 'No estimate was returned.',
};
