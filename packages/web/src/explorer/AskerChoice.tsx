import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../accounts/viewer.ts';
import type { MyApplication } from '../applications/application.ts';

interface Props {
  applications: readonly MyApplication[];
  /** The client id of the application; null for oneself. */
  value: string | null;
  onChange: (clientId: string | null) => void;
}

const oneself = '';

/** Chooses as whom the explorer asks: as oneself, or as an application of one’s own. */
export function AskerChoice({ applications, value, onChange }: Props) {
  const { t } = useTranslation('explorer');
  const { account } = useViewer();
  return (
    <span className="explorer-asker">
      <label htmlFor="explorer-asker">{t('as')}</label>
      <Select<string>
        id="explorer-asker"
        value={value ?? oneself}
        popupMatchSelectWidth={false}
        options={[
          { value: oneself, label: t('oneself', { name: account.displayName }) },
          ...applications.map(({ clientId, name }) => ({ value: clientId, label: t('application', { name }) })),
        ]}
        onChange={(chosen) => onChange(chosen === oneself ? null : chosen)}
      />
    </span>
  );
}
