/** As what somebody is paired with a household: as a Party member 党员 who agrees to be named as one, or as an officer 干部. */
export const pairingCapacities = ['PARTY_MEMBER', 'OFFICER'] as const;
export type PairingCapacity = (typeof pairingCapacities)[number];

/** Why a pairing ended. */
export const pairingEnds = ['MOVED_AWAY', 'NO_LONGER_NEEDED', 'PARTNER_LEFT', 'DIED', 'MISTAKE', 'OTHER'] as const;
export type PairingEnd = (typeof pairingEnds)[number];
