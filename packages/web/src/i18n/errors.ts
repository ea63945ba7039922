import type { Words } from './words.ts';

export const zh = {
  UNAUTHENTICATED: '登录已失效，请重新登录。',
  FORBIDDEN: '您没有此项操作的权限。',
  NOT_FOUND: '没有找到，可能已撤销或不在您的工作范围内。',
  BAD_INPUT: '填写的内容有误，请检查。',
  CONFLICT: '与现有数据冲突，请刷新后再试。',
  LIMIT_EXCEEDED: '操作过于频繁或数据过多，请稍后再试。',
  UNAVAILABLE: '服务暂时不可用，请稍后再试。',
  BAD_QUERY: '页面与服务器版本不一致，请刷新页面。',
  INTERNAL: '系统出错，请稍后再试；若多次出现，请联系管理员。',
  OFFLINE: '无法连接服务器，请检查网络。',
  UNKNOWN: '操作未成功，请稍后再试。',
  theirs: '其他人已改为“{{theirs}}”；再次提交将以您填写的为准',
  changed: '其他人已修改；再次提交将以您填写的为准',
  item: '第 {{item}} 项：{{text}}',
} as const;

export const en: Words<typeof zh> = {
  UNAUTHENTICATED: 'Your sign-in has ended. Sign in again.',
  FORBIDDEN: 'You are not permitted to do this.',
  NOT_FOUND: 'Not found: it may be closed, or outside your work.',
  BAD_INPUT: 'Something that was entered is not right. Check the form.',
  CONFLICT: 'This conflicts with what is there now. Reload and try again.',
  LIMIT_EXCEEDED: 'Too much or too often. Try again in a while.',
  UNAVAILABLE: 'The service is not available right now. Try again in a while.',
  BAD_QUERY: 'This page does not fit the server’s version. Reload it.',
  INTERNAL: 'Something is wrong with the platform. Try again; if it stays so, tell your administrator.',
  OFFLINE: 'The server cannot be reached. Check your connection.',
  UNKNOWN: 'That did not work. Try again in a while.',
  theirs: 'Somebody else made it “{{theirs}}”. Submit again to have it your way.',
  changed: 'Somebody else changed it. Submit again to have it your way.',
  item: 'Item {{item}}: {{text}}',
};
