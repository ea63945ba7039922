import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicBoard } from '../boards/board.ts';
import { readBoard } from './read-board.ts';

type Reading = { board: PublicBoard | null } | 'failed' | undefined;

/** The board of a block, for whoever scanned its code: who is in charge, what they promise, what is on, and whom to call. */
export function BoardPage({ code }: { code: string }) {
  const { t } = useTranslation('boards');
  const [reading, setReading] = useState<Reading>();
  const read = useCallback(() => {
    setReading(undefined);
    readBoard(code).then(
      (board) => setReading({ board }),
      () => setReading('failed'),
    );
  }, [code]);
  useEffect(read, [read]);
  if (!reading) return <p aria-busy="true">{t('loading')}</p>;
  if (reading === 'failed') {
    return (
      <div role="alert">
        <p>{t('failed')}</p>
        <button type="button" onClick={read}>
          {t('again')}
        </button>
      </div>
    );
  }
  if (!reading.board) {
    return (
      <div role="alert">
        <h1>{t('gone')}</h1>
        <p>{t('goneHint')}</p>
      </div>
    );
  }
  return <Shown board={reading.board} />;
}

function Shown({ board }: { board: PublicBoard }) {
  const { t } = useTranslation('boards');
  const title = t('boardOf', { name: board.name });
  useEffect(() => {
    document.title = title;
  }, [title]);
  const notices = board.teams.flatMap((team) => team.notices);
  return (
    <>
      <header>
        <p>{[board.town, ...board.above].join(' · ')}</p>
        <h1>{title}</h1>
      </header>
      <section aria-labelledby="promise">
        <h2 id="promise">{t('promise')}</h2>
        <p className="written">{board.promise}</p>
      </section>
      {board.teams.map((team) => (
        <Team key={team.name} team={team} />
      ))}
      <section aria-labelledby="notices">
        <h2 id="notices">{t('notices')}</h2>
        {notices.length === 0 && <p>{t('noNotices')}</p>}
        {notices.map(({ title, text, validFrom, validTo }) => (
          <article key={`${validFrom} ${title}`}>
            <h3>{title}</h3>
            <p className="written">{text}</p>
            <small>
              {validTo === null ? t('from', { from: validFrom }) : t('until', { from: validFrom, to: validTo })}
            </small>
          </article>
        ))}
      </section>
      {board.numbers.length > 0 && (
        <section aria-labelledby="numbers">
          <h2 id="numbers">{t('numbers')}</h2>
          <ul className="numbers">
            {board.numbers.map(({ label, telephone }) => (
              <li key={`${label} ${telephone}`}>
                {label}
                <a href={`tel:${telephone}`}>{telephone}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Team({ team: { name, members } }: { team: PublicBoard['teams'][number] }) {
  const { t } = useTranslation(['boards', 'teams']);
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      {members.length === 0 && <p>{t('nobody')}</p>}
      <ul className="people">
        {members.map(({ name, role, telephone, photo }) => (
          <li key={`${role} ${name}`}>
            {photo && <img src={photo} alt={t('photoOf', { name })} width={60} height={80} />}
            <div>
              <strong>{name}</strong>
              <span>{t(`teams:role.${role}`)}</span>
              {telephone && (
                <a href={`tel:${telephone}`} aria-label={`${t('callOf', { name })} ${telephone}`}>
                  {telephone}
                </a>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
