import { useTranslation } from 'react-i18next';
import { CopyButton } from './CopyButton.tsx';

/** Code to be taken into a shell or a program, with a button that copies it. */
export function CodeBlock({ code }: { code: string }) {
  const { t } = useTranslation('ui');
  return (
    <div className="code-block">
      <pre>{code}</pre>
      <span className="code-copy">
        <CopyButton text={code} of={t('code')} />
      </span>
    </div>
  );
}
