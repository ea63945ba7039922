/** No answer of the platform's came, but perhaps one of a proxy before it. */
export class NotAnswered extends Error {}

/** The answer of the platform in a response. Rejects with `NotAnswered` where that is none. */
export async function jsonAnswer<Body>(response: Response): Promise<Body> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Body;
  } catch {
    throw new NotAnswered(`HTTP ${response.status}: ${text.slice(0, 200)}`);
  }
}
