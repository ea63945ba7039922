import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readFailure } from '../errors.ts';
import { type PagedQuery, type Pages, withNextPage } from './pages.ts';

interface Props<Data> {
  query: PagedQuery<Data>;
  /** Finds the list in an answer. */
  list: (data: Data) => Pages | null | undefined;
}

/** Loads the next page of a list, and says how much of it is shown; nothing where no page follows. */
export function MoreButton<Data>({ query: { data, fetchMore }, list }: Props<Data>) {
  const { t } = useTranslation(['ui', 'errors']);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const pages = data && list(data);
  if (!pages?.pageInfo.hasNextPage) return null;
  const { totalCount: total, pageInfo, nodes, edges } = pages;
  return (
    <div className="more">
      <span className="hint">{t('shown', { shown: (nodes ?? edges ?? []).length, total })}</span>
      {failure !== null && <span role="alert">{t(`errors:${readFailure(failure).code}`)}</span>}
      <Button
        size="small"
        loading={busy}
        onClick={() => {
          setBusy(true);
          setFailure(null);
          const next = { variables: { after: pageInfo.endCursor ?? null }, updateQuery: withNextPage(list) };
          fetchMore(next)
            .catch(setFailure)
            .finally(() => setBusy(false));
        }}
      >
        {t('loadMore')}
      </Button>
    </div>
  );
}
