/** What refusals about programmes that districts offer say. */
export const programmeOfferMessages = {
  en: {
    offerJoined: 'The town takes part in it already.',
    offerOver: 'Its last day was {date}.',
    offerWithdrawn: 'The district has withdrawn it.',
  },
  zh: {
    offerJoined: '本镇已参加该项目。',
    offerOver: '该项目已于 {date} 结束。',
    offerWithdrawn: '该项目已由区里撤回。',
  },
};
