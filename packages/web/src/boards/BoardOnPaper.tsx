import { QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import { OnPaper } from '../ui/OnPaper.tsx';
import { boardLink, type PublicBoard } from './board.ts';

interface Props {
  board: PublicBoard;
  onPrinted: () => void;
}

/** How many people a sheet of A3 has room for, beside the promise and the numbers. */
const mostPeople = 12;

/** The board 公示牌 of a block, on A3. */
export function BoardOnPaper({ board, onPrinted }: Props) {
  const { t } = useTranslation(['boards', 'teams']);
  const people = board.teams.flatMap(({ name, members }) => members.map((member) => ({ ...member, team: name })));
  return (
    <OnPaper paper="board-paper" onPrinted={onPrinted}>
      <article>
        <header>
          <h1>{t('boardOf', { name: board.name })}</h1>
          <p>{[board.town, ...board.above].join(' · ')}</p>
        </header>
        <ul className="board-people">
          {people.slice(0, mostPeople).map(({ name, role, telephone, photo, team }) => (
            <li key={`${team} ${role} ${name}`}>
              {photo ? <img src={photo} alt="" /> : <div className="no-photo" />}
              <strong>{name}</strong>
              <span>{t(`teams:role.${role}`)}</span>
              <span>{telephone}</span>
            </li>
          ))}
        </ul>
        {people.length > mostPeople && <p className="board-more">{t('more', { n: people.length - mostPeople })}</p>}
        <section className="board-promise">
          <h2>{t('promise')}</h2>
          <p>{board.promise}</p>
        </section>
        <footer>
          <dl>
            {board.numbers.map(({ label, telephone }) => (
              <div key={`${label} ${telephone}`}>
                <dt>{label}</dt>
                <dd>{telephone}</dd>
              </div>
            ))}
          </dl>
          <figure>
            <QRCode type="svg" value={boardLink(board.code)} size={160} bordered={false} />
            <figcaption>{t('code')}</figcaption>
          </figure>
        </footer>
      </article>
    </OnPaper>
  );
}

/** How many numbers a card has room for. */
const mostNumbers = 8;

/** The convenience card 便民服务卡 for the households of a block, as large as a visiting card. */
export function CardOnPaper({ board, onPrinted }: Props) {
  const { t } = useTranslation('boards');
  return (
    <OnPaper paper="card-paper" onPrinted={onPrinted}>
      <article>
        <header>
          <h1>{t('card')}</h1>
          <p>{[board.town, ...board.above.slice(-1), board.name].join(' ')}</p>
        </header>
        <div>
          <dl>
            {board.numbers.slice(0, mostNumbers).map(({ label, telephone }) => (
              <div key={`${label} ${telephone}`}>
                <dt>{label}</dt>
                <dd>{telephone}</dd>
              </div>
            ))}
          </dl>
          <QRCode type="svg" value={boardLink(board.code)} size={64} bordered={false} />
        </div>
      </article>
    </OnPaper>
  );
}
