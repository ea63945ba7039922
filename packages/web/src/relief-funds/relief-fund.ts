import type { ReliefFundsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const RELIEF_FUNDS = graphql(`
  query ReliefFunds($code: RegisterCode!) {
    town(code: $code) {
      id
      reliefFunds {
        id year name source budget committed paid free closedOn version
        entries { seq amount budget reason recordedAt recordedBy }
      }
    }
  }
`);

export type ReliefFund = NonNullable<NonNullable<ReliefFundsQuery['town']>['reliefFunds']>[number];

export const reliefSources = ['FISCAL', 'CHARITY', 'PARTY_DUES', 'UNION', 'DONATION', 'OTHER'] as const;
/** The years that a fund can be of, as the platform takes them. */
export const years = { first: 2000, last: 2100 };
