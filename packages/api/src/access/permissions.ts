/**
 * The catalogue of permissions `noun:verb`. They are what roles are made of, what `viewerCan` lists and what
 * applications will ask for as scopes.
 */
export const permissions = {
  'town:read': 'See a town: its name, kind and district',
  'town:set-up': 'Make a town of the register a tenant',
  'town:configure': "Change a town's settings, such as which kinds of unit may stand where",
  'unit:count': 'See how many units and teams of each kind a town has',
  'unit:read': "See a town's tree and its units",
  'unit:open': 'Open a unit under another',
  'unit:rename': 'Rename a unit',
  'unit:close': 'Close a unit',
  'unit:restructure': 'Draw up, apply and undo restructurings of a town',
  'restructuring:read': "See a town's restructurings and what became of its units",
  'team:read': 'See the teams of blocks',
  'team:form': 'Form a team for a block',
  'team:rename': 'Rename a team',
  'team:disband': 'Disband a team',
  'team:staff': 'Decide who leads a team and who is in it',
  'notice:read': 'See what teams show on the boards of their blocks',
  'notice:post': 'Post notices of a team on the board of its block, and take them down',
  'board:publish':
    'Publish the board of a block for everybody, its promise, who agreed to be shown on it, and numbers that residents may need',
  'overlay:manage': 'Open, rename and close overlays beside the geographic blocks',
  'household:read': 'See which households blocks hold',
  'household:register': 'Register households, move them between blocks and end them',
  'resident:read': 'See who is in a household, and where it lives',
  'resident:keep': 'Keep what is known of residents and their addresses right',
  'category:read': 'See the categories and contact rules of a town, and which households are in them and why',
  'category:assign': 'Put households into categories and take them out',
  'photo:add': 'Add photographs of places',
  'visit:read': 'See the visits to households and what was said at them',
  'visit:record': 'Record visits to households, write them anew, and withdraw one’s own',
  'visit:withdraw': 'Withdraw visits that others recorded',
  'visit:settle': 'Deal with visits that could not be taken when they were sent',
  'household:count': 'See how many households and visits the units of a town have',
  'request:read': 'See what residents ask for, and what becomes of it',
  'request:raise': 'Raise a request for a household or a place, and withdraw it',
  'request:handle': 'Accept requests, move them between levels, refer them and handle them',
  'request:classify': 'Say which class of handling a request is of',
  'request:follow-up': 'Follow up handled requests',
  'request:configure': "Settle a town's subjects of requests, parties outside and deadlines",
  'request:count': 'See how many requests the units of a town have, and how many were handled',
  'hotline:read': 'See a town’s hotlines and who is on duty at them',
  'hotline:keep': 'Open, describe and end hotlines, and keep their rosters',
  'call:read': 'See the calls to hotlines and what became of them',
  'call:record': 'Record calls to hotlines, call back, follow them up, and mend what was recorded',
  'call:count': 'See how many calls the units of a town have, and how many were answered',
  'petition:read': 'See petitions, who petitions and what became of them',
  'petition:record': 'Record petitions that were received, their petitioners, and that they withdraw',
  'petition:handle': 'Accept petitions or not, give them on, form emergency groups, meet, answer and close',
  'petition:extend': 'Extend the deadline of a petition',
  'mediation:read': 'See mediations, those at odds and what was said',
  'mediation:record': 'Begin mediations and put down talks, agreements and how they end',
  'patrol:read': 'See patrols, their routes, what they brought up and what became of it',
  'patrol:record': 'Record patrols and what becomes of what they bring up, write them anew, and withdraw one’s own',
  'patrol:withdraw': 'Withdraw patrols that others recorded',
  'patrol:plan': 'Open, change and close routes of patrols',
  'patrol:count': 'See how many patrols the units of a town have, and how much of what they brought up was acted on',
  'inspection:read': 'See inspections: squads, places, rounds, who took part, what was found and what became of it',
  'inspection:record':
    'Record rounds of the squads that one is in, write them anew, withdraw one’s own, and record what becomes of findings',
  'inspection:manage':
    'Form and disband squads, open and close the places that they inspect, and record rounds of any squad',
  'inspection:count': 'See how many inspections the units of a town have, and how much of what they found was mended',
  'project:read': 'See the projects of the year and the steps of them',
  'project:propose': 'Propose projects of the year, link requests to them and report on them',
  'project:decide': 'Adopt projects of the year or not, complete them and give them up',
  'project:count': 'See how many projects of the year a town has',
  'deliberation:read':
    'See deliberations: their questions and rules, meetings and steps, and how many voted how, but not how anybody did',
  'deliberation:record':
    'See who may vote in deliberations and what they object, and record votes, objections, and answers to them',
  'deliberation:manage':
    'Propose deliberations, say who votes, open votes and have the rule decide, put down meetings and follow the work, and see how each voted',
  'deliberation:configure': "Settle a town's rules of deliberation",
  'deliberation:count':
    'See how many deliberations the units of a town have decided, and how many objections were answered',
  'programme:read': 'See the programmes of a town, their sessions, and how many take part',
  'programme:manage':
    'Plan programmes, set their days, open and close them, record results, scores of contests, gifts and what was spent, and issue certificates',
  'programme:offer': 'Offer programmes to the towns of a district, and see how many take part in each of them',
  'enrolment:read': 'See who takes part in programmes, and who might',
  'enrolment:keep':
    'Enrol residents and households in programmes and teams in contests, take them out, and record who came',
  'volunteer:read': 'See volunteers, their activities, what points they have, and what they spent them on',
  'volunteer:keep':
    'Register volunteers, plan their activities, confirm who came, and spend points for them or take that back',
  'volunteer:configure':
    'Settle what activities of volunteers earn, what points are spent on, and how many goods there are',
  'relief:read': 'See who applied for relief, what was granted of which funds, the funds, and jobs found for residents',
  'relief:apply': 'Apply for relief for a household, and withdraw it; record jobs found for residents',
  'relief:endorse': 'Endorse applications for relief that others recorded, or refuse them',
  'relief:approve':
    'Approve applications for relief that others recorded and endorsed, refuse them, and take grants back',
  'relief:pay': 'Put down that relief was paid',
  'relief:configure': "Settle a town's categories and items of relief, its funds and campaigns",
  'pairing:read':
    'See who is paired with which household, what is agreed, the contacts made, and which households ought to be paired and are not',
  'pairing:contact':
    'Record contacts of partners with the households that they are paired with, and withdraw one’s own',
  'pairing:manage': 'Pair people with households, revise what is agreed, end pairings, and withdraw contacts of others',
  'pairing:count': 'See which kinds of pairing a town has, and how many pairings and contacts its units have',
  'relief:count': 'See which categories and items of relief a town has, and how much it gives',
  'organization:read': 'See the organisations of the new sectors',
  'organization:keep': 'Register organisations, say what they are from which day on, and close them',
  'organization:contact': 'See who owns organisations and whom to ask there',
  'organization:configure': "Settle a town's kinds of organisations and its industries",
  'organization:import': 'Import organisations from a file',
  'organization:export': 'Export organisations as a file',
  'party:read': 'See the Party organisations and what they cover',
  'party:keep':
    'Found, change, merge and dissolve Party organisations, give posts in them, and say how they are managed',
  'coverage:count': 'See how many organisations the units of a town have, and how many of them are covered',
  'coverage:keep': 'Say which Party organisation covers which organisations, and who is assigned to them',
  'figure:read': 'See which figures a town has published and which periods it has closed, beside what its records give',
  'figure:close': 'Close periods, so that their figures stay as they are, and open them again',
  'figure:report': 'Record, correct and withdraw figures that the town has published',
  'summary:read': 'See figures of whole towns, of every indicator, as far as their summaries tell them',
  'person:read': 'See who holds posts and who is in teams',
  'person:register': 'Register a person or partner organisation who acts for the town',
  'officer:appoint': "Appoint a unit's officers and end their posts",
  'tree:import': "Import a town's tree from a file",
  'household:import': 'Import households with their members from a file',
  'tree:export': "Export a town's tree, with its people, as a file",
  'finding:read': "See what is incomplete in a town's tree",
  'account:read': 'See the accounts that work for a town',
  'account:open': 'Open an account in a town',
  'account:assign': 'Give roles in a town and end them',
  'account:link': 'Say as which person an account acts in a town',
  'account:reset': 'Renew the password of an account that the town opened',
  'audit:read': 'See who has looked at personal data in a town',
  'record:export': 'Take the records of a town out in bulk, as far as the other permissions go',
  'application:consent': 'Decide which applications of others may see or do what in a town',
  'office:open': 'See, open and end accounts of district offices and of the platform',
} as const;

export type Permission = keyof typeof permissions;

/**
 * Who may use a field: a permission held anywhere, an account that is signed in to the platform's own page, any account
 * that is signed in, also through an application, or anyone at all.
 */
export type Requirement = Permission | 'person' | 'signed-in' | 'anyone';

export const permissionNames = Object.keys(permissions) as readonly Permission[];
