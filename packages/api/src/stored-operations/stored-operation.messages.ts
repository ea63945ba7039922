/** What refusals about stored operations say. */
export const storedOperationMessages = {
  en: {
    tooManyOperations: 'An application has at most {most} stored operations.',
    operationsTooLarge: 'The stored operations of an application have at most {most} bytes together.',
    oneNamedOperation: 'Each document has one operation, and that has a name.',
    documentsTooLong: 'At most {most} characters together at once.',
    badDocument: 'The platform would refuse it: {reason}',
    notStored: 'No operation of this hash is stored. Send the document, or store it.',
  },
  zh: {
    tooManyOperations: '每个应用最多登记 {most} 个操作。',
    operationsTooLarge: '每个应用登记的操作合计不超过 {most} 字节。',
    oneNamedOperation: '每份文档应恰好包含一个具名操作。',
    documentsTooLong: '一次合计最多 {most} 个字符。',
    badDocument: '平台会拒绝该操作：{reason}',
    notStored: '没有登记此哈希值的操作，请发送完整文档或先登记。',
  },
};
