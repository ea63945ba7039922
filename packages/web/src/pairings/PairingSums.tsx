import { skipToken, useQuery } from '@apollo/client/react';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { NumberLink } from '../ui/NumberLink.tsx';
import { Panel } from '../ui/Panel.tsx';
import { PeriodPicker } from '../ui/PeriodPicker.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import type { Choose } from '../ui/useAddress.ts';
import { groups, PAIRING_SUMS, PAIRING_SUMS_FOR, type PairingChoice, type PairingSum } from './pairing.ts';

interface Props {
  town: string;
  choice: PairingChoice;
  choose: Choose;
}

type Row = PairingSum & { id: string; isTotal: boolean };

/** How many households ought to be paired and are, and how many contacts were made; what is missing opens into the households. */
export function PairingSums({ town, choice: { by, period, unit }, choose }: Props) {
  const { t } = useTranslation('pairings');
  const purpose = usePurpose();
  const variables = { code: town, by, period, unit };
  const full = useQuery(
    PAIRING_SUMS_FOR,
    purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken,
  );
  const masked = useQuery(PAIRING_SUMS, purpose ? skipToken : { variables, ...unkept });
  const { data, error, refetch } = purpose ? full : masked;
  const sums = data?.town;
  const rows: Row[] = [
    ...(sums?.all ?? []).map((row) => ({ ...row, id: 'total', isTotal: true })),
    ...(sums?.groups ?? []).map((row) => ({
      ...row,
      id: row.kind?.id ?? row.unit?.id ?? 'together',
      isTotal: false,
    })),
  ];
  const nameOf = ({ isTotal, kind, unit }: Row) =>
    isTotal ? t('total') : (kind?.name ?? unit?.name ?? t(by === 'KIND' ? 'together' : 'ofTown'));
  const missing = (kind: string | undefined, of: string | undefined) =>
    `/towns/${town}/pairings?${new URLSearchParams({ view: 'unpaired', ...(kind && { kind }), ...(of && { unit: of }) })}`;
  const lacking = ({ paired, kind, unit: own }: Row) => {
    const count = paired.denominator - paired.numerator;
    const of = own?.id ?? unit ?? undefined;
    return count > 0 ? <NumberLink to={missing(kind?.id, of)}>{count}</NumberLink> : 0;
  };
  return (
    <>
      <div className="toolbar">
        <PeriodPicker period={period} choose={({ from, to }) => choose({ from, to })} />
        <Segmented
          aria-label={t('by')}
          value={by}
          options={groups.map((each) => ({ value: each, label: t(`groups.${each}`) }))}
          onChange={(next) => choose({ by: next })}
        />
      </div>
      {!sums && (error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />)}
      {sums && (
        <Panel title={t('views.sums')} flush extra={<PurposePicker />}>
          <p className="hint padded">{t('sumsLead')}</p>
          <Sheet<Row>
            stacks
            rows={rows}
            empty={t('none')}
            columns={[
              { title: t(`groups.${by}`), key: 'name', render: (_, row) => nameOf(row) },
              { title: t('called'), key: 'called', align: 'right', render: (_, row) => row.paired.denominator },
              { title: t('paired'), key: 'paired', align: 'right', render: (_, row) => row.paired.numerator },
              { title: t('rate'), key: 'rate', align: 'right', render: (_, row) => row.paired.rounded ?? '–' },
              { title: t('lacking'), key: 'lacking', align: 'right', render: (_, row) => lacking(row) },
              { title: t('pairings'), key: 'running', align: 'right', dataIndex: 'running' },
              { title: t('contactTimes'), key: 'contacts', align: 'right', dataIndex: 'contacts' },
            ]}
          />
        </Panel>
      )}
    </>
  );
}
