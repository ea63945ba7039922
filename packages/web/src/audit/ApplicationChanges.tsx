import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { ApplicationChangesQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { momentInShanghai } from '../ui/day.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';

const APPLICATION_CHANGES = graphql(`
  query ApplicationChanges($code: RegisterCode!, $after: String) {
    town(code: $code) {
      id
      applicationChanges(first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id changedAt mutation application { name } account { displayName } }
      }
    }
  }
`);

type Change = NonNullable<NonNullable<ApplicationChangesQuery['town']>['applicationChanges']>['nodes'][number];

/** What applications of others changed in a town, and for whom; nothing as long as there is nothing. */
export function ApplicationChanges({ town }: { town: string }) {
  const { t, i18n } = useTranslation('audit');
  const query = useQuery(APPLICATION_CHANGES, { variables: { code: town }, fetchPolicy: 'no-cache' });
  const changes = query.data?.town?.applicationChanges;
  if (!changes || changes.totalCount === 0) return null;
  return (
    <Panel flush title={`${t('changes.title')} ${changes.totalCount}`}>
      <p className="lead padded">{t('changes.lead')}</p>
      <Sheet<Change>
        rows={changes.nodes}
        stacks
        empty={t('none')}
        columns={[
          {
            title: t('readAt'),
            key: 'changedAt',
            render: (_, { changedAt }) => <span className="code">{momentInShanghai(changedAt, i18n.language)}</span>,
          },
          { title: t('changes.application'), key: 'application', render: (_, { application }) => application.name },
          {
            title: t('changes.for'),
            key: 'for',
            render: (_, { account }) => account?.displayName ?? t('changes.itself'),
          },
          {
            title: t('operation'),
            key: 'mutation',
            render: (_, { mutation }) => <span className="code">{mutation}</span>,
          },
        ]}
      />
      <MoreButton query={query} list={(data) => data.town?.applicationChanges} />
    </Panel>
  );
}
