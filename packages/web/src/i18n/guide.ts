import type { Words } from './words.ts';

export const zh = {
  title: '开发者指南',
  pages: { guide: '指南', errors: '错误代码', limits: '限制与点数' },
  menu: '指南的页面',
} as const;

export const en: Words<typeof zh> = {
  title: 'Guide for developers',
  pages: { guide: 'Guide', errors: 'Errors', limits: 'Limits' },
  menu: 'Pages of the guide',
};
