/** The columns of a file of households, one row a member; the first header is what people are told. */
export const headers = {
  code: ['户号', 'code'],
  block: ['块区', '责任区', 'block'],
  address: ['地址', '住址', 'address'],
  from: ['起始日期', '开始日期', 'from'],
  name: ['姓名', 'name'],
  head: ['户主', 'head'],
  birthYear: ['出生年份', '出生年', 'birth year'],
  telephone: ['电话', '联系电话', '手机', 'telephone'],
  categories: ['类别', 'categories'],
  reason: ['类别原因', '原因', 'reason'],
} as const;

export type Column = keyof typeof headers;

/** The words that say that somebody is the head of the household. */
export const headWords: readonly string[] = ['是', '户主', '1', 'yes', 'true'];
