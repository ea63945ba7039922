import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import type { Town } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Panel } from '../ui/Panel.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import type { Campaign } from './relief-sums.ts';

const OPEN = graphql(`
  mutation OpenReliefCampaign($input: OpenReliefCampaignInput!) {
    openReliefCampaign(input: $input) { campaign { id } }
  }
`);

const REVISE = graphql(`
  mutation ReviseReliefCampaign($input: ReviseReliefCampaignInput!) {
    reviseReliefCampaign(input: $input) { campaign { id version } }
  }
`);

interface Values {
  name: string;
  firstDay: string;
  lastDay: string;
}

/** The rounds of relief of a town, and for whoever settles them the way to open and to change one. */
export function Campaigns({ town, campaigns }: { town: Town; campaigns: readonly Campaign[] }) {
  const { t } = useTranslation(['reliefSums', 'ui']);
  const [doing, setDoing] = useState<'open' | Campaign | null>(null);
  const open = useChange(OPEN);
  const revise = useChange(REVISE);
  const settles = can(town, 'RELIEF_CONFIGURE');
  const today = dayInShanghai();
  return (
    <Panel
      flush
      title={`${t('campaigns.title')} ${campaigns.length}`}
      extra={
        settles && (
          <Button size="small" onClick={() => setDoing('open')}>
            {t('campaigns.open')}
          </Button>
        )
      }
    >
      <ul className="plain entries">
        {campaigns.map((campaign) => (
          <li key={campaign.id}>
            <span className="tags">
              {campaign.name}
              <span className="hint">{t('ui:period', { from: campaign.firstDay, to: campaign.lastDay })}</span>
            </span>
            {settles && (
              <Button type="text" size="small" onClick={() => setDoing(campaign)}>
                {t('campaigns.revise')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {doing !== null && (
        <FormModal<Values>
          title={doing === 'open' ? t('campaigns.open') : `${doing.name} · ${t('campaigns.revise')}`}
          submitLabel={doing === 'open' ? t('campaigns.open') : t('ui:save')}
          initialValues={doing === 'open' ? { firstDay: today } : doing}
          onClose={() => setDoing(null)}
          onSubmit={async ({ name, firstDay, lastDay }) => {
            const said = { name, firstDay, lastDay };
            await (doing === 'open'
              ? open({ town: town.code, ...said })
              : revise({ campaign: doing.id, expectedVersion: doing.version, ...said }));
            return t('ui:saved');
          }}
        >
          <Required name="name" label={t('campaigns.name')}>
            <Input maxLength={most.name} />
          </Required>
          <DayField name="firstDay" label={t('campaigns.firstDay')} />
          <DayField name="lastDay" label={t('campaigns.lastDay')} />
        </FormModal>
      )}
    </Panel>
  );
}
