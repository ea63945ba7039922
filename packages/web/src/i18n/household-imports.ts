import type { Words } from './words.ts';

export const zh = {
  import: '导入住户',
  lead: '从表格登记住户和成员，一行一名成员。先检查文件：有错误的行逐行列出，可能已在其他户的人员由您逐一决定；导入只新增，已有的内容不会改变。',
  pickHint: 'CSV 或 XLSX，最大 6 MB、100,000 行；XLSX 只读第一张工作表。',
  fromHint: '未写起始日期的户自该日起登记；不填则为今天。',
  done: '已导入 {{households}} 户、{{members}} 名成员、{{categories}} 项类别',
  find: '查找住户',
  effect: { households: '新登记户', members: '新增成员', categories: '列入类别', unchanged: '成员已有，不变' },
  duplicates: '{{n}} 行可能是其他户已有的人员',
  duplicatesLead: '姓名相同，且出生年份或电话相同。请决定每一行：跳过（不登记此人），或确认是另一人并新增。',
  code: '户号',
  sameAsRow: '与文件第 {{row}} 行为同一人',
  unseen: '已在册，您无权查看',
  templateLead: '下载空表，从第二行起填写。同一户号的行为一户，住户的内容写在其中一行即可。',
  columns: {
    code: { name: '户号', says: '必填，同一户各行相同' },
    block: { name: '块区', says: '新登记户必填，单位写全名，如“杜行居委会/第1块区”' },
    address: { name: '地址', says: '可不填' },
    from: { name: '起始日期', says: '可不填，如 2024-01-01' },
    name: { name: '姓名', says: '成员姓名' },
    head: { name: '户主', says: '是户主的写“是”' },
    birthYear: { name: '出生年份', says: '四位数字，可不填' },
    telephone: { name: '电话', says: '手机或固定电话，可不填' },
    categories: { name: '类别、类别原因', says: '本镇的住户类别，多个用“、”分隔；写了类别须写原因' },
  },
} as const;

export const en: Words<typeof zh> = {
  import: 'Import households',
  lead: 'Households and members come from a table, one row a member. The file is checked first: rows at fault are listed, and you decide about everybody who may be in another household already. It only adds: what is there stays as it is.',
  pickHint: 'CSV or XLSX, at most 6 MB and 100,000 rows; of an XLSX the first sheet is read.',
  fromHint: 'For households that name no day of their own; today unless told.',
  done: 'Imported: households {{households}}, members {{members}}, categories {{categories}}',
  find: 'Find households',
  effect: {
    households: 'New households',
    members: 'New members',
    categories: 'Into categories',
    unchanged: 'Members already there',
  },
  duplicates: 'Rows that may describe somebody of another household: {{n}}',
  duplicatesLead:
    'The same name, and year of birth or telephone. Decide about each: leave the row out, or add it as another person.',
  code: 'Household',
  sameAsRow: 'The same as row {{row}} of the file',
  unseen: 'There already; you may not see it',
  templateLead:
    'Download the empty table and fill it in from the second row on. Rows of one number are one household; what is said of the household stands in one of them.',
  columns: {
    code: { name: 'Number', says: 'Needed; the same in all rows of a household' },
    block: { name: 'Block', says: 'Needed for a new household, as a path from the village' },
    address: { name: 'Address', says: 'Optional' },
    from: { name: 'From', says: 'Optional, such as 2024-01-01' },
    name: { name: 'Name', says: 'Of the member' },
    head: { name: 'Head', says: 'Yes for the head of the household' },
    birthYear: { name: 'Year of birth', says: 'Four digits; optional' },
    telephone: { name: 'Telephone', says: 'Mobile or landline; optional' },
    categories: { name: 'Categories, reason', says: 'The town’s categories of households; with a reason' },
  },
};
