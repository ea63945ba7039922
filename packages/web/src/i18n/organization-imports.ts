import type { Words } from './words.ts';

export const zh = {
  import: '导入组织',
  lead: '从表格登记两新组织，一行一个组织。先检查文件：有错误的行逐行列出，可能已登记在其他单位的组织由您逐一决定；导入只新增，已有的内容不会改变。',
  pickHint: 'CSV 或 XLSX，最大 6 MB、5,000 行；XLSX 只读第一张工作表。',
  fromHint: '未写起始日期的组织自该日起登记；不填则为今天。',
  done: '已导入 {{organizations}} 个组织',
  see: '查看两新组织',
  effect: { organizations: '新登记组织', unchanged: '已有，不变' },
  duplicates: '{{n}} 行可能是已登记在其他单位的组织',
  duplicatesLead: '名称相同，且没有不同的信用代码。请决定每一行：跳过（不登记），或确认是另一组织并新增。',
  name: '组织名称',
  sameAsRow: '与文件第 {{row}} 行同名',
  templateLead: '下载空表，从第二行起填写；其他街镇导出的表格也可导入。',
  columns: {
    name: { name: '组织名称', says: '必填，同一单位内不重名' },
    unit: { name: '所在单位', says: '必填，写全名，如“杜行居委会”或“杜行居委会/第1块区”' },
    kind: { name: '类别', says: '必填，本镇的组织类别' },
    industry: { name: '行业', says: '本镇的行业，可不填' },
    creditCode: { name: '统一社会信用代码', says: '18 位，可不填' },
    counts: { name: '人数、党员人数', says: '数字，可不填' },
    people: { name: '负责人、联系人、联系电话', says: '可不填' },
    from: { name: '起始日期', says: '可不填，如 2024-01-01' },
  },
} as const;

export const en: Words<typeof zh> = {
  import: 'Import organisations',
  lead: 'Organisations come from a table, one row each. The file is checked first: rows at fault are listed, and you decide about each that may be there in another unit already. It only adds: what is there stays as it is.',
  pickHint: 'CSV or XLSX, at most 6 MB and 5,000 rows; of an XLSX the first sheet is read.',
  fromHint: 'For organisations that name no day of their own; today unless told.',
  done: 'Imported organisations: {{organizations}}',
  see: 'See them',
  effect: { organizations: 'New organisations', unchanged: 'Already there' },
  duplicates: 'Rows that may describe an organisation of another unit: {{n}}',
  duplicatesLead:
    'The same name, and no codes that tell them apart. Decide about each: leave the row out, or add it as another one.',
  name: 'Name',
  sameAsRow: 'Called as row {{row}} of the file',
  templateLead:
    'Download the empty table and fill it in from the second row on. What another town exports can be imported, too.',
  columns: {
    name: { name: 'Name', says: 'Needed; no other in the unit has it' },
    unit: { name: 'Unit', says: 'Needed, as a path from the village' },
    kind: { name: 'Kind', says: 'Needed; of the town’s list' },
    industry: { name: 'Industry', says: 'Of the town’s list; optional' },
    creditCode: { name: 'Credit code', says: '18 characters; optional' },
    counts: { name: 'People, Party members', says: 'Numbers; optional' },
    people: { name: 'Owner, whom to ask, telephone', says: 'Optional' },
    from: { name: 'From', says: 'Optional, such as 2024-01-01' },
  },
};
