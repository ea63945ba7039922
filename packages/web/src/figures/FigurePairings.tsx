import { skipToken, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { graphql } from '../generated/index.ts';
import { householdPath } from '../households/household.ts';
import { PairingLine } from '../pairings/PairingLine.tsx';
import { Panel } from '../ui/Panel.tsx';
import { nameWithParent } from '../units/unit.ts';
import { figureOf, RecordsPanel, type RecordsProps } from './RecordsPanel.tsx';

const FIGURE_PAIRINGS = graphql(`
  query FigurePairings(
    $code: RegisterCode!, $indicator: String!, $unit: ID, $asOf: Date!, $period: PeriodInput, $basis: Basis!, $after: String
  ) {
    town(code: $code) {
      id
      figure(indicator: $indicator, unit: $unit, asOf: $asOf, period: $period, basis: $basis) {
        pairings(first: 20, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { ...PairingRow }
        }
      }
    }
  }
`);

const FIGURE_PAIRED = graphql(`
  query FigurePaired(
    $code: RegisterCode!, $indicator: String!, $unit: ID, $asOf: Date!, $counted: Boolean!, $after: String, $for: ReadingPurpose!
  ) @purpose(of: $for) {
    town(code: $code) {
      id
      figure(indicator: $indicator, unit: $unit, asOf: $asOf) {
        pairedHouseholds(counted: $counted, first: 20, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { id code block { id name parent { id name } } }
        }
      }
    }
  }
`);

/** The pairings that a figure counts, or whose contacts it counts. */
export function FigurePairings(props: RecordsProps) {
  const { t } = useTranslation('pairings');
  const { unit, day, period, basis, basisDay } = props.choice;
  const of = { code: props.town, indicator: props.indicator.code, unit, basis, after: null };
  const variables =
    props.indicator.time === 'STOCK' ? { ...of, asOf: day, period: null } : { ...of, asOf: basisDay, period };
  return (
    <RecordsPanel
      title={t('pairings')}
      none={t('none')}
      query={useQuery(FIGURE_PAIRINGS, { variables, ...unkept })}
      list={(data) => data.town?.figure?.pairings}
    >
      {(pairing) => <PairingLine key={pairing.id} pairing={pairing} />}
    </RecordsPanel>
  );
}

/** The households that are paired of those that ought to be, and first those that are not. Who they are is told for a purpose. */
export function FigurePaired(props: RecordsProps) {
  const { t } = useTranslation(['pairings', 'households']);
  const purpose = usePurpose();
  const [missing, choose] = useState(props.missingFirst);
  const { code, indicator } = figureOf(props);
  const { unit, day: asOf } = props.choice;
  const variables = { code, indicator, unit, asOf, counted: !missing, after: null };
  const query = useQuery(FIGURE_PAIRED, purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken);
  if (!purpose) {
    return (
      <Panel title={t('households:households')} extra={<PurposePicker />}>
        <p className="hint">{t('sensitiveHint')}</p>
      </Panel>
    );
  }
  return (
    <RecordsPanel
      title={t('households:households')}
      none={t(missing ? 'noneUnpaired' : 'none')}
      split={{ missing, labels: [t('pairedOnes'), t('unpairedOnes')], choose }}
      query={query}
      list={(data) => data.town?.figure?.pairedHouseholds}
    >
      {({ id, code, block }) => (
        <article key={id} className="request-card">
          <Link to={householdPath(id)}>{code ?? t('households:noCode')}</Link> · {block && nameWithParent(block)}
        </article>
      )}
    </RecordsPanel>
  );
}
