import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../figures/words.ts';
import { usePeriodName } from '../reported-figures/periodName.ts';
import { FilterCheck } from '../ui/FilterCheck.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { SNAPSHOT } from './snapshot.ts';

/** The figures that a closed period keeps, and what the records give today where that is something else. */
export function KeptFigures({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('figureSnapshots');
  const { nameOf } = useWords();
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
  const rows = snapshot.figures.nodes.map((each) => ({
    ...each,
    id: [each.indicator.code, each.unit, each.organizationKind].join(' '),
  }));
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
        <Sheet
          rows={rows}
          empty={t('nothingChanged')}
          columns={[
            { title: t('indicator'), key: 'indicator', render: (_, row) => nameOf(row.indicator) },
            ...(everywhere ? [{ title: t('place'), dataIndex: 'name', key: 'name' }] : []),
            { title: t('keptNumber'), key: 'kept', align: 'right', render: (_, row) => <Kept figure={row} /> },
            {
              title: t('today'),
              key: 'today',
              align: 'right',
              render: (_, { changed: differs, today }) => (differs ? <Kept figure={today} /> : t('same')),
            },
          ]}
        />
        <MoreButton query={query} list={(each) => each.figureSnapshot?.figures} />
      </Panel>
    </div>
  );
}

/** A number, of a rate with what it is of below: both beside each other are too wide for a telephone. */
function Kept({ figure }: { figure: { numerator: number; denominator: number | null; rounded: string | null } }) {
  const { numberOf } = useWords();
  const { numerator, denominator, rounded } = figure;
  if (denominator === null) return numberOf(numerator);
  return (
    <>
      {rounded ?? '—'}
      <div className="hint">
        {numberOf(numerator)} / {numberOf(denominator)}
      </div>
    </>
  );
}
