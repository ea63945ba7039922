import type { Words } from './words.ts';

export const zh = {
  title: '开发者指南',
  pages: {
    guide: '入门',
    applications: '登记与授权',
    webhooks: '消息推送',
    exports: '批量导出',
    errors: '错误代码',
    limits: '限制与点数',
    client: '客户端',
  },
  menu: '指南的页面',
  englishOnly: '本页目前只有英文。',
} as const;

export const en: Words<typeof zh> = {
  title: 'Guide for developers',
  pages: {
    guide: 'Start here',
    applications: 'Applications and consent',
    webhooks: 'Webhooks',
    exports: 'Exports',
    errors: 'Errors',
    limits: 'Limits',
    client: 'Client',
  },
  menu: 'Pages of the guide',
  englishOnly: 'This page is in English only.',
};
