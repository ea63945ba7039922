import { Board, BoardPromise } from '../boards/board.entity.ts';
import { ContestRound, ContestScore, ContestTeam } from '../contests/contest.entity.ts';
import {
  Deliberation,
  DeliberationEvent,
  DeliberationEvidence,
  DeliberationException,
  DeliberationMeeting,
  DeliberationRequest,
} from '../deliberations/deliberation.entity.ts';
import { DeliberationRule, DeliberationRuleVersion } from '../deliberations/rule.entity.ts';
import {
  DeliberationAnswer,
  DeliberationObjection,
  DeliberationVote,
  DeliberationVoter,
} from '../deliberations/vote.entity.ts';
import { JobPlacement } from '../job-placements/job-placement.entity.ts';
import { Pairing, PairingContact, PairingVersion } from '../pairings/pairing.entity.ts';
import { PairingKind, PairingKindCategory, PairingKindVersion } from '../pairings/pairing-kind.entity.ts';
import { ProgrammeOffer } from '../programme-offers/programme-offer.entity.ts';
import { ProgrammeAttendance } from '../programmes/attendance.entity.ts';
import { ProgrammeGift, ProgrammePartner } from '../programmes/gift.entity.ts';
import {
  Programme,
  ProgrammeCategory,
  ProgrammeEnrolment,
  ProgrammeEvent,
  ProgrammeSeries,
  ProgrammeSession,
  ProgrammeUnit,
} from '../programmes/programme.entity.ts';
import { CertificateCounter, ProgrammeCertificate, ProgrammeResult } from '../programmes/result.entity.ts';
import { ProgrammeSpending } from '../programmes/spending.entity.ts';
import { Project, ProjectCounter, ProjectEvent, ProjectRequest, ProjectUnit } from '../projects/project.entity.ts';
import { Publication } from '../publications/publication.entity.ts';
import { ReliefApplication, ReliefCounter, ReliefEvent, ReliefGrant } from '../relief/relief.entity.ts';
import { ReliefCampaign } from '../relief-campaigns/relief-campaign.entity.ts';
import { ReliefFund, ReliefFundEntry } from '../relief-funds/relief-fund.entity.ts';
import { ReliefCategory, ReliefItem } from '../relief-items/relief-item.entity.ts';
import { ServiceNumber } from '../service-numbers/service-number.entity.ts';
import {
  VolunteerActivity,
  VolunteerActivityKind,
  VolunteerActivityRate,
  VolunteerSignUp,
} from '../volunteers/activity.entity.ts';
import { PointEntry, StockEntry } from '../volunteers/ledger.entity.ts';
import { Redemption, Reward, RewardPrice } from '../volunteers/reward.entity.ts';
import { Volunteer } from '../volunteers/volunteer.entity.ts';

/** The entities of what a town gives, shows and decides, each after what it leads to. */
export const serviceEntities = [
  Board,
  BoardPromise,
  Publication,
  ServiceNumber,
  DeliberationRule,
  DeliberationRuleVersion,
  Deliberation,
  DeliberationRequest,
  DeliberationException,
  DeliberationMeeting,
  DeliberationEvidence,
  DeliberationEvent,
  DeliberationVoter,
  DeliberationVote,
  DeliberationObjection,
  DeliberationAnswer,
  Project,
  ProjectUnit,
  ProjectRequest,
  ProjectEvent,
  ProjectCounter,
  ReliefCategory,
  ReliefItem,
  ReliefFund,
  ReliefFundEntry,
  ReliefCampaign,
  ReliefApplication,
  ReliefGrant,
  ReliefEvent,
  ReliefCounter,
  JobPlacement,
  PairingKind,
  PairingKindVersion,
  PairingKindCategory,
  Pairing,
  PairingVersion,
  PairingContact,
  ProgrammeOffer,
  ProgrammeSeries,
  Programme,
  ProgrammeCategory,
  ProgrammeUnit,
  ProgrammeSession,
  ProgrammeEnrolment,
  ProgrammeAttendance,
  ProgrammeResult,
  ProgrammeCertificate,
  CertificateCounter,
  ProgrammeSpending,
  ProgrammePartner,
  ProgrammeGift,
  ContestTeam,
  ContestRound,
  ContestScore,
  ProgrammeEvent,
  Volunteer,
  VolunteerActivityKind,
  VolunteerActivityRate,
  VolunteerActivity,
  VolunteerSignUp,
  Reward,
  RewardPrice,
  Redemption,
  PointEntry,
  StockEntry,
] as const;
