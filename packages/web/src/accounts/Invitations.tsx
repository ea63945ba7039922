import { useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { InvitationsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useLanguage } from '../i18n/language.ts';
import { momentInShanghai } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { placeOf } from './place.ts';

const INVITATIONS = graphql(`
  query Invitations($code: RegisterCode!) {
    town(code: $code) {
      id
      invitations {
        id
        role
        invitedBy
        expiresAt
        unit { id name }
        team { id name block { id name } }
      }
    }
  }
`);

const WITHDRAW = graphql(`
  mutation WithdrawInvitation($input: WithdrawInvitationInput!) {
    withdrawInvitation(input: $input) { invitation }
  }
`);

type Invitation = NonNullable<NonNullable<InvitationsQuery['town']>['invitations']>[number];

/** What the town has offered and nobody has accepted yet; nothing is shown where there is none. */
export function Invitations({ town, endable }: { town: string; endable: boolean }) {
  const { t } = useTranslation(['accounts', 'ui']);
  const language = useLanguage();
  const { modal, message } = App.useApp();
  const textOf = useFailureText();
  const withdraw = useChange(WITHDRAW);
  const { data } = useQuery(INVITATIONS, { variables: { code: town } });
  const invitations = data?.town?.invitations ?? [];
  if (invitations.length === 0) return null;

  function confirm({ id, role }: Invitation) {
    modal.confirm({
      title: t('withdrawTitle'),
      content: t('withdrawLead', { role: t(`role.${role}`) }),
      okText: t('withdraw'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await withdraw({ invitation: id });
          void message.success(t('withdrawn'));
        } catch (error) {
          void message.error(textOf(error));
        }
      },
    });
  }

  return (
    <Panel flush title={`${t('invitations')} ${invitations.length}`}>
      <Sheet<Invitation>
        rows={invitations}
        empty=""
        columns={[
          {
            title: t('assignments'),
            key: 'role',
            render: (_, invitation) => (
              <>
                {t(`role.${invitation.role}`)} <span className="hint">{placeOf(invitation)}</span>
              </>
            ),
          },
          { title: t('invitedBy'), key: 'by', render: (_, { invitedBy }) => <span className="code">{invitedBy}</span> },
          {
            title: t('expires'),
            key: 'expires',
            render: (_, { expiresAt }) => momentInShanghai(expiresAt, language),
          },
          {
            title: '',
            key: 'actions',
            width: 100,
            align: 'right',
            render: (_, invitation) =>
              endable && (
                <Button size="small" type="text" onClick={() => confirm(invitation)}>
                  {t('withdraw')}
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  );
}
