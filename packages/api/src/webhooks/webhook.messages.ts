/** What refusals about webhooks say. */
export const webhookMessages = {
  en: {
    tooManyEndpoints: 'An application has at most {most} addresses for webhooks.',
    tooManyWebhookSecrets: 'An address has at most {most} secrets. Revoke one first.',
    lastWebhookSecret: 'This is the only secret. Make another one first.',
    webhookUrl: 'Not an https address of at most 500 characters, without a name, a password or a # in it.',
    webhookPort: 'Webhooks go to port 443 or 8443 only.',
    webhookPrivate: 'Webhooks do not go to private or local addresses.',
    notDisabled: 'It is not disabled.',
    webhookDisabled: 'It is disabled. Enable it first.',
    tooLongAgo: 'What happened is kept for {days} days.',
    consentsByWebhook: 'Consents are told by webhooks alone: a subscription ends with the consent.',
    eventsBegunAnew: 'The database has moved or was restored since. Read the town anew, and begin without a cursor.',
    eventsBeforeConsent:
      'The town has not let the application know of all of this ever since. Read the town anew, and begin without a cursor.',
  },
  zh: {
    tooManyEndpoints: '每个应用最多有 {most} 个推送地址。',
    tooManyWebhookSecrets: '每个推送地址最多有 {most} 个密钥，请先吊销一个。',
    lastWebhookSecret: '这是唯一的密钥，请先新增一个。',
    webhookUrl: '请填写 https 网址：不超过 500 个字符，不含用户名、密码和 #。',
    webhookPort: '推送地址的端口只能是 443 或 8443。',
    webhookPrivate: '不能推送到内网或本机地址。',
    notDisabled: '该推送地址没有停用。',
    webhookDisabled: '该推送地址已停用，请先启用。',
    tooLongAgo: '只保留 {days} 天内的记录。',
    consentsByWebhook: '授权的变化只通过推送告知：授权一结束，订阅也随之结束。',
    eventsBegunAnew: '此后数据库已迁移或恢复，请重新读取街镇数据，再从当前开始订阅。',
    eventsBeforeConsent: '此后街镇的授权有过中断或变更，请重新读取街镇数据，再从当前开始订阅。',
  },
};
