import { useEffect, useState } from 'react';
import { Failed, Loading } from '../ui/States.tsx';
import { PhotoGallery } from './PhotoGallery.tsx';

type Pictures = readonly { id: string; content: string }[];

/**
 * Reads pictures once, and shows them: what is changed on the page does not fetch them again, as it would a query's. Give it
 * a `key` that changes with the photographs.
 */
export function FetchedGallery({ read }: { read: () => Promise<Pictures> }) {
  const [photos, setPhotos] = useState<Pictures>();
  const [error, setError] = useState<unknown>();
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` is new at every render, what it reads is not.
  useEffect(() => {
    setError(undefined);
    read().then(setPhotos, setError);
  }, [tries]);
  if (photos) return <PhotoGallery photos={photos} />;
  return error === undefined ? <Loading rows={2} /> : <Failed error={error} retry={() => setTries(tries + 1)} />;
}
