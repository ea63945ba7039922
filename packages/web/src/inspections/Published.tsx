import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { graphql } from '../generated/index.ts';
import { ReportedLine } from '../reported-figures/ReportedLine.tsx';
import { ReportFigure } from '../reported-figures/ReportFigure.tsx';
import type { Town } from '../towns/town.ts';
import { type Days, lengthOf } from '../ui/calendarPeriod.ts';
import { Panel } from '../ui/Panel.tsx';

const PUBLISHED = graphql(`
  query PublishedInspections($code: RegisterCode!, $filter: ReportedFigureFilter!) {
    town(code: $code) {
      id
      reportedFigures(filter: $filter, first: 50) { nodes { ...ReportedRow } }
    }
  }
`);

/** What is counted of inspections, by its code. */
const indicator = ['inspection-check', 'inspection-person-time', 'inspection-finding', 'inspection-finding-mended'];

/** What the town published of inspections in a period, each beside what its rounds give, with the difference. */
export function Published({ town, period }: { town: Town; period: Days }) {
  const { t } = useTranslation(['inspections', 'reportedFigures']);
  const [reporting, setReporting] = useState(false);
  const filter = { indicator, from: period.first, to: period.last };
  const { data } = useQuery(PUBLISHED, { variables: { code: town.code, filter } });
  const published = data?.town?.reportedFigures?.nodes;
  if (!published) return null;
  const mayReport = can(town, 'FIGURE_REPORT');
  return (
    <Panel
      title={t('published')}
      flush
      extra={
        mayReport && (
          <Button size="small" onClick={() => setReporting(true)}>
            {t('reportedFigures:report')}
          </Button>
        )
      }
    >
      {published.map((each) => (
        <ReportedLine key={each.id} town={town.code} figure={each} mayChange={mayReport} />
      ))}
      {published.length === 0 && <p className="hint padded">{t('nothingPublished')}</p>}
      {reporting && (
        <ReportFigure
          town={town}
          about={{ indicator: 'inspection-check', length: lengthOf(period) ?? 'MONTH', day: period.last }}
          onClose={() => setReporting(false)}
        />
      )}
    </Panel>
  );
}
