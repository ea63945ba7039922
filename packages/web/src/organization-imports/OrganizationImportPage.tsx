import { useTranslation } from 'react-i18next';
import { ExportOrganizations } from '../organizations/ExportOrganizations.tsx';
import { useTown } from '../towns/town.ts';
import { Panel } from '../ui/Panel.tsx';
import { ImportPanel } from './ImportPanel.tsx';

const columns = ['name', 'unit', 'kind', 'industry', 'creditCode', 'counts', 'people', 'from'] as const;

/** A town's organisations from a file, and what the columns of one hold. */
export function Component() {
  const { t } = useTranslation('organizationImports');
  const { code } = useTown();
  return (
    <div className="columns">
      <div className="column-main">
        <ImportPanel town={code} />
      </div>
      <div className="column-side">
        <Panel title={t('template')}>
          <p className="lead">{t('templateLead')}</p>
          <dl className="columns-told">
            {columns.map((column) => (
              <div key={column}>
                <dt>{t(`columns.${column}.name`)}</dt>
                <dd className="hint">{t(`columns.${column}.says`)}</dd>
              </div>
            ))}
          </dl>
          <div className="actions">
            <ExportOrganizations town={code} filter={{}} asOf={null} />
          </div>
        </Panel>
      </div>
    </div>
  );
}
