import { Account, Assignment, Invitation, Office, TownAccount } from '../accounts/account.entity.ts';
import {
  Application,
  ApplicationChange,
  ApplicationConsent,
  ApplicationGrant,
  ApplicationSecret,
} from '../applications/application.entity.ts';
import { AuditReading, AuditSeal } from '../audit/audit.entity.ts';
import { TownDay, WorkingDayException } from '../calendars/working-day.entity.ts';
import { Call, CallCounter, CallEvent, CallRequest } from '../calls/call.entity.ts';
import { Hotline, HotlineDuty } from '../calls/hotline.entity.ts';
import { Category, HouseholdCategory } from '../categories/category.entity.ts';
import { ContactRule } from '../contact-rules/contact-rule.entity.ts';
import { CoverageLink } from '../coverage/coverage.entity.ts';
import { Export, ExportFingerprints, ExportPart } from '../exports/export.entity.ts';
import { FigureReopening, FigureSnapshot, FigureSnapshotScope } from '../figure-snapshots/figure-snapshot.entity.ts';
import { DeadlineRule, ExternalParty, RequestSubject } from '../handling/handling.entity.ts';
import { HeldVisit } from '../held-visits/held-visit.entity.ts';
import { Household, HouseholdAddress, HouseholdBlock } from '../households/household.entity.ts';
import { HouseholdEvent } from '../households/household-event.entity.ts';
import { InspectionFinding, InspectionFindingEvent } from '../inspections/inspection-finding.entity.ts';
import { InspectionPlace, InspectionPlaceVersion } from '../inspections/place.entity.ts';
import {
  InspectionAttendance,
  InspectionCheck,
  InspectionRound,
  InspectionRoundVersion,
} from '../inspections/round.entity.ts';
import { InspectionSquad, InspectionSquadMember, InspectionSquadVersion } from '../inspections/squad.entity.ts';
import {
  Mediation,
  MediationCounter,
  MediationEvent,
  MediationMediator,
  MediationParty,
  MediationTalk,
  MediationTalkParty,
} from '../mediations/mediation.entity.ts';
import { Notice } from '../notices/notice.entity.ts';
import {
  Industry,
  Organization,
  OrganizationContact,
  OrganizationKind,
  OrganizationVersion,
} from '../organizations/organization.entity.ts';
import {
  DirectManagement,
  PartyOrganization,
  PartyOrganizationVersion,
  PartyPost,
} from '../party-organizations/party-organization.entity.ts';
import { GuidanceStation, GuidedKind } from '../party-work/guidance-station.entity.ts';
import { WorkAssignment } from '../party-work/work-assignment.entity.ts';
import { Patrol, PatrolledStop, PatrolMember, PatrolVersion } from '../patrols/patrol.entity.ts';
import { PatrolFinding, PatrolFindingEvent, PatrolPhoto } from '../patrols/patrol-finding.entity.ts';
import { PatrolRoute, PatrolRouteVersion, PatrolStop } from '../patrols/patrol-route.entity.ts';
import { Partner, Person, Post } from '../people/person.entity.ts';
import {
  Petition,
  PetitionCounter,
  PetitionEvent,
  Petitioner,
  PetitionGroupMember,
  PetitionParty,
  PetitionRequest,
} from '../petitions/petition.entity.ts';
import { PetitionMeeting, PetitionParticipant } from '../petitions/petition-meeting.entity.ts';
import { Photo } from '../photos/photo.entity.ts';
import { RegisterUnit } from '../register/register-unit.entity.ts';
import { Reminder } from '../reminders/reminder.entity.ts';
import { ReportedFigure, ReportedFigureVersion } from '../reported-figures/reported-figure.entity.ts';
import { Request, RequestCounter, RequestEvent, RequestHousehold, RequestPhoto } from '../requests/request.entity.ts';
import { Resident, ResidentStay } from '../residents/resident.entity.ts';
import { Restructuring, RestructuringEffect } from '../restructurings/restructuring.entity.ts';
import { DemoAccount, OidcRecord, SignInAttempt, SigningKey } from '../signin/signin.entity.ts';
import { CoverageSummary, OrganizationStanding } from '../standings/standing.entity.ts';
import { StoredOperation } from '../stored-operations/stored-operation.entity.ts';
import { FactSummary } from '../summaries/fact-summary.entity.ts';
import { TownChange, TownSummary } from '../summaries/town-summary.entity.ts';
import { Team, TeamMember, TeamVersion } from '../teams/team.entity.ts';
import { TownEvent } from '../town-events/town-event.entity.ts';
import { AllowedParent } from '../towns/allowed-parent.entity.ts';
import { District } from '../towns/district.entity.ts';
import { Town, TownVersion } from '../towns/town.entity.ts';
import { Lineage } from '../units/lineage.entity.ts';
import { Overlay, TreeState, Unit, UnitVersion } from '../units/unit.entity.ts';
import { ApplicationUsage } from '../usage/usage.entity.ts';
import { Visit, VisitRequest, VisitVersion, VisitVisitor } from '../visits/visit.entity.ts';
import { WebhookDelivery, WebhookEndpoint, WebhookSecret } from '../webhooks/webhook.entity.ts';
import { IdempotencyRecord } from './idempotency.entity.ts';
import { serviceEntities } from './service-entities.ts';

/** Every table of the platform. */
export const entities = [
  District,
  Town,
  TownVersion,
  RegisterUnit,
  AllowedParent,
  Restructuring,
  RestructuringEffect,
  Overlay,
  Unit,
  UnitVersion,
  Lineage,
  TreeState,
  Person,
  Partner,
  Post,
  Team,
  TeamVersion,
  TeamMember,
  Notice,
  Photo,
  Household,
  HouseholdBlock,
  RequestSubject,
  ExternalParty,
  DeadlineRule,
  Request,
  RequestHousehold,
  RequestEvent,
  RequestPhoto,
  Reminder,
  RequestCounter,
  Hotline,
  HotlineDuty,
  Call,
  CallRequest,
  CallEvent,
  CallCounter,
  Petition,
  Petitioner,
  PetitionParty,
  PetitionGroupMember,
  PetitionMeeting,
  PetitionParticipant,
  PetitionRequest,
  PetitionEvent,
  PetitionCounter,
  Mediation,
  MediationParty,
  MediationMediator,
  MediationTalk,
  MediationTalkParty,
  MediationEvent,
  MediationCounter,
  PatrolRoute,
  PatrolRouteVersion,
  PatrolStop,
  Patrol,
  PatrolVersion,
  PatrolMember,
  PatrolledStop,
  PatrolFinding,
  PatrolFindingEvent,
  PatrolPhoto,
  InspectionSquad,
  InspectionSquadVersion,
  InspectionSquadMember,
  InspectionPlace,
  InspectionPlaceVersion,
  InspectionRound,
  InspectionRoundVersion,
  InspectionCheck,
  InspectionAttendance,
  InspectionFinding,
  InspectionFindingEvent,
  WorkingDayException,
  TownDay,
  HouseholdAddress,
  Resident,
  ResidentStay,
  HouseholdEvent,
  AuditReading,
  AuditSeal,
  Visit,
  VisitVersion,
  VisitRequest,
  VisitVisitor,
  HeldVisit,
  OrganizationKind,
  Industry,
  Organization,
  OrganizationVersion,
  OrganizationContact,
  PartyOrganization,
  PartyOrganizationVersion,
  PartyPost,
  DirectManagement,
  CoverageLink,
  WorkAssignment,
  GuidanceStation,
  GuidedKind,
  OrganizationStanding,
  CoverageSummary,
  FactSummary,
  TownSummary,
  TownChange,
  FigureSnapshot,
  FigureSnapshotScope,
  FigureReopening,
  ReportedFigure,
  ReportedFigureVersion,
  Category,
  HouseholdCategory,
  ContactRule,
  Account,
  Application,
  ApplicationConsent,
  ApplicationSecret,
  WebhookEndpoint,
  WebhookSecret,
  WebhookDelivery,
  TownEvent,
  ApplicationGrant,
  ApplicationChange,
  StoredOperation,
  Export,
  ExportPart,
  ExportFingerprints,
  ApplicationUsage,
  Office,
  TownAccount,
  Assignment,
  Invitation,
  IdempotencyRecord,
  OidcRecord,
  SignInAttempt,
  DemoAccount,
  SigningKey,
  ...serviceEntities,
] as const;
