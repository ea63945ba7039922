import type { Words } from './words.ts';

export const zh = {
  by: '汇总方式',
  groups: { CATEGORY: '类别', ITEM: '项目', UNIT: '单位', CAMPAIGN: '活动', SOURCE: '来源' },
  allCampaigns: '全部活动',
  noCampaign: '不属于活动',
  together: '户数较少的敏感类别，合计',
  total: '共批准 {{amount}} 元，{{n}} 户',
  none: '这段时间没有批准帮困',
  households: '户数',
  applications: '户次',
  granted: '批准（元）',
  paid: '已发放（元）',
  campaigns: {
    title: '帮困活动',
    open: '开设活动',
    name: '活动名称',
    firstDay: '第一天',
    lastDay: '最后一天',
    revise: '修改',
  },
};

export const en: Words<typeof zh> = {
  by: 'Told apart by',
  groups: { CATEGORY: 'Category', ITEM: 'Item', UNIT: 'Unit', CAMPAIGN: 'Campaign', SOURCE: 'Source' },
  allCampaigns: 'All campaigns',
  noCampaign: 'Of no campaign',
  together: 'Sensitive, of few households, together',
  total: '{{amount}} yuan granted to {{n}} households',
  none: 'Nothing was granted in this period',
  households: 'Households',
  applications: 'Times',
  granted: 'Granted (yuan)',
  paid: 'Paid (yuan)',
  campaigns: {
    title: 'Campaigns',
    open: 'Open a campaign',
    name: 'Name',
    firstDay: 'First day',
    lastDay: 'Last day',
    revise: 'Change',
  },
};
