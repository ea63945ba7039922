import { FileTextOutlined } from '@ant-design/icons';
import { Upload } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  /** What file it may be. */
  hint: string;
  id?: string;
  value?: File;
  onChange?: (file: File | undefined) => void;
}

/** Chooses one CSV or XLSX file, by clicking or by dropping it. Nothing is sent. */
export function FilePicker({ hint, id, value, onChange }: Props) {
  const { t } = useTranslation('imports');
  return (
    <Upload.Dragger
      {...(id === undefined ? {} : { id })}
      accept=".csv,.xlsx"
      maxCount={1}
      fileList={value ? [{ uid: value.name, name: value.name, size: value.size }] : []}
      beforeUpload={(file) => {
        onChange?.(file);
        return false;
      }}
      onRemove={() => onChange?.(undefined)}
    >
      <p className="file-pick">
        <FileTextOutlined /> {t('pick')}
      </p>
      <p className="hint">{hint}</p>
    </Upload.Dragger>
  );
}
