import { useQuery } from '@apollo/client/react';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unkept } from '../audit/purpose.ts';
import { CallLine } from '../calls/CallLine.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import type { Choice } from './choice.ts';
import type { Indicator } from './FigurePicker.tsx';
import { FIGURE_CALLS } from './figure.ts';

/** The calls that a figure counts, for the unit that is opened; of a rate also those that are missing from it. */
export function FigureCalls({ town, indicator, choice }: { town: string; indicator: Indicator; choice: Choice }) {
  const { t } = useTranslation('calls');
  const [missing, setMissing] = useState(false);
  const counted = !(indicator.isRate && missing);
  const { unit, period, basis, basisDay: asOf } = choice;
  const variables = { code: town, indicator: indicator.code, unit, period, basis, asOf, counted, after: null };
  const { data, error, refetch, fetchMore } = useQuery(FIGURE_CALLS, { variables, ...unkept });
  const calls = data?.town?.figure?.calls;
  if (!calls) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { nodes, totalCount, pageInfo } = calls;
  return (
    <Panel
      title={`${t('calls')} ${totalCount}`}
      flush
      extra={
        indicator.isRate && (
          <Segmented
            size="small"
            value={missing}
            options={[
              { value: false, label: t('counted') },
              { value: true, label: t('uncounted') },
            ]}
            onChange={setMissing}
          />
        )
      }
    >
      {nodes.length === 0 && <p className="hint padded">{t('none')}</p>}
      {nodes.map((call) => (
        <CallLine key={call.id} call={call} />
      ))}
      {pageInfo.hasNextPage && (
        <MoreButton
          shown={nodes.length}
          total={totalCount}
          load={() =>
            fetchMore({
              variables: { after: pageInfo.endCursor },
              updateQuery: (before, { fetchMoreResult: next }) => {
                const [old, come] = [before.town?.figure?.calls, next.town?.figure?.calls];
                if (!before.town?.figure || !old || !come) return before;
                const joined = { ...come, nodes: [...old.nodes, ...come.nodes] };
                return { town: { ...before.town, figure: { ...before.town.figure, calls: joined } } };
              },
            })
          }
        />
      )}
    </Panel>
  );
}
