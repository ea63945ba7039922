import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotedRow } from '../device/db.ts';
import { useTidyDevice } from '../device/useTidyDevice.ts';
import { startWorker } from '../device/worker.ts';
import { QueuePanel } from '../queue/QueuePanel.tsx';
import { useNoted } from '../queue/sending.ts';
import { dayInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { Loading } from '../ui/States.tsx';
import { DeviceNotice } from './DeviceNotice.tsx';
import { begunIn } from './draft.ts';
import { sheetRowOf } from './kept.ts';
import { type ListOf, removeFromList } from './list.ts';
import { NoteVisit } from './NoteVisit.tsx';
import { PrintList } from './PrintList.tsx';
import { TodayActions } from './TodayActions.tsx';
import { TodayCard } from './TodayCard.tsx';
import { useTodayList } from './useTodayList.ts';

/** Which household's form is open, and which visit of the queue it writes anew. */
export interface Writing {
  household: string;
  before?: NotedRow;
}

interface Props {
  of: ListOf;
  /** Whether there are other pages to go to: not where this one was opened without a network. */
  online: boolean;
  writing: Writing | null;
  onWrite: (writing: Writing | null) => void;
}

/** The day's list of households in a town with the form of a visit, and what waits to be sent. None of it needs a network. */
export function Today({ of, online, writing, onWrite }: Props) {
  const { t } = useTranslation('today');
  const list = useTodayList(of.account.id, of.town.code);
  const noted = (useNoted(of.account.id) ?? []).filter(({ town }) => town === of.town.code);
  const begun = useLiveQuery(() => begunIn(of.account.id), [of.account.id]) ?? [];
  useEffect(startWorker, []);
  useTidyDevice(of.account.id, writing === null);
  if (list === undefined) return <Loading />;
  const today = dayInShanghai();
  const stateOf = (household: string) =>
    noted.find((each) => each.household === household && dayInShanghai(new Date(each.notedAt)) === today)?.state;
  const written = list?.households.find(({ id }) => id === writing?.household);
  const left = list?.households.filter(({ id }) => stateOf(id) === undefined).length ?? 0;
  return (
    <div className="column-main today">
      <DeviceNotice />
      <QueuePanel
        account={of.account.id}
        online={online}
        noted={noted}
        canRewrite={({ household }) => list?.households.some(({ id }) => id === household) ?? false}
        onRewrite={(before) => onWrite({ household: before.household, before })}
      />
      <div className="actions">
        {online && <TodayActions of={of} list={list} />}
        {list && <PrintList town={of.town.name} by={of.account.displayName} rows={list.households.map(sheetRowOf)} />}
      </div>
      <Panel title={list ? t('count', { n: list.households.length, left }) : t('today', { day: today })} flush>
        {list === null && <p className="hint padded">{t(online ? 'none' : 'noneHere')}</p>}
        {list?.households.map((each) => (
          <TodayCard
            key={each.id}
            household={each}
            state={stateOf(each.id)}
            begun={begun.includes(each.id)}
            online={online}
            onWrite={() => onWrite({ household: each.id })}
            onRemove={() => void removeFromList(of.town.code, each.id)}
          />
        ))}
      </Panel>
      <p className="hint padded">{t('kept')}</p>
      {list && written && writing && (
        <NoteVisit
          account={of.account.id}
          town={of.town.code}
          list={list}
          household={written}
          {...(writing.before === undefined ? {} : { before: writing.before })}
          onClose={() => onWrite(null)}
        />
      )}
    </div>
  );
}
