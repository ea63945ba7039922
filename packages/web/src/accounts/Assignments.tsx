import { App, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useFailureText } from '../ui/failure.ts';
import { placeOf } from './place.ts';
import type { TownAccount } from './town-account.ts';

const END_ASSIGNMENT = graphql(`
  mutation EndAssignment($input: EndAssignmentInput!) {
    endAssignment(input: $input) { account { id assignments { id } } }
  }
`);

type Held = NonNullable<TownAccount['assignments']>[number];

/** What an account may act as in the town; each can be ended where that is permitted. */
export function Assignments({ account, endable }: { account: TownAccount; endable: boolean }) {
  const { t } = useTranslation('accounts');
  const { modal, message } = App.useApp();
  const textOf = useFailureText();
  const end = useChange(END_ASSIGNMENT);

  function confirm({ id, role }: Held) {
    modal.confirm({
      title: t('endTitle'),
      content: t('endLead', { name: account.displayName, role: t(`role.${role}`) }),
      okText: t('end'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await end({ assignment: id });
          void message.success(t('ended'));
        } catch (error) {
          void message.error(textOf(error));
        }
      },
    });
  }

  const held = account.assignments ?? [];
  if (held.length === 0) return <span className="hint">{t('noAssignments')}</span>;
  return (
    <span className="tags">
      {held.map((each) => (
        <Tag
          key={each.id}
          variant="outlined"
          closable={endable && { 'aria-label': `${t('end')}: ${t(`role.${each.role}`)}` }}
          onClose={(event) => {
            event.preventDefault();
            confirm(each);
          }}
        >
          {t(`role.${each.role}`)} <span className="hint">{placeOf(each)}</span>
        </Tag>
      ))}
    </span>
  );
}
