import type { Words } from './words.ts';

export const zh = {
  reminders: '待办提醒',
  open: '待办提醒，{{n}} 条未读',
  none: '没有待办提醒',
  kinds: { DUE_SOON: '即将到期', OVERDUE: '已逾期', FOLLOW_UP: '待回访', VISIT: '应立即走访' },
  says: { DUE_SOON: '期限 {{day}}', OVERDUE: '期限 {{day}}', FOLLOW_UP: '{{day}} 办结', VISIT: '{{day}} 起须尽快走访' },
};

export const en: Words<typeof zh> = {
  reminders: 'To do',
  open: 'To do: {{n}} new',
  none: 'Nothing to do',
  kinds: { DUE_SOON: 'Due soon', OVERDUE: 'Overdue', FOLLOW_UP: 'To follow up', VISIT: 'To visit at once' },
  says: { DUE_SOON: 'Due {{day}}', OVERDUE: 'Due {{day}}', FOLLOW_UP: 'Handled {{day}}', VISIT: 'Since {{day}}' },
};
