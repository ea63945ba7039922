import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { ClosedPeriods } from '../figure-snapshots/ClosedPeriods.tsx';
import { useTown } from '../towns/town.ts';
import { FilterCheck } from '../ui/FilterCheck.tsx';
import { ListPanel } from '../ui/ListPanel.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { ReportedLine } from './ReportedLine.tsx';
import { ReportFigure } from './ReportFigure.tsx';
import { REPORTED } from './reported.ts';

/** What a town has published beside what its records give, and the periods that it has closed. */
export function Component() {
  const { t } = useTranslation('reportedFigures');
  const town = useTown();
  const [params, choose] = useAddress();
  const [reporting, setReporting] = useState(false);
  const [differs, withdrawn] = [params.get('differs') === '1', params.get('withdrawn') === '1'];
  const filter = { ...(differs ? { differs } : {}), withdrawn };
  const query = useQuery(REPORTED, { variables: { code: town.code, filter, after: null } });
  const mayReport = can(town, 'FIGURE_REPORT');
  return (
    <div className="column-main">
      <p className="hint">{t('lead')}</p>
      <div className="toolbar">
        {mayReport && (
          <Button type="primary" onClick={() => setReporting(true)}>
            {t('report')}
          </Button>
        )}
        <FilterCheck label={t('onlyDiffering')} checked={differs} onChange={(value) => choose({ differs: value })} />
        <FilterCheck
          label={t('onlyWithdrawn')}
          checked={withdrawn}
          onChange={(value) => choose({ withdrawn: value })}
        />
      </div>
      <ListPanel title={t('list')} none={t('none')} query={query} list={(data) => data.town?.reportedFigures}>
        {(figure) => <ReportedLine key={figure.id} town={town.code} figure={figure} mayChange={mayReport} />}
      </ListPanel>
      <ClosedPeriods town={town} open={params.get('closed')} choose={choose} />
      {reporting && <ReportFigure town={town} onClose={() => setReporting(false)} />}
    </div>
  );
}
