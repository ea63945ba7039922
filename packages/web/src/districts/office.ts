import type { OfficesQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const OFFICES = graphql(`
  query Offices {
    offices {
      id
      role
      since
      account { id name displayName }
      district { id code name }
    }
    districts { id code name }
  }
`);

export type Office = OfficesQuery['offices'][number];
