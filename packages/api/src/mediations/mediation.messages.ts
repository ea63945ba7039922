/** What refusals about mediations say. */
export const mediationMessages = {
  en: {
    mediationStepNotNow: 'This cannot be done with the mediation in its present state.',
    partiesAtOdds: 'Between {fewest} and {most} parties.',
    oneOfParty: 'Name exactly one: a household, a resident, or somebody else.',
    partyAlready: 'They are a party already.',
    mediateAlready: 'They mediate already.',
    mediationsDepend: '{count} mediations were held in what it made.',
  },
  zh: {
    mediationStepNotNow: '调解在当前状态下不能进行此操作。',
    partiesAtOdds: '当事人须为 {fewest} 至 {most} 方。',
    oneOfParty: '请只填一项：一户、一位居民或其他人姓名。',
    partyAlready: '已是当事人。',
    mediateAlready: '已是调解员。',
    mediationsDepend: '在由它形成的单位进行过 {count} 件调解。',
  },
};
