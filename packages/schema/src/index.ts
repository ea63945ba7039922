export { type ConnectOptions, connect, type Lianxin } from './connect.ts';
export { type AnsweredError, type Lacking, LianxinError, NoToken } from './lianxin-error.ts';
export type { Operation } from './operation.ts';
export type { Connection } from './pages.ts';
export { type Scope, scopes } from './scopes.ts';
export type { Answer, Cost } from './send.ts';
export type { GivenToken, OwnCredentials } from './token.ts';
