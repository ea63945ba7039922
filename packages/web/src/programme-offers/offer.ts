import type { DistrictOffersQuery, TownOffersQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const DISTRICT_OFFERS = graphql(`
  query DistrictOffers($code: RegisterCode!) {
    district(code: $code) {
      id
      code
      name
      programmeOffers {
        id
        kind
        name
        about
        firstDay
        lastDay
        withdrawnAt
        withdrawnBecause
        towns { town { id code name } joined enrolled waiting came }
      }
    }
  }
`);

export const TOWN_OFFERS = graphql(`
  query TownOffers($code: RegisterCode!) {
    town(code: $code) {
      id
      programmeOffers {
        offer { id kind name about firstDay lastDay withdrawnAt }
        programme { id state enrolled }
      }
    }
  }
`);

export type DistrictOffer = NonNullable<NonNullable<DistrictOffersQuery['district']>['programmeOffers']>[number];
export type TownOffer = NonNullable<NonNullable<TownOffersQuery['town']>['programmeOffers']>[number];
