import type { Words } from './words.ts';

export const zh = {
  numbers: '便民电话',
  none: '还没有便民电话',
  lead: '显示在公示页、公示牌和便民服务卡上，对其下所有块区有效。',
  add: '新增便民电话',
  label: '名称',
  labelHint: '如：供水、供电、燃气、有线电视、居委会',
  telephone: '电话',
  added: '已新增“{{label}}”',
  end: '停用',
  ended: '已停用“{{label}}”',
} as const;

export const en: Words<typeof zh> = {
  numbers: 'Useful numbers',
  none: 'No useful number yet',
  lead: 'They stand on public pages, boards and convenience cards of all blocks under it.',
  add: 'Add a number',
  label: 'Whose it is',
  labelHint: 'such as water, power, gas, cable television, the committee',
  telephone: 'Number',
  added: 'Added “{{label}}”',
  end: 'End',
  ended: 'Ended “{{label}}”',
};
