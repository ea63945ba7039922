/** When the sandbox begins anew each day, in Asia/Shanghai. */
export const nightly = { hours: '3', minutes: '30' };
