import {
  AttendanceMutations,
  EnrolmentAttendanceResolver,
  ProgrammeAttendanceResolver,
  ProgrammeCameResolver,
} from './attendance.resolver.ts';
import {
  HouseholdEnrolmentsResolver,
  ProgrammeCandidateResolver,
  ProgrammeEnrolmentResolver,
} from './enrolment.resolver.ts';
import { EnrolmentMutations } from './enrolment-mutations.resolver.ts';
import { ProgrammeGiftResolver, ProgrammeGiftsResolver } from './gift.resolver.ts';
import { ProgrammeEventResolver, ProgrammeResolver, TownProgrammesResolver } from './programme.resolver.ts';
import { ProgrammeMutations } from './programme-mutations.resolver.ts';
import {
  EnrolmentResultResolver,
  ProgrammeCertificateResolver,
  ProgrammeResultResolver,
  ProgrammeResultsResolver,
  ResultMutations,
} from './result.resolver.ts';
import { ProgrammeSessionResolver, TownSessionsResolver } from './session.resolver.ts';
import { ProgrammeSpendingResolver, ProgrammeSpendingsResolver } from './spending.resolver.ts';

/** All that resolves what the schema says of programmes and who takes part in them. */
export const resolvers = [
  AttendanceMutations,
  EnrolmentAttendanceResolver,
  EnrolmentMutations,
  EnrolmentResultResolver,
  HouseholdEnrolmentsResolver,
  ProgrammeAttendanceResolver,
  ProgrammeCameResolver,
  ProgrammeCandidateResolver,
  ProgrammeCertificateResolver,
  ProgrammeEnrolmentResolver,
  ProgrammeEventResolver,
  ProgrammeGiftResolver,
  ProgrammeGiftsResolver,
  ProgrammeMutations,
  ProgrammeResolver,
  ProgrammeResultResolver,
  ProgrammeResultsResolver,
  ProgrammeSessionResolver,
  ProgrammeSpendingResolver,
  ProgrammeSpendingsResolver,
  ResultMutations,
  TownProgrammesResolver,
  TownSessionsResolver,
];
