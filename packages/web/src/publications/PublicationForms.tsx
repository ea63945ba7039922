import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PhotoPicker } from '../photos/PhotoPicker.tsx';
import { type PickedPhoto, useAddPhotos } from '../photos/photo.ts';
import type { Member } from '../teams/team.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';

const AGREE = graphql(`
  mutation AgreeToPublication($input: AgreeToPublicationInput!) {
    agreeToPublication(input: $input) { person { id } }
  }
`);
const END = graphql(`
  mutation EndPublication($input: EndPublicationInput!) {
    endPublication(input: $input) { person { id } }
  }
`);

interface Props {
  person: NonNullable<Member['person']>;
  publication: Member['publication'];
  onClose: () => void;
}

interface Values {
  agreedOn: string;
  telephone?: string;
  keepPhoto: boolean;
  photo?: readonly PickedPhoto[];
}

/** Puts down what somebody agreed to have shown. */
export function Agree({ person, publication, town, onClose }: Props & { town: string }) {
  const { t } = useTranslation('publications');
  const agree = useChange(AGREE);
  const addPhotos = useAddPhotos(town);
  const shown = publication?.photo?.id ?? null;
  return (
    <FormModal<Values>
      title={t('agreeTitle', { name: person.name })}
      lead={t('agreeLead')}
      submitLabel={t('agree')}
      initialValues={{
        ...{ agreedOn: dayInShanghai(), keepPhoto: shown !== null },
        ...(publication?.telephone ? { telephone: publication.telephone } : {}),
      }}
      onClose={onClose}
      onSubmit={async ({ agreedOn, telephone, keepPhoto, photo = [] }) => {
        const [added] = await addPhotos(photo);
        const kept = keepPhoto ? shown : null;
        await agree({ person: person.id, agreedOn, telephone: telephone || null, photo: added ?? kept });
        return t('agreed', { name: person.name });
      }}
    >
      <DayField name="agreedOn" label={t('agreedOn')} />
      <Form.Item name="telephone" label={t('telephone')}>
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Form.Item>
      {shown !== null && (
        <Form.Item name="keepPhoto" valuePropName="checked">
          <Checkbox>{t('keepPhoto')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="photo" label={t('photo')}>
        <PhotoPicker most={1} />
      </Form.Item>
    </FormModal>
  );
}

/** Takes somebody off, after asking. */
export function EndPublication({ person, onClose }: Omit<Props, 'publication'>) {
  const { t } = useTranslation('publications');
  const end = useChange(END);
  return (
    <FormModal<Record<string, never>>
      danger
      title={t('endTitle', { name: person.name })}
      lead={t('endLead')}
      submitLabel={t('end')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async () => {
        await end({ person: person.id });
        return t('ended', { name: person.name });
      }}
    />
  );
}
