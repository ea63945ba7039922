import { useTranslation } from 'react-i18next';
import type { TakeRemediesMutation } from '../generated/graphql.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { pointsBetween, rateNames, rates } from './coverage.ts';

type Change = TakeRemediesMutation['takeRemedies']['changes'][number];

/** What remedies make of the rates: of all organisations, and of each class. */
export function RateChanges({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation(['coverageRates', 'organizations']);
  return (
    <Sheet<Change>
      stacks
      rows={changes}
      rowKey={(change) => change.class ?? ''}
      empty={t('none')}
      columns={[
        {
          title: t('dimensions.CLASS'),
          key: 'class',
          render: (_, change) => (change.class ? t(`organizations:classes.${change.class}`) : t('all')),
        },
        ...rateNames.map((rate) => ({
          title: t(`rates.${rate}`),
          key: rate,
          align: 'right' as const,
          render: (_: unknown, { before, after }: Change) => {
            const [old, next] = [before[rates[rate]].rounded, after[rates[rate]].rounded];
            return old === next ? (
              (old ?? '—')
            ) : (
              <>
                {old ?? '—'} → {next ?? '—'} <strong className="gains">{pointsBetween(old, next)}</strong>
              </>
            );
          },
        })),
      ]}
    />
  );
}
