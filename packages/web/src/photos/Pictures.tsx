import { DeleteOutlined } from '@ant-design/icons';
import { Button, Image } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A picture to show, by an id that stays. */
export interface Picture {
  id: string;
  jpeg: Blob;
}

/** Pictures side by side, small; one that is clicked is shown large. `onRemove` lets them be taken away. */
export function Pictures({ pictures, onRemove }: { pictures: readonly Picture[]; onRemove?: (id: string) => void }) {
  const { t } = useTranslation('photos');
  return (
    <Image.PreviewGroup>
      {pictures.map(({ id, jpeg }, index) => (
        <figure key={id} className="photo">
          <Small jpeg={jpeg} alt={t('nth', { n: index + 1 })} />
          {onRemove && (
            <Button
              className="photo-remove"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('remove', { n: index + 1 })}
              onClick={() => onRemove(id)}
            />
          )}
        </figure>
      ))}
    </Image.PreviewGroup>
  );
}

function Small({ jpeg, alt }: { jpeg: Blob; alt: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(jpeg);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [jpeg]);
  return address === undefined ? null : <Image src={address} alt={alt} width={88} height={88} />;
}
