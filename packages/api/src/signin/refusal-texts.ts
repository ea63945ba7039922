/** What a refusal of OAuth says to a developer: in English, in the characters that the standard allows there, and in Chinese. */
export interface RefusalText {
  en: string;
  zh: string;
}

const used = {
  en: 'the code was used already: it is for one use. What came of it has ended; begin again at the authorization endpoint',
  zh: '授权码已经用过：每个授权码只能使用一次，由它得到的令牌均已失效，请重新发起授权',
};
const takenBack = {
  en: 'the person took back what they let the application do, or it is over: begin again at the authorization endpoint',
  zh: '用户已撤回授权，或授权已到期，请重新发起授权',
};
const anothers = {
  en: 'the code or refresh token was given to another client_id',
  zh: '该授权码或刷新令牌是发给另一个 client_id 的',
};
const refreshOver = {
  en: 'the refresh token is not known, or was not used for 30 days: begin again at the authorization endpoint',
  zh: '刷新令牌不存在，或超过 30 天未使用，请重新发起授权',
};

const signedOut = {
  en: 'the person was signed out everywhere since, as by a new password: begin again at the authorization endpoint',
  zh: '用户此后已在各处退出（如修改了密码），请重新发起授权',
};
const verifier = {
  en: 'code_verifier is missing, or is not what the code_challenge was made of',
  zh: '缺少 code_verifier，或与 code_challenge 不符',
};

/** Why a code or refresh token is refused, by what the provider notes of it. */
const ofGrants: Readonly<Record<string, RefusalText>> = {
  'authorization code not found': {
    en: 'the code is not known, or more than a minute old: a code is good for one minute; begin again at the authorization endpoint',
    zh: '授权码不存在，或取得已超过一分钟：授权码一分钟内有效，请重新发起授权',
  },
  'authorization code already consumed': used,
  'already consumed': {
    en: 'the code or refresh token is being used by another request: it is for one use',
    zh: '该授权码或刷新令牌正被另一个请求使用：只能使用一次',
  },
  'authorization code redirect_uri mismatch': {
    en: 'redirect_uri is not the one that the code was asked for with',
    zh: 'redirect_uri 与申请授权码时的不一致',
  },
  'code_verifier must be provided': verifier,
  'code_verifier does not match code_challenge': verifier,
  'client mismatch': anothers,
  'grant not found': takenBack,
  'grant is expired': takenBack,
  'refresh token not found': refreshOver,
  'refresh token is expired': refreshOver,
  'refresh token already used': {
    en: 'the refresh token was used already: each use gives the next one. What the person let has ended; begin again at the authorization endpoint',
    zh: '刷新令牌已经用过：每次使用会得到下一个。该用户的授权已终止，请重新发起授权',
  },
  'authorization code invalid (referenced account not found)': signedOut,
  'refresh token invalid (referenced account not found)': signedOut,
};

/** Why a code or refresh token is refused; undefined for what is not known of it. */
export function textOfGrant(detail: string | undefined): RefusalText | undefined {
  return detail === undefined ? undefined : ofGrants[detail];
}

const ofPages: Readonly<Record<string, RefusalText>> = {
  invalid_redirect_uri: {
    en: 'redirect_uri is none of the addresses registered for this application: compare them letter by letter, with the path and a slash at its end.',
    zh: 'redirect_uri 不是该应用登记的回调地址：请逐字比对，包括路径和末尾的斜杠。',
  },
  invalid_client: {
    en: 'client_id is that of no application in use: it is misspelt, or the application has ended.',
    zh: 'client_id 不是在用的应用：可能写错，或应用已停用。',
  },
  unauthorized_client: {
    en: 'The application has registered no redirect address, so it cannot act for people.',
    zh: '该应用没有登记回调地址，不能代表用户操作。',
  },
  invalid_request: {
    en: 'A parameter is missing or wrong, or the page was open for more than half an hour:',
    zh: '缺少参数、参数有误，或页面打开已超过半小时：',
  },
  temporarily_unavailable: {
    en: 'Too many sign-ins were begun from your address. Try again in ten minutes.',
    zh: '从您的网络地址发起的登录过多，请十分钟后再试。',
  },
};

/** What a page says of a refusal that leads nowhere; undefined where its code says all. */
export function textOfPage(error: string): RefusalText | undefined {
  return ofPages[error];
}
