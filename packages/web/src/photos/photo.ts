import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { readBase64 } from '../ui/file.ts';

export const ADD_PHOTO = graphql(`
  mutation AddPhoto($input: AddPhotoInput!) {
    addPhoto(input: $input) { photo { id } }
  }
`);

/** A photograph that was picked and is not sent yet: a JPEG with nothing in it but the picture. */
export interface PickedPhoto {
  /** A UUID: however often the photograph is sent under it, it is added once. */
  clientId: string;
  jpeg: Blob;
}

/** Photographs that one thing may have. */
export const mostPhotos = 9;

/** Gives what sends photographs, one after the other, and answers the ids by which what they show can name them. */
export function useAddPhotos(town: string): (picked: readonly PickedPhoto[]) => Promise<string[]> {
  const add = useChange(ADD_PHOTO, { rereads: false });
  return async (picked) => {
    const ids: string[] = [];
    for (const { clientId, jpeg } of picked) {
      const { addPhoto } = await add({ town, clientId, content: await readBase64(jpeg) });
      ids.push(addPhoto.photo.id);
    }
    return ids;
  };
}
