import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { coverageOf } from '../coverage-rates/figure-path.ts';
import { figurePath } from '../figures/path.ts';
import { useWords } from '../figures/words.ts';
import type { FigureSnapshotQuery } from '../generated/graphql.ts';
import { usePeriodName } from '../reported-figures/periodName.ts';
import { FilterCheck } from '../ui/FilterCheck.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { NumberLink } from '../ui/NumberLink.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { SNAPSHOT } from './snapshot.ts';

/** The figures that a closed period keeps, and what the records give today where that is something else. */
export function KeptFigures({ town, id, onClose }: { town: string; id: string; onClose: () => void }) {
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
            { title: t('keptNumber'), key: 'kept', align: 'right', render: (_, row) => <Numbers figure={row} /> },
            {
              title: t('today'),
              key: 'today',
              align: 'right',
              render: (_, row) =>
                row.changed ? <Numbers figure={row.today} to={opened(town, row, snapshot.period)} /> : t('same'),
            },
          ]}
        />
        <MoreButton query={query} list={(each) => each.figureSnapshot?.figures} />
      </Panel>
    </div>
  );
}

type Kept = NonNullable<FigureSnapshotQuery['figureSnapshot']>['figures']['nodes'][number];

/** Where what the records give today for a kept figure is opened; null of a kind of organisations that no page is narrowed to. */
function opened(
  town: string,
  { indicator, unit, organizationKind: kind }: Kept,
  period: { first: string; last: string },
) {
  if (kind === null) return figurePath(town, { indicator, period, unit });
  return coverageOf(town, { indicator: indicator.code, unit, on: period.last, basis: 'AS_RECORDED', kind });
}

/** A number, of a rate with what it is of below: both beside each other are too wide for a telephone. */
function Numbers({
  figure,
  to = null,
}: {
  figure: Pick<Kept, 'numerator' | 'denominator' | 'rounded'>;
  to?: string | null;
}) {
  const { numberOf } = useWords();
  const { numerator, denominator, rounded } = figure;
  const number = denominator === null ? numberOf(numerator) : (rounded ?? '—');
  const shown = to === null ? number : <NumberLink to={to}>{number}</NumberLink>;
  if (denominator === null) return shown;
  return (
    <>
      {shown}
      <div className="hint">
        {numberOf(numerator)} / {numberOf(denominator)}
      </div>
    </>
  );
}
