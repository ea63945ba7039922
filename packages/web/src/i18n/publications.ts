import type { Words } from './words.ts';

export const zh = {
  shown: '已公示',
  agree: '同意公示',
  agreeTitle: '“{{name}}”同意公示',
  agreeLead: '请在本人书面同意后登记。姓名会在公示页和公示牌上显示；电话和照片只在填写后显示。',
  agreedOn: '同意日期',
  telephone: '公示电话（可不填）',
  photo: '照片（可不填）',
  keepPhoto: '沿用已公示的照片',
  agreed: '已登记“{{name}}”同意公示',
  end: '撤回公示',
  endTitle: '“{{name}}”撤回公示',
  endLead: '立即从公示页撤下，电话和照片一并删除。已打印的公示牌请另行更换。',
  ended: '已撤下“{{name}}”',
  printBadges: '打印走访证',
  badge: '走访证',
  badgeHint: '入户走访请出示此证',
  noPhoto: '贴照片处',
  scan: '扫码核对',
} as const;

export const en: Words<typeof zh> = {
  shown: 'shown',
  agree: 'Agrees to be shown',
  agreeTitle: '“{{name}}” agrees to be shown',
  agreeLead:
    'Put it down once they have agreed in writing. The name is shown on the public page and the board; telephone and photograph only where they are given here.',
  agreedOn: 'Agreed on',
  telephone: 'Telephone to show (optional)',
  photo: 'Photograph (optional)',
  keepPhoto: 'Keep the photograph that is shown',
  agreed: '“{{name}}” agrees to be shown',
  end: 'Take off',
  endTitle: 'Take “{{name}}” off the public page',
  endLead: 'They are taken off at once; telephone and photograph are deleted. Replace boards that were printed.',
  ended: 'Took “{{name}}” off',
  printBadges: 'Print visit badges',
  badge: 'Visit badge',
  badgeHint: 'To be shown on visits',
  noPhoto: 'Photograph',
  scan: 'Scan to check',
};
