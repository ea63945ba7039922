import { createBrowserRouter, useRouteError } from 'react-router';
import { Failed, Loading, Missing } from './ui/States.tsx';

function Broken() {
  const error = useRouteError();
  return <Failed error={error} retry={() => window.location.reload()} />;
}

/** Every page and its address. Each is its own piece of script, fetched when it is first opened. */
export const router = createBrowserRouter([
  {
    errorElement: <Broken />,
    HydrateFallback: Loading,
    children: [
      { path: '/sign-in/:uid', lazy: () => import('./signin/SignInPage.tsx') },
      { path: '/consent/:uid', lazy: () => import('./signin/ConsentPage.tsx') },
      { path: '/signed-in', lazy: () => import('./signin/SignedInPage.tsx') },
      { path: '/today', lazy: () => import('./today/StartPage.tsx') },
      {
        lazy: () => import('./Shell.tsx'),
        children: [
          {
            errorElement: <Broken />,
            children: [
              { index: true, lazy: () => import('./HomePage.tsx') },
              { path: 'districts', lazy: () => import('./districts/DistrictsPage.tsx') },
              { path: 'districts/:code', lazy: () => import('./districts/DashboardPage.tsx') },
              { path: 'offices', lazy: () => import('./districts/OfficesPage.tsx') },
              {
                path: 'towns/:code',
                lazy: () => import('./towns/TownLayout.tsx'),
                children: [
                  { index: true, lazy: () => import('./towns/TreePage.tsx') },
                  { path: 'drafts', lazy: () => import('./restructurings/DraftsPage.tsx') },
                  { path: 'drafts/:id', lazy: () => import('./restructurings/DraftPage.tsx') },
                  { path: 'history/:id', lazy: () => import('./restructurings/RestructuringPage.tsx') },
                  { path: 'history', lazy: () => import('./restructurings/HistoryPage.tsx') },
                  { path: 'overlays', lazy: () => import('./overlays/OverlaysPage.tsx') },
                  { path: 'organizations', lazy: () => import('./organizations/OrganizationsPage.tsx') },
                  { path: 'party', lazy: () => import('./party-organizations/PartyPage.tsx') },
                  { path: 'party-work', lazy: () => import('./party-work/PartyWorkPage.tsx') },
                  {
                    path: 'import-organizations',
                    lazy: () => import('./organization-imports/OrganizationImportPage.tsx'),
                  },
                  { path: 'due', lazy: () => import('./contact-rules/DuePage.tsx') },
                  { path: 'held-visits', lazy: () => import('./held-visits/HeldVisitsPage.tsx') },
                  { path: 'today', lazy: () => import('./today/TodayPage.tsx') },
                  { path: 'patrols', lazy: () => import('./patrols/PatrolsPage.tsx') },
                  { path: 'requests', lazy: () => import('./requests/RequestsPage.tsx') },
                  { path: 'hotline', lazy: () => import('./calls/HotlinePage.tsx') },
                  { path: 'roster', lazy: () => import('./calls/RosterPage.tsx') },
                  { path: 'petitions', lazy: () => import('./petitions/PetitionsPage.tsx') },
                  { path: 'mediations', lazy: () => import('./mediations/MediationsPage.tsx') },
                  { path: 'subjects', lazy: () => import('./subjects/SubjectsPage.tsx') },
                  { path: 'projects', lazy: () => import('./projects/ProjectsPage.tsx') },
                  { path: 'programmes', lazy: () => import('./programmes/ProgrammesPage.tsx') },
                  { path: 'relief', lazy: () => import('./relief/ReliefPage.tsx') },
                  { path: 'relief-sums', lazy: () => import('./relief-sums/ReliefSumsPage.tsx') },
                  { path: 'job-placements', lazy: () => import('./job-placements/JobPlacementsPage.tsx') },
                  { path: 'relief-funds', lazy: () => import('./relief-funds/ReliefFundsPage.tsx') },
                  { path: 'coverage', lazy: () => import('./coverage-rates/CoveragePage.tsx') },
                  { path: 'scoreboard', lazy: () => import('./comparisons/ScoreboardPage.tsx') },
                  { path: 'reported', lazy: () => import('./reported-figures/ReportedPage.tsx') },
                  { path: 'figures', lazy: () => import('./figures/FiguresPage.tsx') },
                  { path: 'import', lazy: () => import('./imports/ImportPage.tsx') },
                  { path: 'import-households', lazy: () => import('./household-imports/HouseholdImportPage.tsx') },
                  { path: 'accounts', lazy: () => import('./accounts/AccountsPage.tsx') },
                  { path: 'applications', lazy: () => import('./applications/ConsentsPage.tsx') },
                  { path: 'find', lazy: () => import('./residents/FindPage.tsx') },
                  { path: 'readings', lazy: () => import('./audit/ReadingsPage.tsx') },
                  { path: 'settings', lazy: () => import('./towns/SettingsPage.tsx') },
                ],
              },
              { path: 'units/:id', lazy: () => import('./units/UnitPage.tsx') },
              { path: 'organizations/:id', lazy: () => import('./organizations/OrganizationPage.tsx') },
              { path: 'households/:id', lazy: () => import('./households/HouseholdPage.tsx') },
              { path: 'calls/:id', lazy: () => import('./calls/CallPage.tsx') },
              { path: 'requests/:id', lazy: () => import('./requests/RequestPage.tsx') },
              { path: 'patrols/:id', lazy: () => import('./patrols/PatrolPage.tsx') },
              { path: 'petitions/:id', lazy: () => import('./petitions/PetitionPage.tsx') },
              { path: 'mediations/:id', lazy: () => import('./mediations/MediationPage.tsx') },
              { path: 'projects/:id', lazy: () => import('./projects/ProjectPage.tsx') },
              { path: 'programmes/:id', lazy: () => import('./programmes/ProgrammePage.tsx') },
              { path: 'relief/:id', lazy: () => import('./relief/ReliefApplicationPage.tsx') },
              { path: 'party/:id', lazy: () => import('./party-organizations/PartyOrganizationPage.tsx') },
              { path: 'teams/:id', lazy: () => import('./teams/TeamPage.tsx') },
              { path: 'queue', lazy: () => import('./queue/QueuePage.tsx') },
              { path: 'account', lazy: () => import('./accounts/MyAccountPage.tsx') },
              { path: 'account/applications', lazy: () => import('./applications/GrantsPage.tsx') },
              { path: 'applications', lazy: () => import('./applications/MyApplicationsPage.tsx') },
              { path: 'applications/webhooks/:id', lazy: () => import('./webhooks/DeliveriesPage.tsx') },
              { path: 'applications/:clientId', lazy: () => import('./applications/ApplicationPage.tsx') },
              { path: 'usage', lazy: () => import('./usage/UsagePage.tsx') },
              { path: 'explorer', lazy: () => import('./explorer/ExplorerPage.tsx') },
              { path: 'guide/:page?', lazy: () => import('./guide/GuidePage.tsx') },
              { path: '*', Component: Missing },
            ],
          },
        ],
      },
    ],
  },
]);
