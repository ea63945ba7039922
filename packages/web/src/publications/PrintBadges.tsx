import { PrinterOutlined } from '@ant-design/icons';
import { useLazyQuery } from '@apollo/client/react';
import { App, Button, QRCode } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boardLink } from '../boards/board.ts';
import type { BadgesQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { inOrder, type TeamInFull } from '../teams/team.ts';
import { useFailureText } from '../ui/failure.ts';
import { OnPaper } from '../ui/OnPaper.tsx';

const BADGES = graphql(`
  query Badges($id: ID!) {
    team(id: $id) {
      id
      block { id boards { code } }
      members { id publication { photo { id content } } }
    }
  }
`);

type Badges = NonNullable<BadgesQuery['team']>;

/** Prints the visit badges 走访证 of the people of a team. */
export function PrintBadges({ team }: { team: TeamInFull }) {
  const { t } = useTranslation('publications');
  const { message } = App.useApp();
  const textOf = useFailureText();
  const [read] = useLazyQuery(BADGES, { fetchPolicy: 'network-only' });
  const [badges, setBadges] = useState<Badges>();
  const stop = useCallback(() => setBadges(undefined), []);
  const print = async () => {
    try {
      const { data } = await read({ variables: { id: team.id } });
      if (data?.team) setBadges(data.team);
    } catch (error) {
      void message.error(textOf(error));
    }
  };
  return (
    <>
      <Button size="small" icon={<PrinterOutlined />} onClick={() => void print()}>
        {t('printBadges')}
      </Button>
      {badges && <BadgesOnPaper team={team} badges={badges} onPrinted={stop} />}
    </>
  );
}

/** One badge on each sheet, as large as its holder: name, role, team and the code by which a resident checks them. */
function BadgesOnPaper({ team, badges, onPrinted }: { team: TeamInFull; badges: Badges; onPrinted: () => void }) {
  const { t } = useTranslation(['publications', 'teams']);
  const [board] = badges.block.boards ?? [];
  const photos = new Map(badges.members?.map(({ id, publication }) => [id, publication?.photo?.content]));
  return (
    <OnPaper paper="badge-paper" onPrinted={onPrinted}>
      {inOrder(team.members ?? []).map(({ id, person, role }) => {
        const photo = photos.get(id);
        return (
          person && (
            <article key={id}>
              <h1>{t('badge')}</h1>
              {photo ? (
                <img src={`data:image/jpeg;base64,${photo}`} alt="" />
              ) : (
                <div className="no-photo">{t('noPhoto')}</div>
              )}
              <strong>{person.name}</strong>
              <span>{t(`teams:role.${role}`)}</span>
              <span>
                {team.town.name} {team.name}
              </span>
              {board && (
                <figure>
                  <QRCode type="svg" value={boardLink(board.code)} size={56} bordered={false} />
                  <figcaption>{t('scan')}</figcaption>
                </figure>
              )}
              <small>{t('badgeHint')}</small>
            </article>
          )
        );
      })}
    </OnPaper>
  );
}
