import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Answer, costIn } from './ask.ts';

/** What the last answer or preflight says of its cost, or why it says nothing. */
export function CostLine({ answer, isPreflight }: { answer: Answer | null; isPreflight: boolean }) {
  const { t, i18n } = useTranslation('explorer');
  const number = new Intl.NumberFormat(i18n.language);
  const cost = costIn(answer);
  const refusal = answer?.errors?.find(({ extensions }) => extensions?.code === 'LIMIT_EXCEEDED');
  if (isPreflight && !cost) {
    const [first] = answer?.errors ?? [];
    return <Alert type="warning" showIcon role="status" title={first?.message ?? t('noCost')} />;
  }
  if (refusal) return <Alert type="warning" showIcon role="status" title={refusal.message} />;
  if (!cost) return <p className="hint explorer-cost">{t('costHint')}</p>;
  const { asked, used, left, capacity, heaviest, retryAfter } = cost;
  return (
    <p className="explorer-cost" role="status">
      <strong>{t(isPreflight ? 'preflightOf' : 'costOf')}</strong>{' '}
      <span>{t('asked', { n: number.format(asked) })}</span>{' '}
      {!isPreflight && <span>{t('used', { n: number.format(used) })}</span>}{' '}
      <span>{t('left', { n: number.format(left), of: number.format(capacity) })}</span>{' '}
      {heaviest && <span>{t('heaviest', { part: heaviest.join('.') })}</span>}{' '}
      {retryAfter !== null && <span>{t('retryAfter', { n: number.format(retryAfter) })}</span>}
    </p>
  );
}
