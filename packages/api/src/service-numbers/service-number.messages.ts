/** What refusals about numbers for residents say. */
export const serviceNumberMessages = {
  en: { noServiceNumber: 'A number has 3 to 12 digits.' },
  zh: { noServiceNumber: '电话为 3 至 12 位数字。' },
};
