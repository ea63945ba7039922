import { useTranslation } from 'react-i18next';
import { Definition } from '../figures/Definition.tsx';
import { useWords } from '../figures/words.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Indicator } from './dashboard.ts';

/** What the indicators of a dashboard count, and since when they count so. */
export function Definitions({ indicators }: { indicators: readonly Indicator[] }) {
  const { t } = useTranslation('districts');
  const { nameOf } = useWords();
  return (
    <Panel title={t('dashboard.definitions')}>
      <dl className="rules">
        {indicators.map((indicator) => (
          <div key={indicator.code} className="rule">
            <dt className="rule-name">{nameOf(indicator)}</dt>
            <dd className="rule-says">
              <Definition indicator={indicator} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
