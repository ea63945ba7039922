import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  text: string;
  /** What that is, for whoever does not see beside what the button stands. */
  of: string;
  /** Whether its word is written beside its sign. */
  inWords?: boolean;
}

/** Copies a text and says so; or that it could not, as where the page came without https. */
export function CopyButton({ text, of, inWords = false }: Props) {
  const { t } = useTranslation('ui');
  const { message } = App.useApp();
  const [copied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      void message.warning(t('notCopied'));
    }
  }

  return (
    <Button
      {...(!inWords && { size: 'small', type: 'text' })}
      icon={copied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
      aria-label={copied ? t('copied') : t('copyOf', { of })}
      title={inWords ? undefined : t('copy')}
      onClick={() => void copy()}
      onBlur={() => setCopied(false)}
    >
      {inWords && (copied ? t('copied') : t('copy'))}
    </Button>
  );
}
