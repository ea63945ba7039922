/** What refusals about projects say. */
export const projectMessages = {
  en: {
    projectStepNotNow: 'This cannot be done with the project in its present state.',
    projectYear: 'A year between {least} and {most}.',
    requestInProject: 'It is in a project already.',
    requestWithdrawn: 'It was withdrawn.',
    noRequestsToLink: 'There are no requests to link.',
    requestNotInProject: 'It is not in this project.',
    projectsDepend: '{count} projects were for what it made.',
  },
  zh: {
    projectStepNotNow: '项目在当前状态下不能进行此操作。',
    projectYear: '年份须在 {least} 至 {most} 之间。',
    requestInProject: '该诉求已列入项目。',
    requestWithdrawn: '该诉求已撤回。',
    noRequestsToLink: '没有可关联的诉求。',
    requestNotInProject: '该诉求不在此项目中。',
    projectsDepend: '由它形成的单位有 {count} 个项目。',
  },
};
