import { useMemo } from 'react';
import { bytesOf } from '../ui/file.ts';
import { Pictures } from './Pictures.tsx';

/** Photographs that the platform keeps, with their pictures in base64. */
export function PhotoGallery({ photos }: { photos: readonly { id: string; content: string }[] }) {
  const pictures = useMemo(
    () => photos.map(({ id, content }) => ({ id, jpeg: new Blob([bytesOf(content)], { type: 'image/jpeg' }) })),
    [photos],
  );
  return (
    <div className="photos">
      <Pictures pictures={pictures} />
    </div>
  );
}
