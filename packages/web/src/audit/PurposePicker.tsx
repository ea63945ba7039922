import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { choosePurpose, purposes, usePurpose } from './purpose.ts';

/** Says what personal data are read for, whereupon they are shown in full, or masks them again. */
export function PurposePicker() {
  const { t } = useTranslation('audit');
  const purpose = usePurpose();
  const items = [
    ...purposes.map((key) => ({ key, label: t(`purposes.${key}`) })),
    ...(purpose === null ? [] : [{ type: 'divider' as const }, { key: 'mask', label: t('mask') }]),
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => choosePurpose(purposes.find((each) => each === key) ?? null),
      }}
    >
      <Button size="small">
        {purpose === null ? t('showInFull') : t('shownFor', { purpose: t(`purposes.${purpose}`) })}
      </Button>
    </Dropdown>
  );
}
