import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import type { Member, TeamInFull } from '../teams/team.ts';
import { Agree, EndPublication } from './PublicationForms.tsx';

/** Whether somebody of a team is shown to everybody, and the way to change that. */
export function MemberPublication({ team, member: { person, publication } }: { team: TeamInFull; member: Member }) {
  const { t } = useTranslation('publications');
  const [open, setOpen] = useState<'agree' | 'end'>();
  const keeps = can(team, 'BOARD_PUBLISH');
  if (!person || !(keeps || publication)) return null;
  const close = () => setOpen(undefined);
  return (
    <>
      {publication && <Tag color="green">{t('shown')}</Tag>}
      {keeps && (
        <Button size="small" type="text" onClick={() => setOpen('agree')}>
          {t('agree')}
        </Button>
      )}
      {publication && (
        <Button size="small" type="text" onClick={() => setOpen('end')}>
          {t('end')}
        </Button>
      )}
      {open === 'agree' && <Agree person={person} publication={publication} town={team.town.code} onClose={close} />}
      {open === 'end' && <EndPublication person={person} onClose={close} />}
    </>
  );
}
