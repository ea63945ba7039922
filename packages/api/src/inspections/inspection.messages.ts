/** What refusals about inspections say. */
export const inspectionMessages = {
  en: {
    inspectionChecks: 'Between 1 and {most} places.',
    inspectionCheckKept: 'This place was checked before: what was found there is recorded and mended by itself.',
    noneOfSquad: 'At least one of those who took part must be in the squad on {date}.',
    roundDiffers: 'A round with this id is recorded already, with other content.',
    roundWithdrawn: 'This has been withdrawn.',
    inspectionsDepend: '{count} inspections or places to inspect are recorded under what it made.',
  },
  zh: {
    inspectionChecks: '请填写 1 到 {most} 个督查点。',
    inspectionCheckKept: '该督查点此前已检查：发现的问题请单独登记和整改。',
    noneOfSquad: '参加人中至少须有一人在 {date} 属于该督查组。',
    roundDiffers: '该编号的督查轮次已有记录，但内容不同。',
    roundWithdrawn: '该记录已撤回。',
    inspectionsDepend: '在由它形成的单位下已有 {count} 条督查或督查点记录。',
  },
};
