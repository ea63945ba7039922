/** What refusals about subscriptions say. */
export const liveMessages = {
  en: {
    oneOfBoth: 'A district or a town, not both.',
    tooManyStreams: 'There are too many open subscriptions. Close others first.',
    tooManyStreamsOfTown: 'The accounts of one town have too many open subscriptions. Close others first.',
    onlySubscriptions: 'Only subscriptions are served here; everything else at /graphql.',
    subscriptionOnCondition: 'What a subscription tells of cannot depend on @skip or @include.',
    subscriptionsElsewhere: 'Subscriptions are served at /graphql/stream.',
    badPreflight: 'The header Lianxin-Preflight is 1, or is not sent.',
    streamMethod: 'Send the subscription by POST.',
    streamAccept: 'Events are sent as text/event-stream; say in Accept that you take that.',
    streamType: 'Send the subscription as application/json.',
    streamBody: 'Send an object with the subscription as `query`, and its `variables` as an object.',
  },
  zh: {
    oneOfBoth: '请只给出区或街镇中的一个。',
    tooManyStreams: '打开的订阅过多，请先关闭其他的。',
    tooManyStreamsOfTown: '同一街镇的账号打开的订阅过多，请先关闭其他的。',
    onlySubscriptions: '这里只接受订阅，其他请求请发到 /graphql。',
    subscriptionOnCondition: '订阅的根字段不能带 @skip 或 @include。',
    subscriptionsElsewhere: '订阅请发到 /graphql/stream。',
    badPreflight: '请求头 Lianxin-Preflight 只能为 1，或不发送。',
    streamMethod: '订阅请用 POST 发送。',
    streamAccept: '事件以 text/event-stream 发送，请在 Accept 中注明接受该类型。',
    streamType: '订阅请以 application/json 发送。',
    streamBody: '请发送一个对象：query 为订阅，variables 为对象。',
  },
};
