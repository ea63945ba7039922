import type { Words } from './words.ts';

export const zh = {
  product: '连心',
  latin: 'Lianxin',
  motto: '街镇基层服务平台',
  title: '登录',
  account: '账号',
  password: '密码',
  accountHint: '例如 wang-310112114',
  submit: '登录',
  signingIn: '正在登录',
  signOut: '退出登录',
  signedOut: { title: '您已退出', lead: '为保护居民信息，离开公用电脑前请关闭浏览器窗口。', again: '重新登录' },
  expired: {
    title: '登录已失效',
    lead: '长时间未操作，或密码已被重置。重新登录后会回到当前页面；未保存的内容请先抄录。',
    again: '重新登录',
  },
  failed: { title: '登录未完成', lead: '登录过程被中断，请重新登录。' },
  problem: {
    WRONG_CREDENTIALS: '账号或密码不正确。',
    TOO_MANY_ATTEMPTS: '尝试次数过多，请在 {{wait}} 后再试。',
    INTERACTION_EXPIRED: '登录页面已过期，请重新开始。',
    UNAVAILABLE: '暂时无法登录，请稍后再试。',
  },
  wait: { seconds: '{{n}} 秒', minutes: '{{n}} 分钟' },
  restart: '重新开始登录',
  forgot: '忘记密码？请联系本街镇管理员重置。',
} as const;

export const en: Words<typeof zh> = {
  product: '连心',
  latin: 'Lianxin',
  motto: 'Grassroots service for towns',
  title: 'Sign in',
  account: 'Account',
  password: 'Password',
  accountHint: 'for example wang-310112114',
  submit: 'Sign in',
  signingIn: 'Signing in',
  signOut: 'Sign out',
  signedOut: {
    title: 'You have signed out',
    lead: 'To protect residents, close the browser window before you leave a shared computer.',
    again: 'Sign in again',
  },
  expired: {
    title: 'Your sign-in has ended',
    lead: 'You were away for long, or your password was reset. Signing in brings you back to this page; copy what is not saved first.',
    again: 'Sign in again',
  },
  failed: { title: 'Sign-in was not completed', lead: 'It was interrupted. Please sign in again.' },
  problem: {
    WRONG_CREDENTIALS: 'The account or the password is wrong.',
    TOO_MANY_ATTEMPTS: 'Too many attempts. Try again in {{wait}}.',
    INTERACTION_EXPIRED: 'This sign-in page has expired. Start again.',
    UNAVAILABLE: 'Signing in is not possible right now. Try again in a while.',
  },
  wait: { seconds: '{{n}} s', minutes: '{{n}} min' },
  restart: 'Start again',
  forgot: 'Forgotten your password? Ask the administrator of your town.',
};
