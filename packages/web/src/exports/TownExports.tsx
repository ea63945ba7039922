import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed } from '../ui/States.tsx';
import { ExportSheet } from './ExportSheet.tsx';
import { TOWN_EXPORTS } from './export.ts';

/** What applications have taken out of a town in bulk, and when. */
export function TownExports({ town }: { town: { code: string; name: string } }) {
  const { t } = useTranslation('exports');
  const query = useQuery(TOWN_EXPORTS, { variables: { code: town.code }, fetchPolicy: 'cache-and-network' });
  const { data, error, refetch } = query;
  const exports = data?.town?.exports;
  if (!exports) return error ? <Failed error={error} retry={() => void refetch()} /> : null;
  return (
    <Panel flush title={`${t('title')} ${exports.totalCount}`}>
      <p className="hint padded">{t('lead', { town: town.name })}</p>
      <div className="wide-cells">
        <ExportSheet exports={exports.nodes} whose="application" />
      </div>
      <MoreButton query={query} list={(data) => data.town?.exports} />
    </Panel>
  );
}
