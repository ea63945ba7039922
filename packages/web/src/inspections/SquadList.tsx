import { useQuery } from '@apollo/client/react';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import type { Town } from '../towns/town.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { useList } from '../ui/list.ts';
import { usePeriod } from '../ui/period.ts';
import { SQUADS, type Squad } from './inspection.ts';
import { ChangeSquad, DisbandSquad, FormSquad } from './KeepSquad.tsx';

/** A town's squads with who is and was in them, and what may be done with them. */
export function SquadList({ town }: { town: Town }) {
  const { t } = useTranslation(['inspectionSquads', 'inspections']);
  const [disbanded, setDisbanded] = useState(false);
  const [forming, setForming] = useState(false);
  const query = useQuery(SQUADS, { variables: { code: town.code, disbanded, after: null } });
  return (
    <>
      <ListPanel
        title={t('inspections:views.squads')}
        none={t('noSquads')}
        query={query}
        list={(data) => data.town?.inspectionSquads}
        extra={
          <div className="actions">
            <Segmented
              size="small"
              value={disbanded}
              options={[
                { value: false, label: t('current') },
                { value: true, label: t('ended') },
              ]}
              onChange={setDisbanded}
            />
            {can(town, 'INSPECTION_MANAGE') && (
              <Button size="small" onClick={() => setForming(true)}>
                {t('formSquad')}
              </Button>
            )}
          </div>
        }
      >
        {(squad) => <SquadLine key={squad.id} town={town} squad={squad} />}
      </ListPanel>
      {forming && <FormSquad town={town} onClose={() => setForming(false)} />}
    </>
  );
}

function SquadLine({ town, squad }: { town: Town; squad: Squad }) {
  const { t } = useTranslation('inspectionSquads');
  const list = useList();
  const period = usePeriod();
  const [doing, setDoing] = useState<'change' | 'disband' | null>(null);
  const { members, validFrom, validTo, versions } = squad;
  const onClose = () => setDoing(null);
  return (
    <article className="record-line">
      <div>
        <strong>{squad.name}</strong> {t('headIs', { name: squad.head.name })}
        <div className="hint">{period(validFrom, validTo)}</div>
      </div>
      <div>
        {t('membersMany', { n: members.length, names: list(members.map(({ name }) => name)) })}
        {versions.slice(0, -1).map(({ name, head, members: then, ...days }) => (
          <div key={days.validFrom} className="hint">
            {t('earlierMembers', {
              ...{ name, head: head.name, n: then.length, period: period(days.validFrom, days.validTo) },
            })}
          </div>
        ))}
      </div>
      <div className="actions">
        {validTo === null && can(squad, 'INSPECTION_MANAGE') && (
          <>
            <Button size="small" onClick={() => setDoing('change')}>
              {t('changeSquad')}
            </Button>
            <Button size="small" onClick={() => setDoing('disband')}>
              {t('disbandSquad')}
            </Button>
          </>
        )}
      </div>
      {doing === 'change' && <ChangeSquad town={town} squad={squad} onClose={onClose} />}
      {doing === 'disband' && <DisbandSquad squad={squad} onClose={onClose} />}
    </article>
  );
}
