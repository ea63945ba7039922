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
  lead: 'A stored operation can be sent by its hash, and a platform upgrade that would break it is noticed before it is installed.',
  none: 'No stored operations.',
  store: 'Store operation',
  storeLead:
    'Paste the document exactly as your application sends it, with one named operation. The hash depends on every character.',
  document: 'Document',
  stored: 'Operation stored',
  storedOn: 'stored on {{at}}',
  drop: 'Remove',
  dropped: 'Operation removed',
};
