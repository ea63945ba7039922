import type { Words } from './words.ts';

export const zh = {
  photos: '照片',
  none: '请拍照或选择照片',
  noneYet: '还没有照片',
  field: '照片（可不加）',
  take: '拍照',
  pick: '选择照片',
  hint: '拍地点和现场，不拍证件、病历等个人材料。照片先在本机缩小，并去掉拍摄位置等信息。',
  ofMost: '已选 {{n}} 张，最多 {{most}} 张',
  nth: '照片 {{n}}',
  remove: '移除照片 {{n}}',
  unreadable: '无法读取：{{names}}。请选择照片文件，如 JPEG、PNG。',
};

export const en: Words<typeof zh> = {
  photos: 'Photographs',
  none: 'Take or choose photographs',
  noneYet: 'No photographs yet',
  field: 'Photographs (optional)',
  take: 'Take one',
  pick: 'Choose photographs',
  hint: 'Of the place, never of people’s documents. They are made small on this device, and say nothing of where they were taken.',
  ofMost: '{{n}} of at most {{most}}',
  nth: 'Photograph {{n}}',
  remove: 'Take away photograph {{n}}',
  unreadable: 'Cannot be read: {{names}}. Choose photographs, such as JPEG or PNG.',
};
