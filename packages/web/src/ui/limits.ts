/** How many characters the platform takes at most, as it checks them. */
export const most = {
  name: 60,
  code: 20,
  documentNumber: 60,
  reason: 500,
  account: 2000,
  place: 100,
  visitReason: 200,
  fundReason: 200,
  address: 120,
  description: 1000,
  webAddress: 500,
} as const;
