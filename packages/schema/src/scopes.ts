/** What an application may ask for, by the names of OAuth 2. Written by `npm run schema`: do not edit. */
export const scopes = {
  'town:read': {
    permission: 'TOWN_READ',
    says: 'See a town: its name, kind and district',
    opensPersonalData: false,
  },
  'town:configure': {
    permission: 'TOWN_CONFIGURE',
    says: "Change a town's settings, such as which kinds of unit may stand where",
    opensPersonalData: false,
  },
  'unit:count': {
    permission: 'UNIT_COUNT',
    says: 'See how many units and teams of each kind a town has',
    opensPersonalData: false,
  },
  'unit:read': {
    permission: 'UNIT_READ',
    says: "See a town's tree and its units",
    opensPersonalData: false,
  },
  'unit:open': {
    permission: 'UNIT_OPEN',
    says: 'Open a unit under another',
    opensPersonalData: false,
  },
  'unit:rename': {
    permission: 'UNIT_RENAME',
    says: 'Rename a unit',
    opensPersonalData: false,
  },
  'unit:close': {
    permission: 'UNIT_CLOSE',
    says: 'Close a unit',
    opensPersonalData: false,
  },
  'unit:restructure': {
    permission: 'UNIT_RESTRUCTURE',
    says: 'Draw up, apply and undo restructurings of a town',
    opensPersonalData: false,
  },
  'restructuring:read': {
    permission: 'RESTRUCTURING_READ',
    says: "See a town's restructurings and what became of its units",
    opensPersonalData: false,
  },
  'team:read': {
    permission: 'TEAM_READ',
    says: 'See the teams of blocks',
    opensPersonalData: false,
  },
  'team:form': {
    permission: 'TEAM_FORM',
    says: 'Form a team for a block',
    opensPersonalData: false,
  },
  'team:rename': {
    permission: 'TEAM_RENAME',
    says: 'Rename a team',
    opensPersonalData: false,
  },
  'team:disband': {
    permission: 'TEAM_DISBAND',
    says: 'Disband a team',
    opensPersonalData: false,
  },
  'team:staff': {
    permission: 'TEAM_STAFF',
    says: 'Decide who leads a team and who is in it',
    opensPersonalData: false,
  },
  'notice:read': {
    permission: 'NOTICE_READ',
    says: 'See what teams show on the boards of their blocks',
    opensPersonalData: false,
  },
  'notice:post': {
    permission: 'NOTICE_POST',
    says: 'Post notices of a team on the board of its block, and take them down',
    opensPersonalData: false,
  },
  'board:publish': {
    permission: 'BOARD_PUBLISH',
    says: 'Publish the board of a block for everybody, its promise, who agreed to be shown on it, and numbers that residents may need',
    opensPersonalData: false,
  },
  'overlay:manage': {
    permission: 'OVERLAY_MANAGE',
    says: 'Open, rename and close overlays beside the geographic blocks',
    opensPersonalData: false,
  },
  'household:read': {
    permission: 'HOUSEHOLD_READ',
    says: 'See which households blocks hold',
    opensPersonalData: false,
  },
  'household:register': {
    permission: 'HOUSEHOLD_REGISTER',
    says: 'Register households, move them between blocks and end them',
    opensPersonalData: false,
  },
  'resident:read': {
    permission: 'RESIDENT_READ',
    says: 'See who is in a household, and where it lives',
    opensPersonalData: true,
  },
  'resident:keep': {
    permission: 'RESIDENT_KEEP',
    says: 'Keep what is known of residents and their addresses right',
    opensPersonalData: false,
  },
  'category:read': {
    permission: 'CATEGORY_READ',
    says: 'See the categories and contact rules of a town, and which households are in them and why',
    opensPersonalData: true,
  },
  'category:assign': {
    permission: 'CATEGORY_ASSIGN',
    says: 'Put households into categories and take them out',
    opensPersonalData: false,
  },
  'photo:add': {
    permission: 'PHOTO_ADD',
    says: 'Add photographs of places',
    opensPersonalData: false,
  },
  'visit:read': {
    permission: 'VISIT_READ',
    says: 'See the visits to households and what was said at them',
    opensPersonalData: true,
  },
  'visit:record': {
    permission: 'VISIT_RECORD',
    says: 'Record visits to households, write them anew, and withdraw one’s own',
    opensPersonalData: true,
  },
  'visit:withdraw': {
    permission: 'VISIT_WITHDRAW',
    says: 'Withdraw visits that others recorded',
    opensPersonalData: false,
  },
  'visit:settle': {
    permission: 'VISIT_SETTLE',
    says: 'Deal with visits that could not be taken when they were sent',
    opensPersonalData: false,
  },
  'household:count': {
    permission: 'HOUSEHOLD_COUNT',
    says: 'See how many households and visits the units of a town have',
    opensPersonalData: false,
  },
  'request:read': {
    permission: 'REQUEST_READ',
    says: 'See what residents ask for, and what becomes of it',
    opensPersonalData: true,
  },
  'request:raise': {
    permission: 'REQUEST_RAISE',
    says: 'Raise a request for a household or a place, and withdraw it',
    opensPersonalData: false,
  },
  'request:handle': {
    permission: 'REQUEST_HANDLE',
    says: 'Accept requests, move them between levels, refer them and handle them',
    opensPersonalData: false,
  },
  'request:classify': {
    permission: 'REQUEST_CLASSIFY',
    says: 'Say which class of handling a request is of',
    opensPersonalData: false,
  },
  'request:follow-up': {
    permission: 'REQUEST_FOLLOW_UP',
    says: 'Follow up handled requests',
    opensPersonalData: false,
  },
  'request:configure': {
    permission: 'REQUEST_CONFIGURE',
    says: "Settle a town's subjects of requests, parties outside and deadlines",
    opensPersonalData: false,
  },
  'request:count': {
    permission: 'REQUEST_COUNT',
    says: 'See how many requests the units of a town have, and how many were handled',
    opensPersonalData: false,
  },
  'hotline:read': {
    permission: 'HOTLINE_READ',
    says: 'See a town’s hotlines and who is on duty at them',
    opensPersonalData: false,
  },
  'hotline:keep': {
    permission: 'HOTLINE_KEEP',
    says: 'Open, describe and end hotlines, and keep their rosters',
    opensPersonalData: false,
  },
  'call:read': {
    permission: 'CALL_READ',
    says: 'See the calls to hotlines and what became of them',
    opensPersonalData: true,
  },
  'call:record': {
    permission: 'CALL_RECORD',
    says: 'Record calls to hotlines, call back, follow them up, and mend what was recorded',
    opensPersonalData: false,
  },
  'call:count': {
    permission: 'CALL_COUNT',
    says: 'See how many calls the units of a town have, and how many were answered',
    opensPersonalData: false,
  },
  'petition:read': {
    permission: 'PETITION_READ',
    says: 'See petitions, who petitions and what became of them',
    opensPersonalData: true,
  },
  'petition:record': {
    permission: 'PETITION_RECORD',
    says: 'Record petitions that were received, their petitioners, and that they withdraw',
    opensPersonalData: false,
  },
  'petition:handle': {
    permission: 'PETITION_HANDLE',
    says: 'Accept petitions or not, give them on, form emergency groups, meet, answer and close',
    opensPersonalData: false,
  },
  'petition:extend': {
    permission: 'PETITION_EXTEND',
    says: 'Extend the deadline of a petition',
    opensPersonalData: false,
  },
  'mediation:read': {
    permission: 'MEDIATION_READ',
    says: 'See mediations, those at odds and what was said',
    opensPersonalData: true,
  },
  'mediation:record': {
    permission: 'MEDIATION_RECORD',
    says: 'Begin mediations and put down talks, agreements and how they end',
    opensPersonalData: false,
  },
  'patrol:read': {
    permission: 'PATROL_READ',
    says: 'See patrols, their routes, what they brought up and what became of it',
    opensPersonalData: false,
  },
  'patrol:record': {
    permission: 'PATROL_RECORD',
    says: 'Record patrols and what becomes of what they bring up, write them anew, and withdraw one’s own',
    opensPersonalData: false,
  },
  'patrol:withdraw': {
    permission: 'PATROL_WITHDRAW',
    says: 'Withdraw patrols that others recorded',
    opensPersonalData: false,
  },
  'patrol:plan': {
    permission: 'PATROL_PLAN',
    says: 'Open, change and close routes of patrols',
    opensPersonalData: false,
  },
  'patrol:count': {
    permission: 'PATROL_COUNT',
    says: 'See how many patrols the units of a town have, and how much of what they brought up was acted on',
    opensPersonalData: false,
  },
  'inspection:read': {
    permission: 'INSPECTION_READ',
    says: 'See inspections: squads, places, rounds, who took part, what was found and what became of it',
    opensPersonalData: false,
  },
  'inspection:record': {
    permission: 'INSPECTION_RECORD',
    says: 'Record rounds of the squads that one is in, write them anew, withdraw one’s own, and record what becomes of findings',
    opensPersonalData: false,
  },
  'inspection:manage': {
    permission: 'INSPECTION_MANAGE',
    says: 'Form and disband squads, open and close the places that they inspect, and record rounds of any squad',
    opensPersonalData: false,
  },
  'inspection:count': {
    permission: 'INSPECTION_COUNT',
    says: 'See how many inspections the units of a town have, and how much of what they found was mended',
    opensPersonalData: false,
  },
  'project:read': {
    permission: 'PROJECT_READ',
    says: 'See the projects of the year and the steps of them',
    opensPersonalData: false,
  },
  'project:propose': {
    permission: 'PROJECT_PROPOSE',
    says: 'Propose projects of the year, link requests to them and report on them',
    opensPersonalData: false,
  },
  'project:decide': {
    permission: 'PROJECT_DECIDE',
    says: 'Adopt projects of the year or not, complete them and give them up',
    opensPersonalData: false,
  },
  'project:count': {
    permission: 'PROJECT_COUNT',
    says: 'See how many projects of the year a town has',
    opensPersonalData: false,
  },
  'deliberation:read': {
    permission: 'DELIBERATION_READ',
    says: 'See deliberations: their questions and rules, meetings and steps, and how many voted how, but not how anybody did',
    opensPersonalData: false,
  },
  'deliberation:record': {
    permission: 'DELIBERATION_RECORD',
    says: 'See who may vote in deliberations and what they object, and record votes, objections, and answers to them',
    opensPersonalData: false,
  },
  'deliberation:manage': {
    permission: 'DELIBERATION_MANAGE',
    says: 'Propose deliberations, say who votes, open votes and have the rule decide, put down meetings and follow the work, and see how each voted',
    opensPersonalData: false,
  },
  'deliberation:configure': {
    permission: 'DELIBERATION_CONFIGURE',
    says: "Settle a town's rules of deliberation",
    opensPersonalData: false,
  },
  'deliberation:count': {
    permission: 'DELIBERATION_COUNT',
    says: 'See how many deliberations the units of a town have decided, and how many objections were answered',
    opensPersonalData: false,
  },
  'programme:read': {
    permission: 'PROGRAMME_READ',
    says: 'See the programmes of a town, their sessions, and how many take part',
    opensPersonalData: false,
  },
  'programme:manage': {
    permission: 'PROGRAMME_MANAGE',
    says: 'Plan programmes, set their days, open and close them, record results, scores of contests, gifts and what was spent, and issue certificates',
    opensPersonalData: false,
  },
  'enrolment:read': {
    permission: 'ENROLMENT_READ',
    says: 'See who takes part in programmes, and who might',
    opensPersonalData: true,
  },
  'enrolment:keep': {
    permission: 'ENROLMENT_KEEP',
    says: 'Enrol residents and households in programmes and teams in contests, take them out, and record who came',
    opensPersonalData: false,
  },
  'volunteer:read': {
    permission: 'VOLUNTEER_READ',
    says: 'See volunteers, their activities, what points they have, and what they spent them on',
    opensPersonalData: false,
  },
  'volunteer:keep': {
    permission: 'VOLUNTEER_KEEP',
    says: 'Register volunteers, plan their activities, confirm who came, and spend points for them or take that back',
    opensPersonalData: false,
  },
  'volunteer:configure': {
    permission: 'VOLUNTEER_CONFIGURE',
    says: 'Settle what activities of volunteers earn, what points are spent on, and how many goods there are',
    opensPersonalData: false,
  },
  'relief:read': {
    permission: 'RELIEF_READ',
    says: 'See who applied for relief, what was granted of which funds, the funds, and jobs found for residents',
    opensPersonalData: true,
  },
  'relief:apply': {
    permission: 'RELIEF_APPLY',
    says: 'Apply for relief for a household, and withdraw it; record jobs found for residents',
    opensPersonalData: false,
  },
  'relief:endorse': {
    permission: 'RELIEF_ENDORSE',
    says: 'Endorse applications for relief that others recorded, or refuse them',
    opensPersonalData: false,
  },
  'relief:approve': {
    permission: 'RELIEF_APPROVE',
    says: 'Approve applications for relief that others recorded and endorsed, refuse them, and take grants back',
    opensPersonalData: false,
  },
  'relief:pay': {
    permission: 'RELIEF_PAY',
    says: 'Put down that relief was paid',
    opensPersonalData: false,
  },
  'relief:configure': {
    permission: 'RELIEF_CONFIGURE',
    says: "Settle a town's categories and items of relief, its funds and campaigns",
    opensPersonalData: false,
  },
  'pairing:read': {
    permission: 'PAIRING_READ',
    says: 'See who is paired with which household, what is agreed, the contacts made, and which households ought to be paired and are not',
    opensPersonalData: true,
  },
  'pairing:contact': {
    permission: 'PAIRING_CONTACT',
    says: 'Record contacts of partners with the households that they are paired with, and withdraw one’s own',
    opensPersonalData: false,
  },
  'pairing:manage': {
    permission: 'PAIRING_MANAGE',
    says: 'Pair people with households, revise what is agreed, end pairings, and withdraw contacts of others',
    opensPersonalData: false,
  },
  'pairing:count': {
    permission: 'PAIRING_COUNT',
    says: 'See which kinds of pairing a town has, and how many pairings and contacts its units have',
    opensPersonalData: false,
  },
  'relief:count': {
    permission: 'RELIEF_COUNT',
    says: 'See which categories and items of relief a town has, and how much it gives',
    opensPersonalData: false,
  },
  'organization:read': {
    permission: 'ORGANIZATION_READ',
    says: 'See the organisations of the new sectors',
    opensPersonalData: false,
  },
  'organization:keep': {
    permission: 'ORGANIZATION_KEEP',
    says: 'Register organisations, say what they are from which day on, and close them',
    opensPersonalData: false,
  },
  'organization:contact': {
    permission: 'ORGANIZATION_CONTACT',
    says: 'See who owns organisations and whom to ask there',
    opensPersonalData: true,
  },
  'organization:configure': {
    permission: 'ORGANIZATION_CONFIGURE',
    says: "Settle a town's kinds of organisations and its industries",
    opensPersonalData: false,
  },
  'organization:import': {
    permission: 'ORGANIZATION_IMPORT',
    says: 'Import organisations from a file',
    opensPersonalData: false,
  },
  'organization:export': {
    permission: 'ORGANIZATION_EXPORT',
    says: 'Export organisations as a file',
    opensPersonalData: true,
  },
  'party:read': {
    permission: 'PARTY_READ',
    says: 'See the Party organisations and what they cover',
    opensPersonalData: false,
  },
  'party:keep': {
    permission: 'PARTY_KEEP',
    says: 'Found, change, merge and dissolve Party organisations, give posts in them, and say how they are managed',
    opensPersonalData: false,
  },
  'coverage:count': {
    permission: 'COVERAGE_COUNT',
    says: 'See how many organisations the units of a town have, and how many of them are covered',
    opensPersonalData: false,
  },
  'coverage:keep': {
    permission: 'COVERAGE_KEEP',
    says: 'Say which Party organisation covers which organisations, and who is assigned to them',
    opensPersonalData: false,
  },
  'figure:read': {
    permission: 'FIGURE_READ',
    says: 'See which figures a town has published and which periods it has closed, beside what its records give',
    opensPersonalData: false,
  },
  'figure:close': {
    permission: 'FIGURE_CLOSE',
    says: 'Close periods, so that their figures stay as they are, and open them again',
    opensPersonalData: false,
  },
  'figure:report': {
    permission: 'FIGURE_REPORT',
    says: 'Record, correct and withdraw figures that the town has published',
    opensPersonalData: false,
  },
  'summary:read': {
    permission: 'SUMMARY_READ',
    says: 'See figures of whole towns, of every indicator, as far as their summaries tell them',
    opensPersonalData: false,
  },
  'person:read': {
    permission: 'PERSON_READ',
    says: 'See who holds posts and who is in teams',
    opensPersonalData: false,
  },
  'person:register': {
    permission: 'PERSON_REGISTER',
    says: 'Register a person or partner organisation who acts for the town',
    opensPersonalData: false,
  },
  'officer:appoint': {
    permission: 'OFFICER_APPOINT',
    says: "Appoint a unit's officers and end their posts",
    opensPersonalData: false,
  },
  'tree:import': {
    permission: 'TREE_IMPORT',
    says: "Import a town's tree from a file",
    opensPersonalData: false,
  },
  'household:import': {
    permission: 'HOUSEHOLD_IMPORT',
    says: 'Import households with their members from a file',
    opensPersonalData: false,
  },
  'tree:export': {
    permission: 'TREE_EXPORT',
    says: "Export a town's tree, with its people, as a file",
    opensPersonalData: false,
  },
  'finding:read': {
    permission: 'FINDING_READ',
    says: "See what is incomplete in a town's tree",
    opensPersonalData: false,
  },
  'record:export': {
    permission: 'RECORD_EXPORT',
    says: 'Take the records of a town out in bulk, as far as the other permissions go',
    opensPersonalData: false,
  },
} as const;

export type Scope = keyof typeof scopes;
