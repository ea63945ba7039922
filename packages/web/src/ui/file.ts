/** A file to send, in base64; it is read beside the page, which stays usable. Fails where the file cannot be read any more. */
export function readBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(`${reader.result}`.replace(/^[^,]*,?/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** The bytes that a text in base64 stands for. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Hands a file to the browser to save. `content` is in base64. */
export function saveFile({ fileName, contentType, content }: Record<'fileName' | 'contentType' | 'content', string>) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytesOf(content)], { type: contentType }));
  link.download = fileName;
  link.click();
  // The browser has begun to save by the next task, and keeps what it needs.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
