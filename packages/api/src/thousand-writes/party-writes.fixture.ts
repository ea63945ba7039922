import { attempt, type Choice, type Made, pick, type Write } from './made.fixture.ts';

const ways = ['AFFILIATED', 'AFFILIATED', 'AFFILIATED', 'BY_AREA', 'BY_INDUSTRY', 'JOINT', 'INDEPENDENT'];
const because = '调整';
const ofParty = 'partyOrganization { id }';

/** Founds a Party organisation, by default an independent branch. */
async function found(made: Made, { index, middle }: Choice, input: object): Promise<boolean> {
  const usual = { town: made.town.code, name: `第${index}党组织`, kind: 'BRANCH', form: 'INDEPENDENT', from: middle };
  return attempt(made, 'foundPartyOrganization', { ...usual, ...input }, ofParty, made.parties);
}

/** The organisations in which nothing may be established yet. */
const latest = ({ organizations }: Made) => organizations.slice(-8);

const revise = (made: Made, { a, day }: Choice, facts: object) =>
  attempt(
    made,
    'reviseOrganization',
    { organization: pick(made.organizations, a), from: day, ...facts },
    'organization { id }',
  );

/** Random writes about organisations, Party organisations and what covers what. */
export const partyWrites: Record<string, Write> = {
  registerOrganization: (made, { index, a, b, c, early }) => {
    const place = { unit: pick(made.units, a), industry: pick(made.industries, b) };
    const kind = made.kinds[c % made.kinds.length]?.id;
    const input = { town: made.town.code, name: `第${index}企业`, kind, ...place, partyMembers: c % 4, from: early };
    return attempt(made, 'registerOrganization', input, 'organization { id }', made.organizations);
  },
  closeOrganization: (made, { a, day }) => {
    const input = { organization: pick(made.organizations, a), on: day, because };
    return attempt(made, 'closeOrganization', input, 'organization { id }');
  },
  moveOrganization: (made, choice) => revise(made, choice, { unit: pick(made.units, choice.b) }),
  growOrganization: (made, choice) => {
    const above = made.kinds.find((kind) => kind.class === 'ENTERPRISE_ABOVE_SCALE');
    return revise(made, choice, { kind: above?.id, size: 300, partyMembers: choice.b % 8 });
  },
  foundInOrganization: (made, choice) =>
    found(made, choice, { seat: { organization: pick(made.organizations, choice.a) } }),
  foundJoint: (made, choice) => {
    const covers = [choice.a, choice.b].map((which) => pick(latest(made), which));
    return found(made, choice, { form: 'JOINT', covers });
  },
  foundGroup: (made, choice) => {
    const of = { parent: pick(made.parties, choice.a), covers: [pick(made.organizations, choice.b)] };
    return found(made, choice, { kind: 'GROUP', ...of });
  },
  foundForIndustry: (made, choice) =>
    found(made, choice, { kind: 'GENERAL_BRANCH', seat: { industry: pick(made.industries, choice.a) } }),
  foundInUnit: (made, choice) => found(made, choice, { seat: { unit: pick(made.units, choice.a) } }),
  changeIntoJoint: (made, { a, b, c, day }) => {
    const covers = [b, c].map((which) => pick(latest(made), which));
    const input = { partyOrganization: pick(made.parties, a), form: 'JOINT', covers, from: day };
    return attempt(made, 'changePartyOrganization', input, ofParty);
  },
  changeSeat: (made, { a, b, day }) => {
    const seat = { organization: pick(made.organizations, b) };
    const input = { partyOrganization: pick(made.parties, a), form: 'INDEPENDENT', seat, from: day };
    return attempt(made, 'changePartyOrganization', input, ofParty);
  },
  mergePartyOrganizations: (made, { a, b, c, day }) => {
    const input = { into: pick(made.parties, a), others: [pick(made.parties, b)], on: day, because };
    const form = c % 2 === 0 ? {} : { form: 'JOINT' };
    return attempt(made, 'mergePartyOrganizations', { ...input, ...form }, ofParty);
  },
  dissolvePartyOrganization: (made, { a, day }) => {
    const input = { partyOrganization: pick(made.parties, a), on: day, because };
    return attempt(made, 'dissolvePartyOrganization', input, ofParty);
  },
  coverOrganization: (made, { a, b, c, day }) => {
    const of = { partyOrganization: pick(made.parties, a), organization: pick(made.organizations, b) };
    return attempt(made, 'coverOrganization', { ...of, way: pick(ways, c), from: day }, 'link { id }', made.links);
  },
  endCoverage: (made, { a, day }) =>
    attempt(made, 'endCoverage', { link: pick(made.links, a), on: day, because }, 'link { id }'),
  assignToOrganization: (made, { a, b, c, day }) => {
    const input = { person: pick(made.people, a), role: pick(['LIAISON', 'INSTRUCTOR', 'LEADER'], c), from: day };
    const to = { organization: pick(made.organizations, b) };
    return attempt(made, 'assignWorker', { ...input, ...to }, 'assignment { id }', made.assignments);
  },
  assignToUnit: (made, { a, b, day }) => {
    const input = { person: pick(made.people, a), role: 'LIAISON', unit: pick(made.units, b), from: day };
    return attempt(made, 'assignWorker', input, 'assignment { id }', made.assignments);
  },
  endWorkAssignment: (made, { a, day }) =>
    attempt(made, 'endWorkAssignment', { assignment: pick(made.assignments, a), on: day }, 'assignment { id }'),
  openGuidanceStation: (made, { index, a, b, day }) => {
    const of = { ledBy: pick(made.parties, a), kinds: [made.kinds[b % made.kinds.length]?.id], from: day };
    const input = { town: made.town.code, name: `第${index}指导站`, host: '农业服务中心', ...of };
    return attempt(made, 'openGuidanceStation', input, 'station { id }', made.stations);
  },
  changeGuidanceStation: (made, { a, b, day }) => {
    const kinds = [made.kinds[b % made.kinds.length]?.id];
    const input = { station: pick(made.stations, a), kinds, from: day };
    return attempt(made, 'changeGuidanceStation', input, 'station { id }');
  },
  closeGuidanceStation: (made, { a, day }) =>
    attempt(made, 'closeGuidanceStation', { station: pick(made.stations, a), on: day }, 'station { id }'),
  takeIntoDirectManagement: (made, { a, day }) => {
    const input = { organization: pick(made.organizations, a), from: day, because };
    return attempt(made, 'takeIntoDirectManagement', input, 'organization { id }', made.managed);
  },
  returnToTerritory: (made, { a, day }) => {
    const input = { organization: pick(made.managed, a), on: day, because };
    return attempt(made, 'returnToTerritory', input, 'organization { id }');
  },
};
