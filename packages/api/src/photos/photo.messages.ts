/** What refusals about photographs say. */
export const photoMessages = {
  en: {
    photoContent: 'This is no photograph in the form of JPEG, in base64.',
    photoSize: 'A photograph has at most {most} kB.',
    photoPoints: 'A photograph has at most {side} points a side and {megapixels} million in all.',
    photoDiffers: 'A photograph with this id is there already, and it is another one.',
    tooManyPhotos: 'At most {most} photographs.',
  },
  zh: {
    photoContent: '须为 base64 编码的 JPEG 照片。',
    photoSize: '照片最大 {most} kB。',
    photoPoints: '照片每边最多 {side} 像素，总计最多 {megapixels} 百万像素。',
    photoDiffers: '该编号的照片已存在，且内容不同。',
    tooManyPhotos: '最多 {most} 张照片。',
  },
};
