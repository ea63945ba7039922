import { useQuery } from '@apollo/client/react';
import { Button, Form, Input, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import type { Town } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { FormModal } from '../ui/FormModal.tsx';
import { ListPanel } from '../ui/ListPanel.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { type ActivityKind, activityPath, pointsOn, VOLUNTEER_ACTIVITIES, VOLUNTEER_SETTINGS } from './volunteer.ts';

const PLAN = graphql(`
  mutation PlanVolunteerActivity($input: PlanVolunteerActivityInput!) {
    planVolunteerActivity(input: $input) { activity { id } }
  }
`);

/** A town's activities of volunteers, the latest day first, and the way to plan one. */
export function Activities({ town }: { town: Town }) {
  const { t } = useTranslation('volunteers');
  const [params, choose] = useAddress();
  const [planning, setPlanning] = useState(false);
  const [kind, unit] = [params.get('kind'), params.get('unit')];
  const filter = { ...(kind && { activityKind: kind }), ...(unit && { unit }) };
  const query = useQuery(VOLUNTEER_ACTIVITIES, { variables: { code: town.code, filter, after: null } });
  const { data } = useQuery(VOLUNTEER_SETTINGS, { variables: { code: town.code } });
  const kinds = data?.town?.volunteerActivityKinds ?? [];
  return (
    <>
      <div className="toolbar">
        {town.viewerCanSomewhere.includes('VOLUNTEER_KEEP') && (
          <Button type="primary" onClick={() => setPlanning(true)}>
            {t('plan')}
          </Button>
        )}
        <FilterSelect
          label={t('kind')}
          all={t('allKinds')}
          value={kind}
          options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(chosen) => choose({ kind: chosen })}
        />
        <TreeFilter town={town.code} all={t('heldAt')} value={unit} onChange={(chosen) => choose({ unit: chosen })} />
      </div>
      <ListPanel
        title={t('views.activities')}
        none={t('noActivities')}
        query={query}
        list={(data) => data.town?.volunteerActivities}
      >
        {(activity) => (
          <article key={activity.id} className="record-line">
            <div>
              <Link to={activityPath(activity.id)} className="record-line-name">
                <strong>{activity.name}</strong>
              </Link>
              <div className="hint">
                {activity.activityKind.name} · {activity.heldOn} {activity.time}
              </div>
            </div>
            <div>
              {t('signedUpAndCame', { n: activity.signedUp, came: activity.confirmed })}
              <div className="hint">{activity.unit?.name ?? town.name}</div>
            </div>
            <div className="tags">
              {activity.points !== null && <Tag>{t('earns', { n: activity.points })}</Tag>}
              {activity.calledOffAt !== null && <Tag color="red">{t('calledOff')}</Tag>}
            </div>
          </article>
        )}
      </ListPanel>
      {planning && <Plan town={town} kinds={kinds} onClose={() => setPlanning(false)} />}
    </>
  );
}

interface Values {
  activityKind: string;
  name: string;
  heldOn: string;
  unit?: string;
  time?: string;
  place?: string;
}

/** Plans an activity, or puts down one that was held, and goes to its page. */
function Plan({ town, kinds, onClose }: { town: Town; kinds: readonly ActivityKind[]; onClose: () => void }) {
  const { t } = useTranslation(['volunteers', 'ui']);
  const plan = useChange(PLAN);
  const navigate = useNavigate();
  const today = dayInShanghai();
  const forTown = can(town, 'VOLUNTEER_KEEP');
  const named = ({ name, rates }: ActivityKind) => {
    const points = pointsOn(rates, today);
    return points === undefined ? name : `${name} · ${t('points', { n: points })}`;
  };
  return (
    <FormModal<Values>
      title={t('plan')}
      submitLabel={t('plan')}
      initialValues={{ heldOn: today }}
      onClose={onClose}
      onSubmit={async (values) => {
        const { planVolunteerActivity } = await plan(values);
        void navigate(activityPath(planVolunteerActivity.activity.id));
        return t('ui:saved');
      }}
    >
      <Required chosen name="activityKind" label={t('kind')}>
        <Select options={kinds.map((kind) => ({ value: kind.id, label: named(kind) }))} />
      </Required>
      <Required name="name" label={t('activityName')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <DayField name="heldOn" label={t('heldOn')} />
      {forTown ? (
        <Form.Item name="unit" label={t('heldAt')}>
          <TreePicker town={town.code} pick="unit" placeholder={town.name} />
        </Form.Item>
      ) : (
        <Required chosen name="unit" label={t('heldAt')}>
          <TreePicker town={town.code} pick="unit" placeholder={t('heldAt')} />
        </Required>
      )}
      <Form.Item name="time" label={t('time')}>
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name="place" label={t('place')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Form.Item>
    </FormModal>
  );
}
