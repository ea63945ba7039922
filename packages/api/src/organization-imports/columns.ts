/** The columns of a file of organisations, one row each, in the order in which an export has them; the first header is what people are told. */
export const headers = {
  name: ['组织名称', '名称', 'name'],
  unit: ['所在单位', '单位', 'unit'],
  kind: ['类别', '组织类别', 'kind'],
  industry: ['行业', 'industry'],
  creditCode: ['统一社会信用代码', '信用代码', 'credit code'],
  size: ['人数', '职工人数', 'size'],
  partyMembers: ['党员人数', '党员数', 'party members'],
  owner: ['负责人', 'owner'],
  contact: ['联系人', 'contact'],
  telephone: ['联系电话', '电话', 'telephone'],
  from: ['起始日期', '开始日期', 'from'],
} as const;

export type Column = keyof typeof headers;
export const columns = Object.keys(headers) as readonly Column[];
