import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TownExports } from '../exports/TownExports.tsx';
import { useTown } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { periodOf } from '../usage/usage.ts';
import { type Application, CONSENTS, type Consent, holds } from './application.ts';
import { ConsentLine } from './ConsentLine.tsx';
import { FindApplication } from './FindApplication.tsx';
import { GrantConsent } from './GrantConsent.tsx';

/** Which applications of others may see and do what in a town, and which could; consenting and withdrawing. */
export function Component() {
  const { t } = useTranslation('applications');
  const town = useTown();
  const [finding, setFinding] = useState(false);
  const [granting, setGranting] = useState<Application | null>(null);
  const { data, error, refetch } = useQuery(CONSENTS, {
    variables: { code: town.code, period: periodOf('month').period },
  });
  const consents = data?.town?.consents;
  if (!consents) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  const today = dayInShanghai();
  const holding = consents.filter((consent) => holds(consent, today));
  const ended = consents.filter((consent) => !holds(consent, today));
  const former = (application: Application): Consent | undefined =>
    holding.find((consent) => consent.application.id === application.id);
  return (
    <div className="column-main">
      <p className="hint">{t('lead', { town: town.name })}</p>
      <Panel
        flush
        title={t('holding', { n: holding.length })}
        extra={
          <Button size="small" type="primary" onClick={() => setFinding(true)}>
            {t('consent')}
          </Button>
        }
      >
        {holding.length === 0 && <p className="hint padded">{t('noneHolding')}</p>}
        {holding.map((consent) => (
          <ConsentLine key={consent.id} consent={consent} onChange={() => setGranting(consent.application)} />
        ))}
      </Panel>
      {ended.length > 0 && (
        <Panel flush title={t('over', { n: ended.length })}>
          {ended.map((consent) => (
            <ConsentLine key={consent.id} consent={consent} />
          ))}
        </Panel>
      )}
      <TownExports town={town} />
      {finding && (
        <FindApplication
          onFound={(application) => {
            setFinding(false);
            setGranting(application);
          }}
          onClose={() => setFinding(false)}
        />
      )}
      {granting && (
        <GrantConsent town={town} application={granting} former={former(granting)} onClose={() => setGranting(null)} />
      )}
    </div>
  );
}
