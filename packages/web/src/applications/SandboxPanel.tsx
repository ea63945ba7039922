import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { momentInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { SANDBOX } from './application.ts';

/** The towns in which every application can be tried, and when they begin anew; nothing where the platform has none. */
export function SandboxPanel() {
  const { t, i18n } = useTranslation('applications');
  const { data } = useQuery(SANDBOX);
  const sandbox = data?.sandbox;
  if (!sandbox) return null;
  return (
    <Panel title={t('sandbox.title')}>
      <div className="application">
        <p>{t('sandbox.lead')}</p>
        <ul className="plain">
          {sandbox.towns.map(({ code, name, consents }) => (
            <li key={code}>
              {name} <code>{code}</code>{' '}
              <span className="hint">{t(consents ? 'sandbox.open' : 'sandbox.refuses')}</span>
            </li>
          ))}
        </ul>
        <p className="hint">{t('sandbox.anew', { at: momentInShanghai(sandbox.beginsAnewAt, i18n.language) })}</p>
      </div>
    </Panel>
  );
}
