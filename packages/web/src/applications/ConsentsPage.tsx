import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TownExports } from '../exports/TownExports.tsx';
import type { ConsentsQuery } from '../generated/graphql.ts';
import { useTown } from '../towns/town.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { Missing } from '../ui/States.tsx';
import { periodOf } from '../usage/usage.ts';
import { type Application, CONSENTS } from './application.ts';
import { ConsentLine } from './ConsentLine.tsx';
import { FindApplication } from './FindApplication.tsx';
import { GrantConsent } from './GrantConsent.tsx';

const listOf = (data: ConsentsQuery) => data.town?.consents;

/** Which applications of others may see and do what in a town, and which could; consenting and withdrawing. */
export function Component() {
  const { t } = useTranslation('applications');
  const town = useTown();
  const [finding, setFinding] = useState(false);
  const [granting, setGranting] = useState<Application | null>(null);
  const asked = { code: town.code, period: periodOf('month').period, after: null };
  const holding = useQuery(CONSENTS, { variables: { ...asked, holding: true, first: 100 } });
  const over = useQuery(CONSENTS, { variables: { ...asked, holding: false, first: 20 } });
  if (holding.data && !listOf(holding.data)) return <Missing />;
  const consents = holding.data && listOf(holding.data)?.nodes;
  return (
    <div className="column-main">
      <p className="hint">{t('lead', { town: town.name })}</p>
      <ListPanel
        title={t('holding')}
        none={t('noneHolding')}
        query={holding}
        list={listOf}
        extra={
          <Button size="small" type="primary" onClick={() => setFinding(true)}>
            {t('consent')}
          </Button>
        }
      >
        {(consent) => (
          <ConsentLine key={consent.id} consent={consent} onChange={() => setGranting(consent.application)} />
        )}
      </ListPanel>
      {(over.data && listOf(over.data)?.totalCount) !== 0 && (
        <ListPanel title={t('over')} none="" query={over} list={listOf}>
          {(consent) => <ConsentLine key={consent.id} consent={consent} />}
        </ListPanel>
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
        <GrantConsent
          town={town}
          application={granting}
          former={consents?.find(({ application }) => application.id === granting.id)}
          onChanged={setGranting}
          onClose={() => setGranting(null)}
        />
      )}
    </div>
  );
}
