import { useTranslation } from 'react-i18next';
import type { ReadingPurpose } from '../generated/graphql.ts';
import { useList } from '../ui/list.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Petition } from './petition.ts';

/** The meetings about a petition, the latest first: who took part, and what was agreed. */
export function Meetings({ meetings, purpose }: { meetings: Petition['meetings']; purpose: ReadingPurpose | null }) {
  const { t } = useTranslation(['petitions', 'residents']);
  const list = useList();
  if (meetings.length === 0) return null;
  return (
    <Panel title={`${t('meetings')} ${meetings.length}`} flush>
      {meetings.toReversed().map((meeting) => {
        const sides = [
          ['people', meeting.people],
          ['petitioners', meeting.petitioners],
          ['parties', meeting.parties],
        ] as const;
        return (
          <article key={meeting.id} className="padded meeting">
            <div>
              <strong className="code">{meeting.heldOn}</strong> {meeting.place}
            </div>
            {sides
              .filter(([, who]) => who.length > 0)
              .map(([side, who]) => (
                <div key={side}>
                  <span className="hint">{t(`met.${side}`)}</span> {list(who.map(({ name }) => name))}
                </div>
              ))}
            {purpose === null ? (
              <p className="hint">{t('residents:hidden')}</p>
            ) : (
              <p className="written">{meeting.agreed ?? t('nothingAgreed')}</p>
            )}
          </article>
        );
      })}
    </Panel>
  );
}
