import type { Words } from './words.ts';

export const zh = {
  title: '开发者指南',
  pages: {
    guide: '入门',
    applications: '登记与授权',
    webhooks: '消息推送',
    exports: '批量导出',
    errors: '错误代码',
    limits: '限制与点数',
    contract: '接口约定与权限',
    access: '权限对照表',
    changes: '接口变更记录',
    client: '客户端',
  },
  contract: {
    schema: '接口约定',
    lead: '全部类型、字段、说明和点数单价都写在 schema.graphql 中，可用来生成代码或检查查询；在接口调试中也可以逐项查阅。',
    download: '下载 schema.graphql',
    explore: '在接口调试中查阅',
    scopes: '权限目录（{{n}} 项）',
    scopesLead:
      '应用可以申请的全部权限及其名称（scope）。街镇逐项授权，请只申请必需的。哪个字段、哪类对象需要哪项权限，见权限对照表。',
  },
  menu: '指南的页面',
  englishOnly: '本页目前只有英文。',
} as const;

export const en: Words<typeof zh> = {
  title: 'Guide for developers',
  pages: {
    guide: 'Start here',
    applications: 'Applications and consent',
    webhooks: 'Webhooks',
    exports: 'Exports',
    errors: 'Errors',
    limits: 'Limits',
    contract: 'Contract and scopes',
    access: 'Access table',
    changes: 'Changes of the contract',
    client: 'Client',
  },
  contract: {
    schema: 'The contract',
    lead: 'Every type and field, what they mean and what they cost stands in schema.graphql: generate code from it, or check queries against it. The explorer shows it, too.',
    download: 'Download schema.graphql',
    explore: 'Read it in the explorer',
    scopes: 'Scopes ({{n}})',
    scopesLead:
      'All that an application can ask for, in words and by name. Towns decide about each, so ask for few. Which field and which object takes which scope stands in the access table.',
  },
  menu: 'Pages of the guide',
  englishOnly: 'This page is in English only.',
};
