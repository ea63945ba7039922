import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unkept } from '../audit/purpose.ts';
import { CallLine } from '../calls/CallLine.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { FIGURE_CALLS } from './figure.ts';
import { RecordsPanel, type RecordsProps } from './RecordsPanel.tsx';

/** The calls that a figure counts, for the unit that is opened; of a rate also those that are missing from it. */
export function FigureCalls({ town, indicator, choice, missingFirst }: RecordsProps) {
  const { t } = useTranslation('calls');
  const [missing, setMissing] = useState(missingFirst);
  const counted = !(indicator.isRate && missing);
  const { unit, period, basis, basisDay: asOf } = choice;
  const variables = { code: town, indicator: indicator.code, unit, period, basis, asOf, counted, after: null };
  const { data, error, refetch, fetchMore } = useQuery(FIGURE_CALLS, { variables, ...unkept });
  const calls = data?.town?.figure?.calls;
  if (!calls) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { nodes, totalCount, pageInfo } = calls;
  return (
    <RecordsPanel
      title={t('calls')}
      none={t('none')}
      {...(indicator.isRate && {
        split: { missing, labels: [t('counted'), t('uncounted')], choose: setMissing },
      })}
      shown={nodes.length}
      total={totalCount}
      more={
        pageInfo.hasNextPage &&
        (() =>
          fetchMore({
            variables: { after: pageInfo.endCursor },
            updateQuery: (before, { fetchMoreResult: next }) => {
              const [old, come] = [before.town?.figure?.calls, next.town?.figure?.calls];
              if (!before.town?.figure || !old || !come) return before;
              const joined = { ...come, nodes: [...old.nodes, ...come.nodes] };
              return { town: { ...before.town, figure: { ...before.town.figure, calls: joined } } };
            },
          }))
      }
    >
      {nodes.map((call) => (
        <CallLine key={call.id} call={call} />
      ))}
    </RecordsPanel>
  );
}
