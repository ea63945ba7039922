/** What refusals about residents say. */
export const residentMessages = {
  en: {
    noTelephone: 'This is no telephone number of China, such as 13812345678 or 021-62345678.',
    birthYear: 'A year between {earliest} and {latest}.',
    headThere: 'The household has a head then.',
    memberThere: 'Somebody of this name is in the household then. Give a year of birth that tells them apart.',
  },
  zh: {
    noTelephone: '不是有效的电话号码，例如 13812345678 或 021-62345678。',
    birthYear: '年份须在 {earliest} 至 {latest} 之间。',
    headThere: '该户在此时期已有户主。',
    memberThere: '该户在此时期已有同名成员，请填写出生年份加以区分。',
  },
};
