import { takenBy } from './access/objects.ts';
import { holdsIn } from './access/reach.ts';
import { townAccountsById } from './accounts/town-accounts.ts';
import { accountOf } from './accounts/viewer.ts';
import { applicationsById } from './applications/application-rows.ts';
import { consentsById } from './applications/consent-rows.ts';
import { grantOfAccount } from './applications/grant-rows.ts';
import { isOwn } from './applications/own-application.ts';
import { getCall } from './calls/call-rows.ts';
import { getHotline } from './calls/hotline-rows.ts';
import type { Context } from './context.ts';
import { linksById } from './coverage/link-rows.ts';
import type { TownKey } from './db/batch.ts';
import { getDeliberation } from './deliberations/deliberation-reach.ts';
import { findExport } from './exports/find-export.ts';
import { getSnapshot } from './figure-snapshots/snapshot-figures.ts';
import { entriesById, partyOf, subjectOf } from './handling/listed.ts';
import { getVisibleHeldVisit } from './held-visits/find-held-visit.ts';
import { getHousehold } from './households/find-household.ts';
import { getInspectionFinding } from './inspections/inspection-finding-rows.ts';
import { getPlace } from './inspections/place-rows.ts';
import { getRound } from './inspections/round-rows.ts';
import { getSquad } from './inspections/squad-rows.ts';
import { getPlacement } from './job-placements/find-placement.ts';
import { getMediation } from './mediations/mediation-rows.ts';
import { getOrganization } from './organizations/organization-rows.ts';
import { getPairing, getPairingContact } from './pairings/pairing-reach.ts';
import { getPartyOrganization } from './party-organizations/party-organization-rows.ts';
import { getPartyPost } from './party-organizations/party-posts-seen.ts';
import { getFinding } from './patrols/finding-rows.ts';
import { getPatrol } from './patrols/patrol-rows.ts';
import { getRoute } from './patrols/route-rows.ts';
import { partnersById, peopleById } from './people/person-rows.ts';
import { getPetition } from './petitions/petition-reach.ts';
import { getEnrolment } from './programmes/find-enrolment.ts';
import { getProgramme } from './programmes/programme-reach.ts';
import { getProject } from './projects/project-reach.ts';
import { getApplication } from './relief/relief-reach.ts';
import { getFund } from './relief-funds/fund-rows.ts';
import { getReported } from './reported-figures/list-reported.ts';
import { getRequest } from './requests/find-request.ts';
import { getResident } from './residents/find-resident.ts';
import { getRestructuring } from './restructurings/find-restructuring.ts';
import { readGlobalId } from './schema/global-id.ts';
import type { NodeType } from './schema/node.type.ts';
import { getTeam } from './teams/find-team.ts';
import { visibleTowns } from './towns/find-town.ts';
import { readDistricts } from './towns/read-towns.ts';
import { overlaysOfTowns } from './units/find-overlay.ts';
import { getUnit } from './units/find-unit.ts';
import { getVisibleVisit } from './visits/find-visit.ts';
import { getActivity } from './volunteers/activity-rows.ts';
import { getRedemption } from './volunteers/redemption-rows.ts';
import { getVolunteer } from './volunteers/volunteer-reach.ts';
import { deliveriesById } from './webhooks/delivery-rows.ts';
import { ownEndpoints } from './webhooks/endpoint-rows.ts';

/**
 * Anything by its global id, as of today; undefined where the id is none, or of what is never found by itself.
 * Errors: NOT_FOUND on id where there is no such thing, or it is not open to the viewer, unless that is undefined, too.
 */
export async function findNode(ctx: Context, id: string): Promise<NodeType | undefined> {
  const read = readGlobalId(id);
  if (!read) return undefined;
  const { type, townId, key } = read;
  const taken = type === 'Unit' ? 'unit:read' : takenBy(type);
  if (taken && !holdsIn(ctx.signedIn, taken, townId)) return undefined;
  switch (type) {
    case 'District': {
      const codes = new Set((await visibleTowns(ctx)).map((town) => town.districtCode));
      const districts = await readDistricts(await ctx.readRegister());
      return districts.find((district) => district.code === key && codes.has(key));
    }
    case 'Town':
      return (await visibleTowns(ctx)).find((town) => town.townId === townId && town.code === key);
    case 'Unit':
      return getUnit(ctx, id, ctx.today);
    case 'Household':
      return getHousehold(ctx, id);
    case 'Resident':
      return getResident(ctx, id);
    case 'HeldVisit':
      return getVisibleHeldVisit(ctx, id);
    case 'Visit':
      return getVisibleVisit(ctx, id);
    case 'Request':
      return getRequest(ctx, id);
    case 'Petition':
      return getPetition(ctx, id);
    case 'Hotline':
      return getHotline(ctx, id);
    case 'Call':
      return getCall(ctx, id);
    case 'Mediation':
      return getMediation(ctx, id);
    case 'Deliberation':
      return getDeliberation(ctx, id);
    case 'InspectionSquad':
      return getSquad(ctx, id);
    case 'InspectionPlace':
      return getPlace(ctx, id);
    case 'InspectionRound':
      return getRound(ctx, id);
    case 'InspectionFinding':
      return getInspectionFinding(ctx, id);
    case 'Patrol':
      return getPatrol(ctx, id);
    case 'PatrolFinding':
      return getFinding(ctx, id);
    case 'PatrolRoute':
      return getRoute(ctx, id);
    case 'Project':
      return getProject(ctx, id);
    case 'Programme':
      return getProgramme(ctx, id);
    case 'ProgrammeEnrolment':
      return getEnrolment(ctx, id);
    case 'Volunteer':
      return getVolunteer(ctx, id);
    case 'VolunteerActivity':
      return getActivity(ctx, id);
    case 'Redemption':
      return getRedemption(ctx, id);
    case 'JobPlacement':
      return getPlacement(ctx, id);
    case 'Pairing':
      return getPairing(ctx, id);
    case 'PairingContact':
      return getPairingContact(ctx, id);
    case 'ReliefApplication':
      return getApplication(ctx, id);
    case 'ReliefFund':
      return getFund(ctx, id);
    case 'Organization':
      return getOrganization(ctx, id);
    case 'PartyOrganization':
      return getPartyOrganization(ctx, id, ctx.today);
    case 'PartyPost':
      return getPartyPost(ctx, id);
    case 'CoverageLink':
      return (await ctx.readTown(townId)).load(linksById, { townId, uuid: key });
    case 'ReportedFigure':
      return getReported(ctx, id);
    case 'FigureSnapshot':
      return getSnapshot(ctx, id);
    case 'RequestSubject':
    case 'ExternalParty': {
      const desk = await ctx.readTownFor(type === 'RequestSubject' ? 'request:count' : 'request:read', townId);
      const list = type === 'RequestSubject' ? 'request_subject' : 'external_party';
      const entry = await desk?.load(entriesById(list), { townId, uuid: key });
      return entry && (type === 'RequestSubject' ? subjectOf(entry) : partyOf(entry));
    }
    case 'Overlay':
      return (await (await ctx.readTown(townId)).load(overlaysOfTowns, townId)).find((overlay) => overlay.uuid === key);
    case 'Restructuring':
      return getRestructuring(ctx, id);
    case 'Team':
      return getTeam(ctx, id, ctx.today);
    case 'Person':
    case 'Partner': {
      const desk = await ctx.readTownFor('person:register', townId);
      return desk?.load<TownKey, NodeType | undefined>(type === 'Person' ? peopleById : partnersById, {
        townId,
        uuid: key,
      });
    }
    case 'TownAccount':
      return (await ctx.readTownFor('account:read', townId))?.load(townAccountsById, { townId, uuid: key });
    case 'ApplicationConsent':
      return (await ctx.readTownFor('application:consent', townId))?.load(consentsById, { townId, uuid: key });
    case 'Export':
      return findExport(ctx, townId, key);
    case 'Application': {
      const application = townId === 0 ? await (await ctx.readSignIn()).load(applicationsById, key) : undefined;
      return application && isOwn(ctx, application.ownerId) ? application : undefined;
    }
    case 'WebhookEndpoint': {
      const own = { owner: ctx.signedIn.accountId, uuid: key };
      return townId === 0 && !ctx.signedIn.application ? (await ctx.readSignIn()).load(ownEndpoints, own) : undefined;
    }
    case 'WebhookDelivery':
      return ctx.signedIn.application
        ? undefined
        : (await ctx.readSignIn()).load(deliveriesById, { townId, uuid: key });
    case 'ApplicationGrant':
      if (townId !== 0 || ctx.signedIn.application) return undefined;
      return grantOfAccount(await ctx.readSignIn(), ctx.signedIn.accountId, key);
    case 'Account':
      return key === ctx.signedIn.accountId ? accountOf(ctx.signedIn) : undefined;
    default:
      return undefined;
  }
}
