/** What refusals about pairings say, and what stands in the place of a sensitive kind. */
export const pairingMessages = {
  en: {
    pairingKindNotSensitive:
      'This category says something about health or disability; only a sensitive kind may name it.',
    pairingKindNotYet: 'This kind is in use from {date} on.',
    pairingNotAgreed: 'Whoever is paired as a Party member agrees to be named as one.',
    pairingNoOfficer: 'They hold no post and are in no team on {date}.',
    pairedAlready: 'They are paired with this household under this kind since {date}.',
    pairingContactedLater: 'There is a contact on {date}; it can end on {after} at the earliest.',
    pairingContactWithdrawn: 'This contact has been withdrawn.',
    pairingsDepend: '{count} contacts of pairings are recorded in blocks that it made.',
    sensitivePairing: 'pairing for health or disability',
  },
  zh: {
    pairingKindNotSensitive: '该类别涉及健康或残疾，只有敏感的结对类型才能列入。',
    pairingKindNotYet: '该类型自 {date} 起使用。',
    pairingNotAgreed: '以党员身份结对的，须本人同意公开党员身份。',
    pairingNoOfficer: '该人员在 {date} 没有任何职务，也不在任何团队。',
    pairedAlready: '该人员自 {date} 起已按此类型与该户结对。',
    pairingContactedLater: '{date} 还有联系记录，最早可于 {after} 结束。',
    pairingContactWithdrawn: '该联系记录已撤回。',
    pairingsDepend: '在由它形成的块区下已有 {count} 条结对联系记录。',
    sensitivePairing: '涉及健康或残疾的结对',
  },
};
