import type { Words } from './words.ts';

export const zh = {
  lead: '选择指标，先看合计，再逐级打开，直到块区。每张表各行相加等于合计。地址记着所有选择，可以直接发给别人。',
  indicator: '指标',
  times: { STOCK: '某一天的数量', FLOW: '一段时间的次数', COVERAGE: '一段时间的覆盖' },
  definition: {
    unit: '当日在组织树上的单位，含筹建；叠加分区的块区不计。',
    team: '当日在册的组团。',
    household: '当日在地理块区里的户，每户只计一次，叠加分区不重复计。',
    contact: '这段时间里记录的走访，包括上门、电话和预约；已撤回的不计，同一户同一天同一方式的多次只计一次。',
    'contact-rate':
      '这段时间里的有效联系（上门、电话、预约，已撤回的不计）与期末户数之比，按每百户计；期末还没到的，按今天的户数。',
    'household-contacted': '期末在地理块区里的户中，这段时间里至少有一次有效联系的；期末还没到的，按今天的户。',
    'contact-record':
      '这段时间里的走访中，台账合格的：两天内记录；三个必记都有实际内容，不是照抄上一次走访，也不互相重复；提到的诉求已登记，或者写明了结果。',
    request: '这段时间里提出的诉求；已撤回的不计。',
    'request-promptness': '这段时间里提出的诉求中，最迟在居民反映后第一个工作日内登记的；居民自己在网上提交的不计。',
    'request-completion': '这段时间里提出的诉求中，已办结且没有重新打开的。',
    'request-follow-up': '这段时间里提出的诉求中，办结后回访过的。',
    'request-satisfaction': '这段时间里提出的诉求中，最近一次回访满意或基本满意的。',
    'request-grassroots': '这段时间里提出的诉求中，在块区或村居一级办结的。',
  },
  day: '日期',
  from: '从',
  to: '到',
  inclusive: '首尾两天都计入',
  endsTooEarly: '最后一天不能早于 {{first}}',
  fixPeriod: '请先改正起止日期。',
  basisLabel: '口径',
  basis: {
    AS_RECORDED: '按记录时',
    AS_OF: '按某日',
    RESTATED: '按现行',
  },
  basisSays: {
    AS_RECORDED: '当时记在哪个块区就算哪个块区，上级也按事发当天的建制，以后怎样调整都不变。',
    AS_OF: '都折算成所选这一天的建制：合并、拆分、划转前后的记录，算给当天的单位。',
    RESTATED: '都折算成今天的建制：过去的记录随历次调整，算给今天的单位。',
  },
  basisDay: '建制日期',
  basisOn: {
    AS_RECORDED: '按记录时的建制',
    AS_OF: '按 {{day}} 的建制',
    RESTATED: '按今天（{{day}}）的建制',
  },
  agree: '三种口径的合计相同，都是 {{total}}：口径只改变算给哪个单位，不改变总数。',
  differ: '三种口径的合计不同，请把这个页面的地址告诉平台运营人员。',
  beside: '三种口径对照（合计）',
  unit: '单位',
  count: '数量',
  share: '占比',
  rate: '比率',
  open: '打开下级',
  openOf: '打开{{name}}的下级',
  noRecords: '没有记录',
  records: { inOrder: '合格', faulty: '有问题', contacted: '已联系', uncontacted: '未联系' },
  noUnit: '不在任何单位',
  itself: '{{name}}（本级，不在下级单位）',
  remainder: '其余 {{n}} 个单位（尚未加载）',
  rest: '其余单位',
  none: '没有可计的数：{{what}}为 0。',
  nowhere: '数为 0 的单位不列出。',
  movedAbout: '按记录时，期间换过上级的单位，打开后是它在各上级之下的全部记录，可能多于上一级表中的数。',
  ofRestructuring: '看数据折算',
} as const;

export const en: Words<typeof zh> = {
  lead: 'Choose a figure, see it for the town, and open it down to the blocks. The rows of every table add up to its total. The address holds all that is chosen and can be sent on.',
  indicator: 'Figure',
  times: { STOCK: 'On a day', FLOW: 'Over a period', COVERAGE: 'Covered in a period' },
  definition: {
    unit: 'Units in the tree on the day, those in preparation included, blocks of overlays left out.',
    team: 'Teams that stand on the day.',
    household: 'Households in a geographic block on the day, each once, whatever overlays it is in.',
    'contact-rate':
      'Effective contacts in the period (visits, telephone, appointments; those withdrawn left out, one a household, day and way) to 100 households on its last day, or today while that is ahead.',
    'household-contacted':
      'Of the households in a geographic block on the last day of the period, or today while that is ahead, those with at least one effective contact in it.',
    'contact-record':
      'Of the visits in the period, those whose record is in order: noted within two days; three must-records that say something, no mere copies of the last visit or of each other; what was asked for raised as a request or given an outcome.',
    request: 'Requests raised in the period, those withdrawn left out.',
    'request-promptness':
      'Of the requests raised in the period, those recorded by the end of the first working day after the residents told them; those put in online by residents are left out.',
    'request-completion': 'Of the requests raised in the period, those handled and not opened again.',
    'request-follow-up': 'Of the requests raised in the period, those followed up after they were handled.',
    'request-satisfaction':
      'Of the requests raised in the period, those with somebody satisfied or fairly satisfied at the latest follow-up.',
    'request-grassroots': 'Of the requests raised in the period, those handled at the level of the block or committee.',
    contact:
      'Visits to households in the period, at home, by telephone or by appointment; those withdrawn left out, and of several to one household on one day in the same way one counted.',
  },
  day: 'Day',
  from: 'From',
  to: 'To',
  inclusive: 'First and last day included',
  endsTooEarly: 'The last day cannot be before {{first}}',
  fixPeriod: 'Correct the period first.',
  basisLabel: 'Basis',
  basis: {
    AS_RECORDED: 'As recorded',
    AS_OF: 'As of a day',
    RESTATED: 'Restated',
  },
  basisSays: {
    AS_RECORDED:
      'Each counts for the block it was recorded under and what stood above it on its own day, whatever changed later.',
    AS_OF: 'All are carried to the units of the chosen day, through mergers, splits and moves.',
    RESTATED: 'All are carried to the units of today, through every restructuring since.',
  },
  basisDay: 'Day of the units',
  basisOn: {
    AS_RECORDED: 'for the units as recorded',
    AS_OF: 'for the units of {{day}}',
    RESTATED: 'for the units of today ({{day}})',
  },
  agree:
    'The town’s total is the same on all three bases: {{total}}. A basis changes which unit counts, never the total.',
  differ:
    'The town’s total is not the same on all three bases. Please send the address of this page to the platform operator.',
  beside: 'The three bases side by side (town)',
  unit: 'Unit',
  count: 'Count',
  share: 'Share',
  rate: 'Rate',
  open: 'Open',
  openOf: 'Open {{name}}',
  noRecords: 'No records',
  records: { inOrder: 'In order', faulty: 'Lacking', contacted: 'Contacted', uncontacted: 'Not contacted' },
  noUnit: 'In no unit',
  itself: '{{name}} (itself, in no unit below)',
  remainder: '{{n}} more units (not loaded yet)',
  rest: 'All other units',
  none: 'Nothing to count: {{what}} is 0.',
  nowhere: 'Units with 0 are not listed.',
  movedAbout:
    'As recorded, a unit that stood under several others in the period opens with all that was recorded under it, which may be more than its row above.',
  ofRestructuring: 'Figures around it',
};
