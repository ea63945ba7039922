import 'reflect-metadata';
import { type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import { resolvers as accounts } from './accounts/resolvers.ts';
import { resolvers as applications } from './applications/resolvers.ts';
import { withPurpose } from './audit/purpose.ts';
import { resolvers as audit } from './audit/resolvers.ts';
import { resolvers as boards } from './boards/resolvers.ts';
import { resolvers as calendars } from './calendars/resolvers.ts';
import { resolvers as calls } from './calls/resolvers.ts';
import { resolvers as categories } from './categories/resolvers.ts';
import { resolvers as comparisons } from './comparisons/resolvers.ts';
import { resolvers as contactRules } from './contact-rules/resolvers.ts';
import { resolvers as contests } from './contests/resolvers.ts';
import { withPrices } from './cost/priced-schema.ts';
import { resolvers as coverage } from './coverage/resolvers.ts';
import { resolvers as coverageRates } from './coverage-rates/resolvers.ts';
import { resolvers as deliberations } from './deliberations/resolvers.ts';
import { resolvers as districts } from './districts/resolvers.ts';
import { resolvers as drafts } from './drafts/resolvers.ts';
import { resolvers as exports } from './exports/resolvers.ts';
import { resolvers as figureSnapshots } from './figure-snapshots/resolvers.ts';
import { resolvers as figures } from './figures/resolvers.ts';
import { resolvers as findings } from './findings/resolvers.ts';
import { resolvers as handling } from './handling/resolvers.ts';
import { resolvers as heldVisits } from './held-visits/resolvers.ts';
import { resolvers as householdImports } from './household-imports/resolvers.ts';
import { resolvers as households } from './households/resolvers.ts';
import { resolvers as imports } from './imports/resolvers.ts';
import { resolvers as indicators } from './indicators/resolvers.ts';
import { resolvers as inspections } from './inspections/resolvers.ts';
import { resolvers as jobPlacements } from './job-placements/resolvers.ts';
import { resolvers as live } from './live/resolvers.ts';
import { resolvers as mediations } from './mediations/resolvers.ts';
import { NodeResolver } from './node.resolver.ts';
import { resolvers as notices } from './notices/resolvers.ts';
import { resolvers as organizationImports } from './organization-imports/resolvers.ts';
import { resolvers as organizations } from './organizations/resolvers.ts';
import { resolvers as pairings } from './pairings/resolvers.ts';
import { resolvers as partyOrganizations } from './party-organizations/resolvers.ts';
import { resolvers as partyWork } from './party-work/resolvers.ts';
import { resolvers as patrols } from './patrols/resolvers.ts';
import { resolvers as people } from './people/resolvers.ts';
import { resolvers as petitions } from './petitions/resolvers.ts';
import { resolvers as photos } from './photos/resolvers.ts';
import { resolvers as programmeOffers } from './programme-offers/resolvers.ts';
import { resolvers as programmes } from './programmes/resolvers.ts';
import { resolvers as projects } from './projects/resolvers.ts';
import { resolvers as publications } from './publications/resolvers.ts';
import { resolvers as relief } from './relief/resolvers.ts';
import { resolvers as reliefCampaigns } from './relief-campaigns/resolvers.ts';
import { resolvers as reliefFunds } from './relief-funds/resolvers.ts';
import { resolvers as reliefItems } from './relief-items/resolvers.ts';
import { resolvers as reliefSums } from './relief-sums/resolvers.ts';
import { resolvers as reminders } from './reminders/resolvers.ts';
import { resolvers as reportedFigures } from './reported-figures/resolvers.ts';
import { resolvers as requests } from './requests/resolvers.ts';
import { resolvers as residents } from './residents/resolvers.ts';
import { resolvers as restructurings } from './restructurings/resolvers.ts';
import { resolvers as sandbox } from './sandbox/resolvers.ts';
import { resolvers as series } from './series/resolvers.ts';
import { resolvers as serviceNumbers } from './service-numbers/resolvers.ts';
import { resolvers as setUp } from './set-up/resolvers.ts';
import { resolvers as storedOperations } from './stored-operations/resolvers.ts';
import { resolvers as subjects } from './subjects/resolvers.ts';
import { resolvers as summaries } from './summaries/resolvers.ts';
import { resolvers as teams } from './teams/resolvers.ts';
import { resolvers as townEvents } from './town-events/resolvers.ts';
import { resolvers as towns } from './towns/resolvers.ts';
import { resolvers as units } from './units/resolvers.ts';
import {
  BuildingType,
  CommitteeType,
  CommunityType,
  ParkType,
  ServiceAreaType,
  SpecialAreaType,
  VillageType,
} from './units/unit.type.ts';
import { resolvers as usage } from './usage/resolvers.ts';
import { resolvers as visits } from './visits/resolvers.ts';
import { resolvers as volunteers } from './volunteers/resolvers.ts';
import { resolvers as webhooks } from './webhooks/resolvers.ts';

/** Type-graphql asks for topics wherever there are subscriptions. Ours have sources of their own (live/). */
const noTopics: PubSub = {
  publish: () => {
    throw new Error('There are no topics');
  },
  subscribe: () => {
    throw new Error('There are no topics');
  },
};

/** Builds the whole schema from the features, without the shield. */
export function buildSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      NodeResolver,
      ...accounts,
      ...applications,
      ...webhooks,
      ...townEvents,
      ...storedOperations,
      ...audit,
      ...calendars,
      ...calls,
      ...categories,
      ...comparisons,
      ...contactRules,
      ...coverage,
      ...coverageRates,
      ...districts,
      ...drafts,
      ...exports,
      ...figureSnapshots,
      ...figures,
      ...findings,
      ...handling,
      ...heldVisits,
      ...householdImports,
      ...households,
      ...imports,
      ...indicators,
      ...live,
      ...mediations,
      ...notices,
      ...serviceNumbers,
      ...publications,
      ...boards,
      ...organizationImports,
      ...organizations,
      ...partyOrganizations,
      ...partyWork,
      ...inspections,
      ...deliberations,
      ...patrols,
      ...people,
      ...petitions,
      ...photos,
      ...projects,
      ...jobPlacements,
      ...pairings,
      ...contests,
      ...programmeOffers,
      ...programmes,
      ...volunteers,
      ...relief,
      ...reliefCampaigns,
      ...reliefSums,
      ...reliefFunds,
      ...reliefItems,
      ...reminders,
      ...reportedFigures,
      ...requests,
      ...residents,
      ...restructurings,
      ...series,
      ...setUp,
      ...sandbox,
      ...subjects,
      ...summaries,
      ...teams,
      ...towns,
      ...units,
      ...usage,
      ...visits,
    ],
    orphanedTypes: [
      BuildingType,
      CommitteeType,
      CommunityType,
      ParkType,
      ServiceAreaType,
      SpecialAreaType,
      VillageType,
    ],
    validate: false,
    pubSub: noTopics,
  });
  for (const [type, description] of [
    [schema.getQueryType(), 'What can be read. A query sees one moment of each town it reads.'],
    [
      schema.getMutationType(),
      'What can be changed. Each field is a transaction of its own: done wholly or not at all.',
    ],
    [
      schema.getSubscriptionType(),
      'What is told as it happens, over server-sent events at `/graphql/stream` (graphql-sse, distinct connections): a POST that accepts `text/event-stream`.',
    ],
  ] as const) {
    if (type) type.description = description;
  }
  return lexicographicSortSchema(withPrices(withPurpose(schema)));
}
