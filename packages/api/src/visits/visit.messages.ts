/** What refusals about visits say. */
export const visitMessages = {
  en: {
    visitsDepend: '{count} visits are recorded under what it made.',
    visitedLater: 'The household was visited on {date}.',
    noVisitors: 'Name between 1 and {most} people who made the visit.',
    clientId: 'A UUID in small letters, such as 01937c6e-8f1a-7cc3-9a4e-2f1d0c3b5a69.',
    visitDiffers: 'A visit with this id is recorded already, with other content.',
    visitWithdrawn: 'This visit has been withdrawn.',
    notedAhead: 'The clock of the device is ahead of the present moment.',
    notedBefore: 'It was noted before the day of the visit.',
  },
  zh: {
    visitsDepend: '在由它形成的块区下已有 {count} 次走访记录。',
    visitedLater: '{date} 曾走访该户。',
    noVisitors: '请选择 1 到 {most} 名走访人。',
    clientId: '须为小写的 UUID，例如 01937c6e-8f1a-7cc3-9a4e-2f1d0c3b5a69。',
    visitDiffers: '该编号的走访已有记录，但内容不同。',
    visitWithdrawn: '该走访已撤回。',
    notedAhead: '设备时间晚于当前时间。',
    notedBefore: '记录时间早于走访日期。',
  },
};
