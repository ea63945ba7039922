import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Failed } from '../ui/States.tsx';
import { ExportSheet } from './ExportSheet.tsx';
import { APPLICATION_EXPORTS } from './export.ts';

/** What an application of one’s own has taken out of towns in bulk, with what became of each. */
export function ApplicationExports({ clientId }: { clientId: string }) {
  const { t } = useTranslation('exports');
  const query = useQuery(APPLICATION_EXPORTS, { variables: { clientId }, fetchPolicy: 'cache-and-network' });
  const { data, error, refetch } = query;
  const exports = data?.application?.exports;
  if (!exports) return error ? <Failed error={error} retry={() => void refetch()} /> : null;
  return (
    <>
      <h3>{t('title')}</h3>
      <div className="wide-cells">
        <ExportSheet exports={exports.nodes} whose="town" />
      </div>
      <MoreButton query={query} list={(data) => data.application?.exports} />
    </>
  );
}
