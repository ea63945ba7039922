import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { MoneyField } from '../ui/MoneyField.tsx';
import { Required } from '../ui/Required.tsx';
import { ADD_ITEM, END_ITEM, REVISE_ITEM, type ReliefCategory, type ReliefItem } from './relief-list.ts';

interface Values {
  name: string;
  usualAmount?: string;
}

/** What is typed of an item as the platform takes it: an amount that is left empty is none. */
const said = ({ name, usualAmount }: Values) => ({ name, usualAmount: usualAmount?.trim() || null });

/** Puts an item under a category. */
export function AddItem({ category, onClose }: { category: ReliefCategory; onClose: () => void }) {
  const { t } = useTranslation(['reliefItems', 'ui']);
  const add = useChange(ADD_ITEM);
  return (
    <FormModal<Values>
      title={`${category.name} · ${t('addItem')}`}
      submitLabel={t('add')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async (values) => {
        await add({ reliefCategory: category.id, ...said(values) });
        return t('ui:saved');
      }}
    >
      <Fields />
    </FormModal>
  );
}

/** Says anew what an item is called and what is usually granted. */
export function ReviseItem({ item, onClose }: { item: ReliefItem; onClose: () => void }) {
  const { t } = useTranslation(['reliefItems', 'ui']);
  const revise = useChange(REVISE_ITEM);
  return (
    <FormModal<Values>
      title={`${item.name} · ${t('revise')}`}
      submitLabel={t('ui:save')}
      initialValues={{ name: item.name, ...(item.usualAmount === null ? {} : { usualAmount: item.usualAmount }) }}
      onClose={onClose}
      onSubmit={async (values) => {
        await revise({ item: item.id, ...said(values) });
        return t('ui:saved');
      }}
    >
      <Fields />
    </FormModal>
  );
}

/** Ends an item. */
export function EndItem({ item, onClose }: { item: ReliefItem; onClose: () => void }) {
  const { t } = useTranslation(['reliefItems', 'ui']);
  const end = useChange(END_ITEM);
  return (
    <FormModal<object>
      title={t('endTitle', { name: item.name })}
      lead={t('endItemLead')}
      submitLabel={t('end')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async () => {
        await end({ item: item.id });
        return t('ui:saved');
      }}
    />
  );
}

function Fields() {
  const { t } = useTranslation('reliefItems');
  return (
    <>
      <Required name="name" label={t('name')}>
        <Input maxLength={most.name} />
      </Required>
      <MoneyField optional name="usualAmount" label={t('usualAmount')} />
    </>
  );
}
