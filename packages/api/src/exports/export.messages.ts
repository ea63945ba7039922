/** What refusals about exports say. */
export const exportMessages = {
  en: {
    exportFragments: 'These are no fragments on records: {reason}',
    exportFragmentsOnly:
      'Write a fragment on each type of records, such as “fragment Units on Unit { id name }”, and nothing else.',
    exportType: '{type} is no type of records that are exported.',
    exportTypeTwice: 'There are two fragments on {type}. One may spread the other.',
    exportAcrossTowns: '{name} leads to other towns, which are exported by themselves.',
    exportPages: '{name} comes in pages. Take those as records of their own.',
    exportTooCostly:
      'A hundred of these records may cost {asked} points, more than the {most} that a hundred may. The part that costs most is {part}.',
    exportNeeds: 'This asks for what the application may not see in the town. It takes {scopes}.',
    exportForApplications: 'Only an application that acts for itself exports.',
    exportSince: 'Of this export it is not known any more what it held. Ask for everything once.',
    exportSinceFragments:
      'What has changed since an export is told as that export was asked for, without fragments anew.',
    exportUnderWay: 'The application has an export of this town under way.',
    exportOver: 'This export is under way no more.',
    exportNotReady: 'The file is not ready yet.',
    exportGone: 'The file is gone.',
    exportDownloads: 'An application fetches at most {most} files at a time.',
    exportScopes: 'The token is not for all that the file holds: {scopes}.',
  },
  zh: {
    exportFragments: '这不是针对记录的片段：{reason}',
    exportFragmentsOnly: '请为每种记录写一个片段，例如“fragment Units on Unit { id name }”，不要写别的内容。',
    exportType: '{type} 不是可以导出的记录类型。',
    exportTypeTwice: '{type} 有两个片段。可以在一个片段中引用另一个。',
    exportAcrossTowns: '{name} 通向其他街镇，其他街镇须各自导出。',
    exportPages: '{name} 是分页的，请把它们作为单独的记录导出。',
    exportTooCostly: '一百条这样的记录最多需要 {asked} 点，超过了 {most} 点。花费最多的部分是 {part}。',
    exportNeeds: '其中含有该应用在本街镇无权查看的内容，需要权限：{scopes}。',
    exportForApplications: '只有以自身身份运行的应用可以批量导出。',
    exportSince: '该次导出的内容已不再保留，请重新全量导出一次。',
    exportSinceFragments: '增量导出沿用上一次的片段，不能另行填写。',
    exportUnderWay: '该应用在本街镇有一次导出正在进行。',
    exportOver: '该次导出已经结束。',
    exportNotReady: '文件尚未就绪。',
    exportGone: '文件已删除。',
    exportDownloads: '每个应用最多同时下载 {most} 个文件。',
    exportScopes: '令牌未包含文件所需的权限：{scopes}。',
  },
};
