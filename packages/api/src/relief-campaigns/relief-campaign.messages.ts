/** What refusals about rounds of relief say. */
export const reliefCampaignMessages = {
  en: {
    reliefCampaignDays: 'The last day is not before the first and at most a year after it.',
    reliefCampaignHolds: 'Applications within it are of {first} to {last}.',
    reliefOutsideCampaign: 'Within this campaign is applied from {first} to {last}.',
  },
  zh: {
    reliefCampaignDays: '最后一天不能早于第一天，也不能晚于其后一年。',
    reliefCampaignHolds: '其中的申请日期为 {first} 至 {last}。',
    reliefOutsideCampaign: '该活动的申请日期为 {first} 至 {last}。',
  },
};
