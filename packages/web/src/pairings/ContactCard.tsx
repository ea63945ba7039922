import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../ui/list.ts';
import { OnPaper } from '../ui/OnPaper.tsx';
import type { Pairing } from './pairing.ts';

/** Prints the contact card that the household has. Of what the pairing is for it says nothing: whoever finds it learns of no illness. */
export function PrintContactCard({ pairing }: { pairing: Pairing }) {
  const { t } = useTranslation('pairings');
  const [printing, setPrinting] = useState(false);
  const stop = useCallback(() => setPrinting(false), []);
  return (
    <>
      <Button icon={<PrinterOutlined />} disabled={pairing.service === null} onClick={() => setPrinting(true)}>
        {t('printCard')}
      </Button>
      {printing && <Card pairing={pairing} onPrinted={stop} />}
    </>
  );
}

function Card({ pairing, onPrinted }: { pairing: Pairing; onPrinted: () => void }) {
  const { t } = useTranslation('pairings');
  const list = useList();
  const { person, capacity, agreesToBeNamed, telephone, service, household, town } = pairing;
  const unit = household?.block?.ancestors[0]?.name;
  const teams = household?.block?.teams.map(({ name }) => name) ?? [];
  return (
    <OnPaper paper="contact-card" onPrinted={onPrinted}>
      <article>
        <h1>{t('card')}</h1>
        <dl>
          <dt>{t('person')}</dt>
          <dd className="partner">
            {person.name}
            {agreesToBeNamed && <small>{t(`capacities.${capacity}`)}</small>}
          </dd>
          {telephone !== null && (
            <>
              <dt>{t('cardTelephone')}</dt>
              <dd className="telephone">{telephone}</dd>
            </>
          )}
          <dt>{t('service')}</dt>
          <dd className="service">{service}</dd>
        </dl>
        <footer>
          <div>{[town.name, unit].filter(Boolean).join(' ')}</div>
          {teams.length > 0 && <div>{list(teams)}</div>}
        </footer>
      </article>
    </OnPaper>
  );
}
