import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../generated/graphql.ts';
import { FindOrAddSome } from '../ui/FindOrAdd.tsx';
import { useFindVisitors } from '../visits/VisitorPicker.tsx';
import { useRoutes } from './useRoutes.ts';

interface Place {
  town: { code: string; viewerCan: readonly Permission[] };
  /** Where the patrol was made; what the form says of that unless told. */
  unit?: string;
  /** Those who are chosen already, by name. */
  known: readonly { id: string; name: string }[];
}

/** Who took part: members of the teams there first; whoever may register people finds and names others. */
export function PeopleField({ town, unit, known }: Place) {
  const { t } = useTranslation('patrols');
  const form = Form.useFormInstance();
  const route: string | undefined = Form.useWatch('route', form);
  const place: string | undefined = Form.useWatch(['place', 'unit'], form);
  const where = Form.useWatch('where', form);
  const routed = useRoutes(town.code)?.find(({ id }) => id === route)?.unit.id;
  const at = unit ?? (where === 'place' ? place : routed);
  return (
    <Form.Item
      name="people"
      label={t('people')}
      rules={[{ required: true, type: 'array', min: 1, message: t('pickPeople') }]}
    >
      <PeoplePicker key={at ?? ''} town={town} block={at} known={known} />
    </Form.Item>
  );
}

interface Props {
  town: Place['town'];
  block: string | undefined;
  known: Place['known'];
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}

function PeoplePicker({ town, block, known, ...field }: Props) {
  const { t } = useTranslation(['patrols', 'people']);
  const { find, others } = useFindVisitors({ town: town.code, block, viewerCan: town.viewerCan });
  return (
    <FindOrAddSome
      {...field}
      placeholder={t('pickPeople')}
      known={known.map(({ id: value, name: label }) => ({ value, label }))}
      addLabel={others ? (name) => t('people:registerPerson', { name }) : undefined}
      find={find}
    />
  );
}
