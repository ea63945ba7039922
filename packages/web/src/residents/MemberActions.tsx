import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import { MoveResident } from './MoveResident.tsx';
import { ReviseResident } from './ReviseResident.tsx';
import type { Home, Member } from './resident.ts';

const RESIDENT_LEAVES = graphql(`
  mutation ResidentLeaves($input: ResidentLeavesInput!) { residentLeaves(input: $input) { resident { id } } }
`);

const CHANGE_HEAD = graphql(`
  mutation ChangeHead($input: ChangeHeadInput!) { changeHead(input: $input) { resident { id } } }
`);

/** What may be done about a member of a household, under one button. */
export function MemberActions({ member, household, town }: { member: Member; household: Home; town: string }) {
  const { t } = useTranslation(['residents', 'households']);
  const [doing, setDoing] = useState<'revise' | 'makeHead' | 'moveOver' | 'leave' | null>(null);
  const stop = () => setDoing(null);
  const leave = useChange(RESIDENT_LEAVES);
  const makeHead = useChange(CHANGE_HEAD);
  const verbs = (['revise', 'makeHead', 'moveOver', 'leave'] as const).filter(
    (verb) => verb === 'revise' || (household.validTo === null && !(verb === 'makeHead' && member.head)),
  );
  const named = { name: member.name };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: verbs.map((verb) => ({ key: verb, label: t(verb), danger: verb === 'leave' })),
          onClick: ({ key }) => setDoing(verbs.find((verb) => verb === key) ?? null),
        }}
      >
        <Button type="text" size="small" aria-label={t('changesOf', named)}>
          {t('households:changes')}
        </Button>
      </Dropdown>
      {doing === 'revise' && <ReviseResident resident={member.id} onClose={stop} />}
      {doing === 'moveOver' && <MoveResident member={member} town={town} onClose={stop} />}
      {doing === 'makeHead' && (
        <FormModal<{ from: string }>
          title={t('makeHeadTitle', named)}
          submitLabel={t('makeHead')}
          initialValues={{ from: dayInShanghai() }}
          onClose={stop}
          onSubmit={async ({ from }) => {
            await makeHead({ resident: member.id, from });
            return t('headMade', named);
          }}
        >
          <DayField name="from" />
        </FormModal>
      )}
      {doing === 'leave' && (
        <FormModal<{ on: string }>
          title={t('leaveTitle', named)}
          lead={t('leaveLead')}
          submitLabel={t('leave')}
          danger
          initialValues={{ on: dayInShanghai() }}
          onClose={stop}
          onSubmit={async ({ on }) => {
            await leave({ resident: member.id, on });
            return t('left', named);
          }}
        >
          <DayField name="on" label={t('leaveOn')} />
        </FormModal>
      )}
    </>
  );
}
