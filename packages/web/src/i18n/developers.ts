import type { Words } from './words.ts';

export const zh = {
  pages: '开发者页面',
  home: '开始使用',
  title: '从登记到第一次调用',
  lead: '按以下步骤接入本平台；已登记应用的，按最近登记的应用显示进度。',
  done: '已完成',
  or: ' 或 ',
  register: '登记后得到客户端编号和密钥，不需要审批。',
  callTitle: '第一次调用',
  call: '用密钥换取令牌，再发出一次查询；也可以不写代码，直接在接口调试中试用。',
  callInSandbox:
    '{{towns}} 已对所有应用授权，数据均为虚构。用密钥换取令牌后即可查询；也可以不写代码，直接在接口调试中试用。',
  consentTitle: '请街镇授权',
  consent: '把客户端编号交给街镇管理员，由其在“应用授权”中勾选同意的权限。',
  webhookTitle: '接收推送（可选）',
  webhook: '登记推送地址后，授权街镇的事项一有变化，平台即推送编号，不必反复查询。',
  aboutWebhooks: '推送说明',
  more: '查阅',
  guide: '开发者指南：全部示例',
} as const;

export const en: Words<typeof zh> = {
  pages: 'Developer pages',
  home: 'Get started',
  title: 'From registering to your first call',
  lead: 'Connect your application in these steps. They show the state of the application that you registered last.',
  done: 'Done',
  or: ' or ',
  register: 'You get a client id and a secret. Nobody has to approve it.',
  callTitle: 'Make your first call',
  call: 'Exchange the secret for a token and send a query, or try it in the explorer without writing code.',
  callInSandbox:
    '{{towns}} consent to every application; their data are invented. Exchange the secret for a token and query them, or try it in the explorer without writing code.',
  consentTitle: 'Ask a town to consent',
  consent: 'Give the client id to the administrators of a town. They select what they agree to under “Applications”.',
  webhookTitle: 'Receive webhooks (optional)',
  webhook: 'Add an endpoint, and the platform tells it what changes in towns that consent, so that you need not poll.',
  aboutWebhooks: 'About webhooks',
  more: 'Read on',
  guide: 'Guide with all examples',
};
