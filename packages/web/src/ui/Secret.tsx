import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButton } from './CopyButton.tsx';

interface Props {
  value: string;
  label: string;
  /** What to do with it; to write it down and hand it over unless told. */
  hint?: string;
}

/** A secret that is shown this once, with a button that copies it. */
export function Secret({ value, label, hint }: Props) {
  const { t } = useTranslation('ui');
  return (
    <div className="secret">
      <div className="secret-label">{label}</div>
      <div className="secret-row">
        <Typography.Text code className="secret-value" data-testid="secret">
          {value}
        </Typography.Text>
        <CopyButton inWords text={value} of={label} />
      </div>
      <p className="hint">{hint ?? t('secret.once')}</p>
    </div>
  );
}
