import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Amount } from '../imports/Amount.tsx';
import { type Choices, undecided } from '../imports/choices.ts';
import { Duplicates } from '../imports/Duplicates.tsx';
import { Faults } from '../imports/Faults.tsx';
import { organizationPath } from '../organizations/organization.ts';
import { Panel } from '../ui/Panel.tsx';
import { effects, importable, type OrganizationDuplicate, type OrganizationOutlook } from './organization-import.ts';

interface Props {
  outlook: OrganizationOutlook;
  fileName: string;
  choices: Choices;
  onChoose: (choices: Choices) => void;
  /** What imports it, once all is decided. */
  children: ReactNode;
}

/** What a file of organisations would bring, what is wrong with its rows, and what may be there elsewhere already. */
export function OutlookPanel({ outlook, fileName, choices, onChoose, children }: Props) {
  const { t } = useTranslation(['organizationImports', 'imports']);
  const { rows, errorCount, errors, duplicateCount } = outlook;
  const open = undecided(outlook, choices);
  return (
    <Panel title={t('imports:outlook', { fileName })}>
      <dl className="numbers">
        <Amount label={t('imports:rows')} value={rows} />
        {effects.map((effect) => (
          <Amount key={effect} label={t(`effect.${effect}`)} value={outlook[effect]} />
        ))}
      </dl>
      {errorCount > 0 && <Faults count={errorCount} errors={errors} />}
      {errorCount === 0 && !importable(outlook) && <Alert type="info" showIcon title={t('imports:nothing')} />}
      {importable(outlook) && (
        <>
          {duplicateCount > 0 && (
            <Duplicates<OrganizationDuplicate>
              outlook={outlook}
              title={t('duplicates', { n: duplicateCount })}
              lead={t('duplicatesLead')}
              named={{ title: t('name'), of: ({ name }) => name }}
              perhaps={(duplicate) => <Perhaps duplicate={duplicate} />}
              choices={choices}
              onChoose={onChoose}
            />
          )}
          <div className="actions">
            {open > 0 ? <span className="hint">{t('imports:undecided', { n: open })}</span> : children}
          </div>
        </>
      )}
    </Panel>
  );
}

/** Which organisation a row may describe. */
function Perhaps({ duplicate: { organization, otherRow } }: { duplicate: OrganizationDuplicate }) {
  const { t } = useTranslation('organizationImports');
  if (!organization) return t('sameAsRow', { row: otherRow ?? '' });
  return (
    <span className="tags">
      <Link to={organizationPath(organization.id)}>{organization.name}</Link>
      <span className="hint">{organization.unit?.name}</span>
    </span>
  );
}
