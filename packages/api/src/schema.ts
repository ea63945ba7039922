import 'reflect-metadata';
import { type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import {
  AssignmentResolver,
  InvitationResolver,
  TownAccountResolver,
  TownAccountsResolver,
  TownInvitationsResolver,
  ViewerResolver,
} from './accounts/account.resolver.ts';
import { AccountMutations } from './accounts/account-mutations.resolver.ts';
import { OfficeResolver } from './accounts/office.resolver.ts';
import { withPurpose } from './audit/purpose.ts';
import { ReadingResolver, TownReadingsResolver } from './audit/reading.resolver.ts';
import { CalendarMutations, TownCalendarResolver } from './calendars/calendar.resolver.ts';
import { CallResolver } from './calls/call.resolver.ts';
import { CallEventResolver } from './calls/call-event.resolver.ts';
import { CallMutations } from './calls/call-mutations.resolver.ts';
import { HotlineDutyResolver, HotlineResolver, TownHotlinesResolver } from './calls/hotline.resolver.ts';
import { HotlineMutations } from './calls/hotline-mutations.resolver.ts';
import { CallRatesResolver, RequestCallsResolver, TownCallsResolver } from './calls/town-calls.resolver.ts';
import {
  HouseholdCategoriesResolver,
  HouseholdCategoryResolver,
  HouseholdEventCategoryResolver,
  TownCategoriesResolver,
} from './categories/category.resolver.ts';
import { CategoryMutations } from './categories/category-mutations.resolver.ts';
import { MovingMembersMutations } from './categories/moving-members.resolver.ts';
import { ComparisonsResolver, TownComparisonsResolver } from './comparisons/comparison.resolver.ts';
import { ContactRuleResolver, TownContactRulesResolver } from './contact-rules/contact-rule.resolver.ts';
import { ContactRuleMutations } from './contact-rules/contact-rule-mutations.resolver.ts';
import {
  DueHouseholdResolver,
  DueReasonResolver,
  ToBringResolver,
  TownDueResolver,
} from './contact-rules/due-household.resolver.ts';
import { ContactRuleEffectResolver, TownPreviewResolver } from './contact-rules/preview.resolver.ts';
import { DraftResolver } from './drafts/draft.resolver.ts';
import { DraftMutations } from './drafts/draft-mutations.resolver.ts';
import { FigureResolver, TownFigureResolver } from './figures/figure.resolver.ts';
import { FigureCallsResolver } from './figures/figure-calls.resolver.ts';
import { FigurePatrolsResolver } from './figures/figure-patrols.resolver.ts';
import { FigureRecordsResolver } from './figures/figure-records.resolver.ts';
import { FindingResolver } from './findings/finding.resolver.ts';
import { DeadlineRuleResolver, TownHandlingResolver } from './handling/handling.resolver.ts';
import { HandlingMutations } from './handling/handling-mutations.resolver.ts';
import { HeldVisitResolver, TownHeldVisitsResolver } from './held-visits/held-visit.resolver.ts';
import { HeldVisitRequestResolver, HeldVisitRequestsResolver } from './held-visits/held-visit-requests.resolver.ts';
import { HouseholdImportMutations, TownHouseholdFileResolver } from './household-imports/household-import.resolver.ts';
import { HouseholdAddressResolver } from './households/address.resolver.ts';
import {
  BlockHouseholdsResolver,
  HouseholdPlaceResolver,
  HouseholdResolver,
  TownHouseholdsResolver,
} from './households/household.resolver.ts';
import { HouseholdMutations } from './households/household-mutations.resolver.ts';
import { ImportMutations, TownFileResolver } from './imports/import.resolver.ts';
import { MediationResolver, TownMediationsResolver } from './mediations/mediation.resolver.ts';
import { MediationMutations } from './mediations/mediation-mutations.resolver.ts';
import {
  MediationEventResolver,
  MediationPartyResolver,
  MediationTalkResolver,
} from './mediations/mediation-parts.resolver.ts';
import { NodeResolver } from './node.resolver.ts';
import { PatrolFindingMutations } from './patrols/finding-mutations.resolver.ts';
import { PatrolResolver, PatrolVersionResolver } from './patrols/patrol.resolver.ts';
import {
  PatrolFindingEventResolver,
  PatrolFindingResolver,
  RequestPatrolResolver,
} from './patrols/patrol-finding.resolver.ts';
import { PatrolMutations } from './patrols/patrol-mutations.resolver.ts';
import { PatrolRouteResolver, TownPatrolRoutesResolver } from './patrols/patrol-route.resolver.ts';
import { PatrolRatesResolver, TownPatrolsResolver } from './patrols/town-patrols.resolver.ts';
import {
  PeopleMutations,
  PersonResolver,
  PostResolver,
  TownPeopleResolver,
  UnitPostsResolver,
} from './people/people.resolver.ts';
import { PetitionResolver } from './petitions/petition.resolver.ts';
import { PetitionMutations } from './petitions/petition-mutations.resolver.ts';
import {
  PetitionEventResolver,
  PetitionerResolver,
  PetitionGroupMemberResolver,
  PetitionMeetingResolver,
  PetitionPartyResolver,
} from './petitions/petition-parts.resolver.ts';
import { RequestPetitionResolver, TownPetitionsResolver } from './petitions/town-petitions.resolver.ts';
import { PhotoResolver } from './photos/photo.resolver.ts';
import {
  ProjectEventResolver,
  ProjectResolver,
  RequestProjectResolver,
  TownProjectsResolver,
} from './projects/project.resolver.ts';
import { ProjectMutations } from './projects/project-mutations.resolver.ts';
import { ReminderMutations, ReminderResolver, ViewerRemindersResolver } from './reminders/reminder.resolver.ts';
import { RequestLevelUnitResolver, RequestPlaceResolver, RequestResolver } from './requests/request.resolver.ts';
import { RequestEventResolver } from './requests/request-event.resolver.ts';
import { RequestMutations } from './requests/request-mutations.resolver.ts';
import { RequestPhotosResolver } from './requests/request-photos.resolver.ts';
import {
  HouseholdRequestsResolver,
  RequestRatesResolver,
  TownRequestsResolver,
} from './requests/town-requests.resolver.ts';
import { FindHouseholdsResolver } from './residents/find-households.resolver.ts';
import {
  HouseholdChangeResolver,
  HouseholdEventResolver,
  HouseholdEventsResolver,
} from './residents/household-event.resolver.ts';
import { HouseholdResidentsResolver } from './residents/household-residents.resolver.ts';
import { ResidentResolver, ResidentStayResolver } from './residents/resident.resolver.ts';
import { ResidentMutations } from './residents/resident-mutations.resolver.ts';
import { FormerNamesResolver, LineageResolver, UnitLineageResolver } from './restructurings/lineage.resolver.ts';
import { DependentResolver, RestructuringResolver } from './restructurings/restructuring.resolver.ts';
import { RestructuringMutations } from './restructurings/restructuring-mutations.resolver.ts';
import { TownRestructuringsResolver } from './restructurings/town-restructurings.resolver.ts';
import { UnitMutations } from './restructurings/unit-mutations.resolver.ts';
import { SetUpMutations } from './set-up/set-up.resolver.ts';
import { RecurringSubjectResolver, TownSubjectsResolver } from './subjects/recurring-subject.resolver.ts';
import { BlockTeamsResolver, TeamResolver, TeamVersionResolver } from './teams/team.resolver.ts';
import { TeamMutations } from './teams/team-mutations.resolver.ts';
import { OverlayTeamsResolver, TownTreeResolver } from './teams/tree.resolver.ts';
import { DistrictResolver, TownResolver } from './towns/town.resolver.ts';
import { TownMutations } from './towns/town-mutations.resolver.ts';
import { BlockOverlayResolver, OverlayResolver, TownOverlaysResolver } from './units/overlay.resolver.ts';
import { TownUnitsResolver } from './units/town-units.resolver.ts';
import { UnitResolver, UnitVersionResolver } from './units/unit.resolver.ts';
import {
  BuildingType,
  CommitteeType,
  CommunityType,
  ParkType,
  ServiceAreaType,
  SpecialAreaType,
  VillageType,
} from './units/unit.type.ts';
import { HouseholdVisitsResolver, VisitResolver, VisitVersionResolver } from './visits/visit.resolver.ts';
import { VisitCategoriesResolver } from './visits/visit-categories.resolver.ts';
import { EventVisitResolver, VisitChangesResolver } from './visits/visit-changes.resolver.ts';
import { VisitMutations } from './visits/visit-mutations.resolver.ts';
import { RequestVisitResolver, VisitRequestsResolver } from './visits/visit-requests.resolver.ts';

/** Builds the whole schema from the features, without the shield. */
export function buildSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      AccountMutations,
      AssignmentResolver,
      InvitationResolver,
      TownInvitationsResolver,
      BlockHouseholdsResolver,
      BlockOverlayResolver,
      BlockTeamsResolver,
      CalendarMutations,
      HouseholdVisitsResolver,
      VisitCategoriesResolver,
      HeldVisitRequestResolver,
      HeldVisitRequestsResolver,
      HeldVisitResolver,
      TownHeldVisitsResolver,
      PhotoResolver,
      RequestVisitResolver,
      ReminderMutations,
      ReminderResolver,
      ViewerRemindersResolver,
      VisitRequestsResolver,
      HouseholdImportMutations,
      TownHouseholdFileResolver,
      VisitMutations,
      VisitResolver,
      VisitVersionResolver,
      HandlingMutations,
      CategoryMutations,
      ComparisonsResolver,
      MovingMembersMutations,
      ContactRuleMutations,
      ContactRuleResolver,
      ContactRuleEffectResolver,
      DueHouseholdResolver,
      DueReasonResolver,
      ToBringResolver,
      TownDueResolver,
      TownPreviewResolver,
      TownComparisonsResolver,
      TownContactRulesResolver,
      HouseholdCategoriesResolver,
      HouseholdCategoryResolver,
      HouseholdEventCategoryResolver,
      TownCategoriesResolver,
      HouseholdMutations,
      HouseholdPlaceResolver,
      HouseholdRequestsResolver,
      HouseholdResolver,
      OverlayResolver,
      TownHouseholdsResolver,
      TownOverlaysResolver,
      DeadlineRuleResolver,
      DependentResolver,
      DistrictResolver,
      FigureCallsResolver,
      FigurePatrolsResolver,
      FigureRecordsResolver,
      FigureResolver,
      FindingResolver,
      TownFigureResolver,
      FormerNamesResolver,
      ImportMutations,
      TownFileResolver,
      LineageResolver,
      UnitLineageResolver,
      NodeResolver,
      OfficeResolver,
      PatrolFindingEventResolver,
      PatrolFindingMutations,
      PatrolFindingResolver,
      PatrolMutations,
      PatrolRatesResolver,
      PatrolResolver,
      PatrolRouteResolver,
      PatrolVersionResolver,
      RequestPatrolResolver,
      TownPatrolRoutesResolver,
      TownPatrolsResolver,
      PeopleMutations,
      PersonResolver,
      PostResolver,
      CallMutations,
      CallResolver,
      CallEventResolver,
      CallRatesResolver,
      RequestCallsResolver,
      TownCallsResolver,
      HotlineMutations,
      HotlineResolver,
      HotlineDutyResolver,
      TownHotlinesResolver,
      MediationMutations,
      MediationResolver,
      MediationEventResolver,
      MediationPartyResolver,
      MediationTalkResolver,
      TownMediationsResolver,
      ProjectMutations,
      ProjectResolver,
      ProjectEventResolver,
      RequestProjectResolver,
      TownProjectsResolver,
      RecurringSubjectResolver,
      TownSubjectsResolver,
      PetitionMutations,
      PetitionResolver,
      PetitionEventResolver,
      PetitionerResolver,
      PetitionGroupMemberResolver,
      PetitionMeetingResolver,
      PetitionPartyResolver,
      RequestPetitionResolver,
      TownPetitionsResolver,
      RequestEventResolver,
      RequestLevelUnitResolver,
      RequestMutations,
      RequestPhotosResolver,
      RequestPlaceResolver,
      RequestRatesResolver,
      RequestResolver,
      TownHandlingResolver,
      TownRequestsResolver,
      DraftMutations,
      DraftResolver,
      EventVisitResolver,
      HouseholdAddressResolver,
      HouseholdChangeResolver,
      HouseholdEventResolver,
      HouseholdEventsResolver,
      FindHouseholdsResolver,
      HouseholdResidentsResolver,
      VisitChangesResolver,
      ResidentMutations,
      ResidentResolver,
      ResidentStayResolver,
      ReadingResolver,
      TownReadingsResolver,
      RestructuringMutations,
      RestructuringResolver,
      SetUpMutations,
      TeamMutations,
      TeamResolver,
      TeamVersionResolver,
      TownAccountResolver,
      TownAccountsResolver,
      TownCalendarResolver,
      TownMutations,
      TownPeopleResolver,
      TownResolver,
      TownRestructuringsResolver,
      OverlayTeamsResolver,
      TownTreeResolver,
      TownUnitsResolver,
      UnitMutations,
      UnitPostsResolver,
      UnitResolver,
      UnitVersionResolver,
      ViewerResolver,
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
  });
  for (const [type, description] of [
    [schema.getQueryType(), 'What can be read. A query sees one moment of each town it reads.'],
    [
      schema.getMutationType(),
      'What can be changed. Each field is a transaction of its own: done wholly or not at all.',
    ],
  ] as const) {
    if (type) type.description = description;
  }
  return lexicographicSortSchema(withPurpose(schema));
}
