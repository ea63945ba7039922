import { Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOwnUnit } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useRegister } from '../people/useRegister.ts';
import { useAddPhotos } from '../photos/photo.ts';
import type { Town } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField } from '../ui/Required.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { FindingFields } from './FindingFields.tsx';
import { type FindingValues, findingInput } from './finding-input.ts';
import { PeopleField } from './PeopleField.tsx';
import { momentsOf } from './patrol.ts';
import { RouteFields } from './RouteFields.tsx';
import { TimeFields } from './TimeFields.tsx';

const RECORD_PATROL = graphql(`
  mutation RecordPatrol($input: RecordPatrolInput!) {
    recordPatrol(input: $input) { patrol { id patrolledOn } }
  }
`);

interface Values {
  where: 'route' | 'place';
  route?: string;
  stops?: string[];
  place?: { unit: string; text: string };
  on: string;
  began?: string;
  ended?: string;
  people: string[];
  note?: string;
  findings?: FindingValues[];
  nothingFound?: boolean;
}

const wheres = ['route', 'place'] as const;

/** Records a patrol: where, when and by whom, what it came by, and what it brought up with what became of that. */
export function RecordPatrol({ town, onClose }: { town: Town; onClose: () => void }) {
  const { t } = useTranslation(['patrols', 'requests', 'ui']);
  const record = useChange(RECORD_PATROL);
  const register = useRegister(town.code);
  const addPhotos = useAddPhotos(town.code);
  const own = useOwnUnit(town.code);
  return (
    <FormModal<Values>
      title={t('record')}
      submitLabel={t('record')}
      initialValues={{
        ...{ where: 'route', on: dayInShanghai(), people: [], findings: [] },
        ...(own === undefined ? {} : { place: { unit: own, text: '' } }),
      }}
      onClose={onClose}
      onSubmit={async ({
        where,
        route,
        stops,
        place,
        began,
        ended,
        people,
        findings = [],
        nothingFound,
        ...values
      }) => {
        const input = {
          ...(where === 'route'
            ? { route: route ?? '', stops: stops ?? null }
            : { place: place ?? { unit: '', text: '' } }),
          ...{ on: values.on, note: values.note ?? null, ...momentsOf(values.on, began, ended) },
          people: await register.people(people),
          nothingFound: findings.length === 0 && nothingFound === true,
        };
        const found = [];
        for (const each of findings) found.push(await findingInput(each, addPhotos));
        const { recordPatrol } = await record({ ...input, findings: found });
        return t('recorded', { day: recordPatrol.patrol.patrolledOn });
      }}
    >
      <Form.Item name="where" label={t('where')}>
        <Radio.Group
          optionType="button"
          options={wheres.map((each) => ({ value: each, label: t(`wheres.${each}`) }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['where']}>
        {({ getFieldValue }) =>
          getFieldValue('where') === 'route' ? <RouteFields town={town.code} /> : <PlaceFields town={town.code} />
        }
      </Form.Item>
      <DayField name="on" label={t('patrolledOn')} />
      <TimeFields />
      <PeopleField town={town} known={[]} />
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={most.account} placeholder={t('noteHint')} />
      </Form.Item>
      <FindingFields town={town.code} />
      <Form.Item noStyle dependencies={['findings']}>
        {({ getFieldValue }) =>
          (getFieldValue('findings') ?? []).length === 0 && (
            <Form.Item
              name="nothingFound"
              valuePropName="checked"
              rules={[{ validator: (_, value) => (value ? Promise.resolve() : Promise.reject(t('sayNothing'))) }]}
            >
              <Checkbox>{t('nothingFound')}</Checkbox>
            </Form.Item>
          )
        }
      </Form.Item>
    </FormModal>
  );
}

/** A single place in a unit. */
function PlaceFields({ town }: { town: string }) {
  const { t } = useTranslation(['patrols', 'requests', 'ui']);
  return (
    <>
      <Form.Item
        name={['place', 'unit']}
        label={t('unit')}
        rules={[{ required: true, message: t('ui:choose', { label: t('unit') }) }]}
      >
        <TreePicker town={town} pick="unit" placeholder={t('requests:pickUnit')} />
      </Form.Item>
      <Form.Item
        name={['place', 'text']}
        label={t('placeText')}
        rules={[{ required: true, whitespace: true, message: t('ui:required', { label: t('placeText') }) }]}
      >
        <Input maxLength={most.place} placeholder={t('placeHint')} autoComplete="off" />
      </Form.Item>
    </>
  );
}
