/** What refusals about applications and consents say. */
export const applicationMessages = {
  en: {
    tooManyApplications: 'An account has at most {most} applications in use.',
    tooManySecrets: 'An application has at most {most} secrets. Revoke one first.',
    notAScope: 'This cannot be asked for here.',
    webAddress: 'Not an https address of at most 500 characters, without a name, a password or a # in it.',
    redirectUri:
      'Not an https address, nor http://localhost, http://127.0.0.1 or http://[::1]; of at most 500 characters, written out, without * or #.',
    redirectUriNeeded:
      'An application without a secret acts for people only, and needs an address to send them back to.',
    nameOfPlatform: 'An application cannot be called like the platform.',
    nameOfOtherLetters:
      'A name has Chinese characters, letters from a to z, digits, spaces and common marks: letters of other scripts are taken for these.',
    nameOfTown: 'An application cannot be called like a town, nor have the name of one in its own.',
    applicationNameTaken: 'An application of somebody else has a name that looks like this one.',
    keepsNoSecret: 'This application was registered as one that cannot keep a secret.',
    applicationChanged:
      'The application has changed what it says of itself or asks for since you were shown it. Look at it again before you consent.',
    consentOver: 'The day has to be later than today.',
  },
  zh: {
    tooManyApplications: '每个账号最多有 {most} 个在用的应用。',
    tooManySecrets: '每个应用最多有 {most} 个密钥，请先吊销一个。',
    notAScope: '此处不能申请该权限。',
    webAddress: '请填写 https 网址：不超过 500 个字符，不含用户名、密码和 #。',
    redirectUri:
      '请填写完整的 https 网址，本机可用 http://localhost、http://127.0.0.1 或 http://[::1]：不超过 500 个字符，不含 * 和 #。',
    redirectUriNeeded: '没有密钥的应用只能以个人身份使用本平台，须填写回调地址。',
    nameOfPlatform: '应用名称不能使用本平台的名称。',
    nameOfOtherLetters: '名称只能使用汉字、英文字母、数字、空格和常用标点；其他文字的字母容易混淆。',
    nameOfTown: '应用名称不能使用或包含街镇的名称。',
    applicationNameTaken: '他人的应用已使用看起来相同的名称。',
    keepsNoSecret: '该应用登记为不能保存密钥的应用，没有密钥。',
    applicationChanged: '该应用此后改变了名称、说明或所申请的权限等内容，请重新查看后再授权。',
    consentOver: '日期应晚于今天。',
  },
};
