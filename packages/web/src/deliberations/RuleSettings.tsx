import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { RULES } from './deliberation.ts';
import { AddRule, EndRule, ReviseRule, type Rule } from './RuleForms.tsx';
import { useRuleWords } from './useRuleWords.ts';

type Doing = { verb: 'add' } | { verb: 'revise' | 'end'; rule: Rule };

/** The town's own list of rules by which deliberations are decided, as each is said last. */
export function RuleSettings({ town }: { town: string }) {
  const { t } = useTranslation('deliberations');
  const inWords = useRuleWords();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { data, error, refetch } = useQuery(RULES, { variables: { code: town } });
  const rules = data?.town?.deliberationRules;
  if (!rules) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const onClose = () => setDoing(null);
  const open = rules.flatMap(({ id, version, versions }) => {
    const said = versions.at(-1);
    return said && said.validTo === null ? [{ id, version, said }] : [];
  });
  return (
    <Panel
      title={t('rules')}
      flush
      extra={
        <Button size="small" onClick={() => setDoing({ verb: 'add' })}>
          {t('addRule')}
        </Button>
      }
    >
      <p className="lead padded">{t('rulesLead')}</p>
      <ul className="plain entries">
        {open.map((rule) => (
          <li key={rule.id}>
            <span className="tags">
              <strong>{rule.said.name}</strong>
              <span className="hint">{inWords(rule.said)}</span>
            </span>
            <span className="row-actions">
              <Button type="text" size="small" onClick={() => setDoing({ verb: 'revise', rule })}>
                {t('reviseRule')}
              </Button>
              <Button type="text" size="small" danger onClick={() => setDoing({ verb: 'end', rule })}>
                {t('endRule')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {doing?.verb === 'add' && <AddRule town={town} onClose={onClose} />}
      {doing?.verb === 'revise' && <ReviseRule rule={doing.rule} onClose={onClose} />}
      {doing?.verb === 'end' && <EndRule rule={doing.rule} onClose={onClose} />}
    </Panel>
  );
}
