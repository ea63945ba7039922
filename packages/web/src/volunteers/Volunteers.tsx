import { useQuery } from '@apollo/client/react';
import { Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Town } from '../towns/town.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { most } from '../ui/limits.ts';
import { useAddress } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { RegisterVolunteer } from './RegisterVolunteer.tsx';
import { VOLUNTEERS, volunteerPath } from './volunteer.ts';

/** A town's volunteers with what points they have, and the way to register one. */
export function Volunteers({ town }: { town: Town }) {
  const { t } = useTranslation('volunteers');
  const [params, choose] = useAddress();
  const [registering, setRegistering] = useState(false);
  const [unit, name] = [params.get('unit'), params.get('name') ?? ''];
  const filter = { ...(unit && { unit }), ...(name && { name }) };
  const query = useQuery(VOLUNTEERS, { variables: { code: town.code, filter, after: null } });
  const may = (['VOLUNTEER_KEEP', 'PERSON_REGISTER'] as const).every((each) => town.viewerCanSomewhere.includes(each));
  return (
    <>
      <div className="toolbar">
        {may && (
          <Button type="primary" onClick={() => setRegistering(true)}>
            {t('register')}
          </Button>
        )}
        <Input.Search
          allowClear
          className="toolbar-search"
          aria-label={t('findByName')}
          placeholder={t('findByName')}
          maxLength={most.name}
          defaultValue={name}
          onSearch={(words) => choose({ name: words.trim() || null })}
        />
        <TreeFilter town={town.code} all={t('unit')} value={unit} onChange={(chosen) => choose({ unit: chosen })} />
      </div>
      <ListPanel
        title={t('views.volunteers')}
        none={t('noVolunteers')}
        query={query}
        list={(data) => data.town?.volunteers}
      >
        {(volunteer) => (
          <article key={volunteer.id} className="record-line">
            <div>
              <Link to={volunteerPath(volunteer.id)} className="record-line-name">
                <strong>{volunteer.name}</strong>
              </Link>
              <div className="hint">{volunteer.unit?.name}</div>
            </div>
            <div>{t('pointsHeld', { n: volunteer.balance })}</div>
            <div className="tags">{volunteer.endedOn !== null && <Tag>{t('ended')}</Tag>}</div>
          </article>
        )}
      </ListPanel>
      {registering && <RegisterVolunteer town={town.code} onClose={() => setRegistering(false)} />}
    </>
  );
}
