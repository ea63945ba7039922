/** Where the money of a fund comes from: the budget, charity, Party dues, the trade union, a donation, or elsewhere. */
export const reliefSources = ['FISCAL', 'CHARITY', 'PARTY_DUES', 'UNION', 'DONATION', 'OTHER'] as const;
export type ReliefSource = (typeof reliefSources)[number];
