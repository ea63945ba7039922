import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { ReportedLine } from '../reported-figures/ReportedLine.tsx';
import { FilterCheck } from '../ui/FilterCheck.tsx';
import { ListPanel } from '../ui/ListPanel.tsx';
import type { Choice } from './choice.ts';

const DISTRICT_REPORTED = graphql(`
  query DistrictReported($code: RegisterCode!, $filter: ReportedFigureFilter!, $after: String) {
    district(code: $code) {
      id
      reportedFigures(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...ReportedRow town { id code name } }
      }
    }
  }
`);

interface Props {
  /** The district’s. */
  code: string;
  period: Choice['period'];
}

/** What the towns of a district have published of the period, or of a part of it, beside what their records give. */
export function ReportedPanel({ code, period }: Props) {
  const { t } = useTranslation('districts');
  const [differs, setDiffers] = useState(false);
  const filter = { from: period.first, to: period.last, ...(differs ? { differs } : {}) };
  return (
    <ListPanel
      title={t('reported.title')}
      none={t(differs ? 'reported.noneDiffers' : 'reported.none')}
      extra={
        <FilterCheck
          label={t('reported.onlyDiffering')}
          checked={differs}
          onChange={(value) => setDiffers(value === '1')}
        />
      }
      query={useQuery(DISTRICT_REPORTED, { variables: { code, filter, after: null } })}
      list={(data) => data.district?.reportedFigures}
    >
      {(figure) => (
        <ReportedLine
          key={figure.id}
          town={figure.town.code}
          townName={figure.town.name}
          figure={figure}
          mayChange={false}
        />
      )}
    </ListPanel>
  );
}
