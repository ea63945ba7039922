import { CameraOutlined, PictureOutlined } from '@ant-design/icons';
import { Alert, Button, Upload, type UploadProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pictures } from './Pictures.tsx';
import { mostPhotos, type PickedPhoto } from './photo.ts';
import { reducePhoto } from './reduce.ts';

interface Props {
  id?: string;
  value?: readonly PickedPhoto[];
  onChange?: (value: readonly PickedPhoto[]) => void;
  /** How many may be picked. */
  most?: number;
}

/** Whether the device is held in the hand: it takes photographs itself. */
const takes = matchMedia('(pointer: coarse)').matches;

/** Takes or picks photographs and shows them. They are made small on the device; nothing is sent. */
export function PhotoPicker({ id, value = [], onChange, most = mostPhotos }: Props) {
  const { t } = useTranslation('photos');
  const [unreadable, setUnreadable] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);

  async function pick(files: readonly File[]) {
    setBusy(true);
    const picked: PickedPhoto[] = [];
    const failed: string[] = [];
    for (const file of files.slice(0, most - value.length)) {
      try {
        picked.push({ clientId: crypto.randomUUID(), jpeg: await reducePhoto(file) });
      } catch {
        failed.push(file.name);
      }
    }
    setUnreadable(failed);
    setBusy(false);
    onChange?.([...value, ...picked]);
  }

  const from: UploadProps = {
    accept: 'image/*',
    multiple: true,
    showUploadList: false,
    disabled: busy || value.length >= most,
    // It is called once a file: the first one brings all that were picked with it.
    beforeUpload: (file, files) => {
      if (file === files[0]) void pick(files);
      return false;
    },
  };
  return (
    <div className="photo-picker">
      {value.length > 0 && (
        <div className="photos">
          <Pictures
            pictures={value.map(({ clientId, jpeg }) => ({ id: clientId, jpeg }))}
            onRemove={(gone) => onChange?.(value.filter(({ clientId }) => clientId !== gone))}
          />
        </div>
      )}
      <div className="actions">
        {takes && (
          <Upload {...from} multiple={false} capture="environment">
            <Button icon={<CameraOutlined />} loading={busy} disabled={value.length >= most}>
              {t('take')}
            </Button>
          </Upload>
        )}
        <Upload {...from} {...(id === undefined ? {} : { id })}>
          <Button icon={<PictureOutlined />} loading={busy} disabled={value.length >= most}>
            {t('pick')}
          </Button>
        </Upload>
        <span className="hint">{t('ofMost', { n: value.length, most })}</span>
      </div>
      <p className="hint">{t('hint')}</p>
      {unreadable.length > 0 && (
        <Alert type="warning" showIcon title={t('unreadable', { names: unreadable.join(' ') })} />
      )}
    </div>
  );
}
