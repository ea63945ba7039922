import type { Words } from './words.ts';

export const zh = {
  title: '登记的操作',
  lead: '登记后可按哈希值发送；平台新版本如会使其失效，安装前就会发现。',
  none: '没有登记操作。',
  store: '登记操作',
  storeLead: '请粘贴应用实际发送的文档，每份恰好一个具名操作。多一个空格，哈希值就不同。',
  document: '文档',
  stored: '已登记操作',
  storedOn: '{{at}} 登记',
  drop: '取消登记',
  dropped: '已取消登记',
};

export const en: Words<typeof zh> = {
  title: 'Stored operations',
  lead: 'They can be sent by their hash, and a new version of the platform that would break one is noticed before it is installed.',
  none: 'No operation is stored.',
  store: 'Store an operation',
  storeLead:
    'Paste the document as your application sends it, with one operation that has a name. One more space makes another hash.',
  document: 'Document',
  stored: 'The operation is stored',
  storedOn: 'stored on {{at}}',
  drop: 'Drop',
  dropped: 'The operation is dropped',
};
