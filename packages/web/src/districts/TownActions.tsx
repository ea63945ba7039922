import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenAccount } from '../accounts/OpenAccount.tsx';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useFailureText } from '../ui/failure.ts';
import type { TownRow } from './figures.ts';

const SET_UP_TOWN = graphql(`
  mutation SetUpTown($input: SetUpTownInput!) {
    setUpTown(input: $input) { town { id status } }
  }
`);

/** What an operator may do with a town: make it a tenant, give it its first administrator. */
export function TownActions({ town }: { town: TownRow['town'] }) {
  const { t } = useTranslation('districts');
  const { modal, message } = App.useApp();
  const setUp = useChange(SET_UP_TOWN);
  const textOf = useFailureText();
  const [opening, setOpening] = useState(false);

  function confirm() {
    modal.confirm({
      title: t('setUpTitle', { name: town.name }),
      content: t('setUpLead', { code: town.code }),
      okText: t('setUp'),
      onOk: async () => {
        try {
          await setUp({ code: town.code });
          void message.success(t('setUpDone', { name: town.name }));
        } catch (error) {
          void message.error(textOf(error));
        }
      },
    });
  }

  if (town.status === 'REGISTERED') {
    return (
      can(town, 'TOWN_SET_UP') && (
        <Button size="small" onClick={confirm}>
          {t('setUp')}
        </Button>
      )
    );
  }
  // Those who see the town's accounts open them there.
  if (!can(town, 'ACCOUNT_OPEN') || can(town, 'ACCOUNT_READ')) return null;
  return (
    <>
      <Button size="small" type="link" onClick={() => setOpening(true)}>
        {t('openAdministrator')}
      </Button>
      {opening && (
        <OpenAccount town={town.code} roles={['TOWN_ADMINISTRATOR']} asks={false} onClose={() => setOpening(false)} />
      )}
    </>
  );
}
