/** What refusals about residents say. */
export const residentMessages = {
  en: {
    noTelephone: 'This is no telephone number of China, such as 13812345678 or 021-62345678.',
    birthYear: 'A year between {earliest} and {latest}.',
    headThere: 'The household has a head then.',
    alreadyLeft: 'They left on {date}.',
    headAlready: 'They are the head of the household already.',
    headNotAmong: 'Name one of those who go.',
    tooShort: 'At least {least} characters.',
    purposeMissing: 'Say what for, by @purpose, before you search for people.',
    nobodyStays: 'Somebody has to stay. If all go, move the household instead.',
    joinsItself: 'A household cannot join itself.',
    memberThere: 'Somebody of this name is in the household then. Give a year of birth that tells them apart.',
  },
  zh: {
    noTelephone: '不是有效的电话号码，例如 13812345678 或 021-62345678。',
    birthYear: '年份须在 {earliest} 至 {latest} 之间。',
    headThere: '该户在此时期已有户主。',
    alreadyLeft: '已于 {date} 离户。',
    headAlready: '已是该户户主。',
    headNotAmong: '请从分出的成员中选择。',
    tooShort: '至少 {least} 个字符。',
    purposeMissing: '查找人员前须以 @purpose 说明用途。',
    nobodyStays: '须有成员留在原户；全部迁出请使用“迁移”。',
    joinsItself: '不能与自身并户。',
    memberThere: '该户在此时期已有同名成员，请填写出生年份加以区分。',
  },
};
