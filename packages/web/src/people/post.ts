import type { PostTitle } from '../generated/graphql.ts';

/** A post as the page of its unit shows it. */
export interface PostInUnit {
  id: string;
  title: PostTitle;
  validFrom: string;
  person: { id: string; name: string };
}
