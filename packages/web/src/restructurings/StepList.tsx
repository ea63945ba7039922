import { CloseOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
import type { Check, Draft } from './draft.ts';
import { stepText } from './stepText.ts';

interface Props {
  draft: Draft;
  saving: boolean;
  onRemove: (index: number) => void;
}

/** The steps of a draft in order, each with what the checks find in it; what concerns no step stands above. */
export function StepList({ draft, saving, onRemove }: Props) {
  const { t } = useTranslation(['restructurings', 'units', 'ui']);
  const checks = draft.checks ?? [];
  const empty = draft.steps.length === 0;
  return (
    <Panel title={`${t('draft.steps')} ${draft.steps.length}`}>
      {!empty && <Checks checks={checks.filter(({ step }) => step === null)} />}
      {empty && <p className="hint">{t('draft.noSteps')}</p>}
      <ol className="steps">
        {draft.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place among the others.
          <li key={index}>
            <div className="step-line">
              <span>{stepText(t, step)}</span>
              <Button
                type="text"
                size="small"
                disabled={saving}
                icon={<CloseOutlined />}
                aria-label={t('draft.removeStep', { n: index + 1 })}
                onClick={() => onRemove(index)}
              />
            </div>
            <Checks checks={checks.filter((check) => check.step === index)} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Checks({ checks }: { checks: readonly Check[] }) {
  return checks.map(({ code, message, severity, field }) => (
    <Alert
      key={`${code} ${field} ${message}`}
      className="check"
      type={severity === 'ERROR' ? 'error' : 'warning'}
      showIcon
      title={message}
    />
  ));
}
