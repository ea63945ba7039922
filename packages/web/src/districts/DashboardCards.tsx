import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '../figures/words.ts';
import { DashboardCell } from './DashboardCell.tsx';
import type { RowsProps } from './DashboardTable.tsx';
import { RowName, TotalName } from './RowName.tsx';
import { placesOf, type Row } from './rows.ts';

/** Towns or districts for a narrow screen: a card each with its figures, what they are ranked by first, and the total last. */
export function DashboardCards({ rows, total, indicators, choice, place, isOne, choose }: RowsProps) {
  const { t } = useTranslation('districts');
  const { nameOf } = useWords();
  const by = indicators.findIndex(({ code }) => code === choice.sort);
  const places = by < 0 ? null : placesOf(rows, by);
  const shown = indicators
    .map((indicator, index) => ({ indicator, index }))
    .sort((a, b) => Number(b.index === by) - Number(a.index === by));
  const figures = (row: Row) => (
    <dl className="dashboard-card-figures">
      {shown.map(({ indicator, index }) => {
        const cell = row.cells?.[index];
        if (!cell) return null;
        return (
          <div key={indicator.code}>
            <dt>{nameOf(indicator)}</dt>
            <dd>
              <DashboardCell row={row} cell={cell} indicator={indicator} choice={choice} largest={0} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
  return (
    <div className="dashboard-cards">
      <div className="toolbar padded">
        <Select<string>
          className="dashboard-order"
          aria-label={t('dashboard.order')}
          value={by < 0 ? '' : (choice.sort ?? '')}
          options={[
            { value: '', label: t('dashboard.unranked') },
            ...indicators.map((each) => ({ value: each.code, label: t('dashboard.rankedBy', { what: nameOf(each) }) })),
          ]}
          onChange={(code) => choose({ sort: code || null, order: null })}
        />
        {by >= 0 && (
          <Segmented
            aria-label={t('dashboard.order')}
            value={choice.ascending}
            options={[false, true].map((value) => ({
              value,
              label: t(value ? 'dashboard.ascending' : 'dashboard.descending'),
            }))}
            onChange={(ascending) => choose({ order: ascending ? 'asc' : null })}
          />
        )}
      </div>
      {rows.map((row) => {
        const rank = places?.get(row.key);
        return (
          <article key={row.key} className={row.cells ? 'request-card' : 'request-card row-away'}>
            <div className="lead-line">
              <RowName row={row} chosen={row.code === place?.code} />
              {rank !== undefined && (
                <span className={rank === 1 ? 'place first' : 'place'}>{t('dashboard.placed', { n: rank })}</span>
              )}
            </div>
            {row.cells && figures(row)}
          </article>
        );
      })}
      {total && (
        <article className="request-card dashboard-card-total">
          <TotalName isOne={isOne} chosen={place?.of === 'district'} />
          {figures(total)}
        </article>
      )}
    </div>
  );
}
