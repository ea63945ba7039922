import { useQuery } from '@apollo/client/react';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { unkept } from '../audit/purpose.ts';
import type { ReadingPurpose } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { momentInShanghai } from '../ui/day.ts';
import { useList } from '../ui/list.ts';
import { Failed, Loading } from '../ui/States.tsx';
import { Account } from './Account.tsx';

const VISIT_VERSIONS = graphql(`
  query VisitVersions($id: ID!, $for: ReadingPurpose!) @purpose(of: $for) {
    visit(id: $id) {
      id
      visitedOn
      versions {
        number visitedOn way situation demand service outcome reason writtenAt writtenBy
        visitors { id name }
      }
    }
  }
`);

/** All that was written about a visit, the latest first. */
export function Versions({
  visit,
  purpose,
  onClose,
}: {
  visit: { id: string; visitedOn: string };
  purpose: ReadingPurpose;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation(['visits', 'ui']);
  const list = useList();
  const { data, error, refetch } = useQuery(VISIT_VERSIONS, { variables: { id: visit.id, for: purpose }, ...unkept });
  const versions = data?.visit?.versions.toReversed();
  return (
    <Modal open title={t('earlierTitle', { day: visit.visitedOn })} footer={null} onCancel={onClose} width={560}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!error && !versions && <Loading />}
      {versions?.map((version) => (
        <article key={version.number} className="visit">
          <header className="visit-head">
            <strong>{version.visitedOn}</strong> {t(`ways.${version.way}`)} ·{' '}
            {list(version.visitors.map(({ name }) => name))}
          </header>
          <Account said={version} />
          <footer className="hint">
            {t('versionMeta', {
              n: version.number,
              by: version.writtenBy ?? t('ui:someone'),
              at: momentInShanghai(version.writtenAt, i18n.language),
            })}
            {version.reason !== null && <> · {version.reason}</>}
          </footer>
        </article>
      ))}
    </Modal>
  );
}
