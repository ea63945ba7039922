/** What refusals about closed periods say. */
export const figureSnapshotMessages = {
  en: {
    periodNotOver: 'The period is not over: it ends on {date}.',
    periodClosed: 'The period is closed already.',
    periodReopened: 'The period was opened again after this closing.',
  },
  zh: {
    periodNotOver: '该期尚未结束，{date} 才结束。',
    periodClosed: '该期已经封存。',
    periodReopened: '此次封存后该期已重新打开。',
  },
};
