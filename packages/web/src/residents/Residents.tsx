import { skipToken, useQuery } from '@apollo/client/react';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { readingsPath } from '../audit/reading.ts';
import type { Permission } from '../generated/graphql.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { AddResident } from './AddResident.tsx';
import { MemberActions } from './MemberActions.tsx';
import { HOUSEHOLD_PEOPLE, HOUSEHOLD_PEOPLE_MASKED, type Home, type Member } from './resident.ts';
import { SetAddress } from './SetAddress.tsx';

interface Props {
  household: Home;
  town: { code: string; viewerCan: readonly Permission[] };
}

/** Where a household lives and who is in it: masked, until it is said what it is read for. */
export function Residents({ household, town }: Props) {
  const { t } = useTranslation(['residents', 'audit']);
  const purpose = usePurpose();
  const [doing, setDoing] = useState<'add' | 'address' | null>(null);
  const { id } = household;
  const full = useQuery(HOUSEHOLD_PEOPLE, purpose ? { variables: { id, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(HOUSEHOLD_PEOPLE_MASKED, purpose ? skipToken : { variables: { id }, ...unkept });
  const { data, error, refetch } = purpose ? full : masked;
  const people = data?.household;
  if (!people) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={3} />;
  if (!people.residents) return null;
  const keeps = can(household, 'RESIDENT_KEEP');
  return (
    <Panel
      flush
      title={`${t('members')} ${people.residents.length}`}
      extra={
        <>
          {can(town, 'AUDIT_READ') && (
            <Link to={readingsPath(town.code, { household: household.id })}>{t('audit:whoLooked')}</Link>
          )}
          <PurposePicker />
          {keeps && (
            <Button size="small" type="primary" onClick={() => setDoing('add')}>
              {t('add')}
            </Button>
          )}
        </>
      }
    >
      <div className="lead-line padded">
        <span>
          <span className="hint">{t('address')}</span>{' '}
          {people.address ?? <span className="hint">{t(purpose === null ? 'hidden' : 'unknown')}</span>}
        </span>
        {keeps && (
          <Button type="text" size="small" onClick={() => setDoing('address')}>
            {t('setAddress')}
          </Button>
        )}
      </div>
      <ul className="plain members">
        {people.residents.map((member) => (
          <li key={member.id} className="lead-line padded">
            <MemberLine member={member} />
            {keeps && <MemberActions member={member} household={household} town={town.code} />}
          </li>
        ))}
      </ul>
      {people.residents.length === 0 && <p className="hint padded">{t('none')}</p>}
      {doing === 'add' && <AddResident household={household} onClose={() => setDoing(null)} />}
      {doing === 'address' && <SetAddress household={household.id} onClose={() => setDoing(null)} />}
    </Panel>
  );
}

function MemberLine({ member: { name, head, birthYear, telephone } }: { member: Member }) {
  const { t } = useTranslation('residents');
  return (
    <span className="tags">
      <strong>{name}</strong>
      {head && <Tag color="blue">{t('head')}</Tag>}
      {birthYear !== null && <span className="hint">{t('born', { year: birthYear })}</span>}
      {telephone !== null &&
        (telephone.includes('*') ? (
          <span className="code">{telephone}</span>
        ) : (
          <a href={`tel:${telephone}`}>{telephone}</a>
        ))}
    </span>
  );
}
