/** What refusals about towns and their settings say. */
export const townMessages = {
  en: {
    kindIsTown: 'The town itself is not a unit.',
    parentsWouldCircle: 'These kinds would stand above each other in a circle.',
    townIsSetUp: 'This town is already set up.',
    townNotSetUp: 'This town is not set up yet.',
  },
  zh: {
    kindIsTown: '镇本身不是单位。',
    parentsWouldCircle: '这些类型会互为上级。',
    townIsSetUp: '该镇已开通。',
    townNotSetUp: '该镇尚未开通。',
  },
};
