import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';

const STORE_OPERATIONS = graphql(`
  mutation StoreOperations($input: StoreOperationsInput!) {
    storeOperations(input: $input) { application { id } }
  }
`);

interface Props {
  application: string;
  onStored: () => void;
  onClose: () => void;
}

/** Stores an operation that an application uses, as it is sent: another space makes another hash. */
export function StoreOperation({ application, onStored, onClose }: Props) {
  const { t } = useTranslation('storedOperations');
  const store = useChange(STORE_OPERATIONS);
  return (
    <FormModal<{ documents: string[] }>
      title={t('store')}
      lead={t('storeLead')}
      submitLabel={t('store')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ documents }) => {
        await store({ application, documents });
        onStored();
        return t('stored');
      }}
    >
      <Form.Item name={['documents', 0]} label={t('document')} rules={[{ required: true }]}>
        <Input.TextArea rows={8} spellCheck={false} className="code" />
      </Form.Item>
    </FormModal>
  );
}
