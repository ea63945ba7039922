import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrganizationsPicker } from '../coverage/OrganizationPicker.tsx';
import type { PartyOrganizationForm, PartyOrganizationKind } from '../generated/graphql.ts';
import { asksCovers } from './values.ts';

/** The organisations that a joint Party organisation is made up of, or that are affiliated to a group. */
export function CoversField({ town, known = [] }: { town: string; known?: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation(['partyOrganizations', 'ui']);
  const kind: PartyOrganizationKind | undefined = Form.useWatch('kind');
  const form: PartyOrganizationForm | undefined = Form.useWatch('form');
  if (kind === undefined || form === undefined || !asksCovers({ kind, form })) return null;
  const joint = kind !== 'GROUP';
  return (
    <Form.Item
      name="covers"
      label={t('coversField')}
      extra={t(joint ? 'coversJoint' : 'coversGroup')}
      rules={joint ? [{ required: true, message: t('ui:choose', { label: t('coversField') }) }] : []}
    >
      <OrganizationsPicker town={town} known={known} />
    </Form.Item>
  );
}
