/** In bytes, as the platform takes a photograph. */
const mostBytes = 400 * 1024;

/** Ways to make a photograph smaller, the best first: the longer side in pixels, and the quality of the JPEG. */
const ways = [
  { side: 1600, quality: 0.82 },
  { side: 1600, quality: 0.65 },
  { side: 1280, quality: 0.65 },
  { side: 960, quality: 0.55 },
];

/**
 * Makes a photograph small enough to be sent, on the device: drawn anew, it keeps nothing of what the camera wrote beside
 * the picture, such as place, time and device. Rejects where the file is no picture that the browser can read.
 */
export async function reducePhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  try {
    for (const way of ways) {
      const jpeg = await draw(picture, way.side, way.quality);
      if (jpeg.size <= mostBytes) return jpeg;
    }
    throw new Error('The photograph stays too large');
  } finally {
    picture.close();
  }
}

function draw(picture: ImageBitmap, side: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.reject(new Error('The browser draws nothing'));
  // What can be seen through would turn black in a JPEG.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (jpeg) => (jpeg ? resolve(jpeg) : reject(new Error('The browser writes no JPEG'))),
      'image/jpeg',
      quality,
    );
  });
}
