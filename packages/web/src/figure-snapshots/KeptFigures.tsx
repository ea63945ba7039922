import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeriodName } from '../reported-figures/periodName.ts';
import { FilterCheck } from '../ui/FilterCheck.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { KeptTable } from './KeptTable.tsx';
import { SNAPSHOT } from './snapshot.ts';

/** The figures that a closed period keeps, beside what the records give today. */
export function KeptFigures({ town, id, onClose }: { town: string; id: string; onClose: () => void }) {
  const { t } = useTranslation('figureSnapshots');
  const periodName = usePeriodName();
  const [changed, setChanged] = useState(false);
  const [everywhere, setEverywhere] = useState(false);
  const query = useQuery(SNAPSHOT, {
    variables: { id, everywhere, changed: changed ? true : null, after: null },
  });
  const { data, error, refetch } = query;
  const snapshot = data?.figureSnapshot;
  const place = useRef<HTMLDivElement>(null);
  const isThere = snapshot !== undefined;
  // It opens below a list, out of sight of who opened it.
  useEffect(() => {
    if (isThere) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isThere]);
  if (!snapshot) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const title = t('kept', { period: periodName(snapshot.length, snapshot.period), n: snapshot.number });
  return (
    <div ref={place}>
      <Panel
        title={title}
        flush
        extra={
          <Button size="small" onClick={onClose}>
            {t('hide')}
          </Button>
        }
      >
        <div className="padded toolbar">
          <FilterCheck label={t('onlyChanged')} checked={changed} onChange={(value) => setChanged(value === '1')} />
          <FilterCheck
            label={t('everywhere')}
            checked={everywhere}
            onChange={(value) => setEverywhere(value === '1')}
          />
        </div>
        <KeptTable town={town} snapshot={snapshot} everywhere={everywhere} />
        <MoreButton query={query} list={(each) => each.figureSnapshot?.figures} />
      </Panel>
    </div>
  );
}
