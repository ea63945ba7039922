/** What has become of somebody who signed up for an activity: they are to come, came, or do not come. */
export const signUpStates = ['SIGNED_UP', 'CONFIRMED', 'WITHDRAWN'] as const;
export type SignUpState = (typeof signUpStates)[number];

/** What points are spent on: a service that somebody does, or goods that are handed over. */
export const rewardKinds = ['SERVICE', 'GOODS'] as const;
export type RewardKind = (typeof rewardKinds)[number];

/** What has become of what points were spent on: it is to be done or handed over, was, or was taken back. */
export const redemptionStates = ['ORDERED', 'FULFILLED', 'CANCELLED'] as const;
export type RedemptionState = (typeof redemptionStates)[number];

/** The accounts of points: what the town has issued, what a volunteer has, what the town has redeemed. */
export const pointAccounts = ['ISSUED', 'VOLUNTEER', 'REDEEMED'] as const;

/** The accounts of goods: what was supplied, what is on the shelf, what volunteers have taken. */
export const stockAccounts = ['SUPPLIED', 'SHELF', 'TAKEN'] as const;

/** What an entry of a statement is, as the volunteer sees it. */
export const pointEntryKinds = ['EARNED', 'EARNING_UNDONE', 'SPENT', 'GIVEN_BACK'] as const;
export type PointEntryKind = (typeof pointEntryKinds)[number];

/** What `Town.volunteerLedger` finds wrong. */
export const ledgerFaultKinds = ['BALANCE', 'STOCK', 'EARNING', 'RATE', 'REDEMPTION', 'GOODS'] as const;
export type LedgerFaultKind = (typeof ledgerFaultKinds)[number];
