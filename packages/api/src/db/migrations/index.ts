import { Roles } from './001-roles.ts';
import { FirstTables } from './002-first-tables.ts';
import { FirstGrants } from './003-first-grants.ts';
import { TreeThroughTime } from './004-tree-through-time.ts';
import { GroupHeads } from './005-group-heads.ts';
import { RegisterEditions } from './006-register-editions.ts';
import { FigureIndexes } from './007-figure-indexes.ts';
import { DistrictFigures } from './008-district-figures.ts';
import { OverlayTeams } from './009-overlay-teams.ts';
import { FollowingPeriods } from './010-following-periods.ts';
import { Visits } from './011-visits.ts';

import { Audit } from './012-audit.ts';
import { Residents } from './013-residents.ts';
import { Categories } from './014-categories.ts';
import { ContactRules } from './015-contact-rules.ts';
import { Calendars } from './016-calendars.ts';
import { Requests } from './017-requests.ts';
import { Jobs } from './018-jobs.ts';
import { AccountPerson } from './019-account-person.ts';
import { HeldVisits } from './020-held-visits.ts';
import { HouseholdRecord } from './021-household-record.ts';
import { Photos } from './022-photos.ts';
import { Petitions } from './025-petitions.ts';
import { Mediations } from './026-mediations.ts';
import { VisitRequests } from './028-visit-requests.ts';
import { RequestPhotos } from './029-request-photos.ts';

/** Every migration, in the order in which they run. */
export const migrations = [
  { name: '001-roles', class: Roles },
  { name: '002-first-tables', class: FirstTables },
  { name: '003-first-grants', class: FirstGrants },
  { name: '004-tree-through-time', class: TreeThroughTime },
  { name: '005-group-heads', class: GroupHeads },
  { name: '006-register-editions', class: RegisterEditions },
  { name: '007-figure-indexes', class: FigureIndexes },
  { name: '008-district-figures', class: DistrictFigures },
  { name: '009-overlay-teams', class: OverlayTeams },
  { name: '010-following-periods', class: FollowingPeriods },
  { name: '011-visits', class: Visits },
  { name: '012-audit', class: Audit },
  { name: '013-residents', class: Residents },
  { name: '014-categories', class: Categories },
  { name: '015-contact-rules', class: ContactRules },
  { name: '016-calendars', class: Calendars },
  { name: '017-requests', class: Requests },
  { name: '018-jobs', class: Jobs },
  { name: '019-account-person', class: AccountPerson },
  { name: '020-held-visits', class: HeldVisits },
  { name: '021-household-record', class: HouseholdRecord },
  { name: '022-photos', class: Photos },
  { name: '025-petitions', class: Petitions },
  { name: '026-mediations', class: Mediations },
  { name: '028-visit-requests', class: VisitRequests },
  { name: '029-request-photos', class: RequestPhotos },
];
