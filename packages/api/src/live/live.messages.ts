/** What refusals about subscriptions say. */
export const liveMessages = {
  en: {
    oneOfBoth: 'A district or a town, not both.',
    tooManyStreams: 'There are too many open subscriptions. Close others first.',
    onlySubscriptions: 'Only subscriptions are served here; everything else at /graphql.',
    subscriptionsElsewhere: 'Subscriptions are served at /graphql/stream.',
  },
  zh: {
    oneOfBoth: '请只给出区或街镇中的一个。',
    tooManyStreams: '打开的订阅过多，请先关闭其他的。',
    onlySubscriptions: '这里只接受订阅，其他请求请发到 /graphql。',
    subscriptionsElsewhere: '订阅请发到 /graphql/stream。',
  },
};
