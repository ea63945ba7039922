import type { PostTitle } from '../generated/graphql.ts';

/** A post as the page of its unit shows it. */
export interface PostInUnit {
  id: string;
  title: PostTitle;
  validFrom: string;
  person: { id: string; name: string };
}

/** The titles of posts, the highest first. */
export const titles = [
  'PARTY_SECRETARY',
  'DIRECTOR',
  'DEPUTY_DIRECTOR',
  'OFFICER',
] as const satisfies readonly PostTitle[];

/** Posts with the highest title first. */
export function byTitle<Post extends { title: PostTitle }>(posts: readonly Post[]): Post[] {
  return [...posts].sort((a, b) => titles.indexOf(a.title) - titles.indexOf(b.title));
}
