import type { ExportRowFragment } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { zh } from '../i18n/exports.ts';

graphql(`
  fragment ExportRow on Export {
    id
    state
    requestedAt
    asOf
    purpose
    size
    keptUntil
    downloads
    downloadedAt
    counts { type records gone }
    failure { code at }
    since { id }
    application { id name }
    town { id name }
  }
`);

export const TOWN_EXPORTS = graphql(`
  query TownExports($code: RegisterCode!, $after: String) {
    town(code: $code) {
      id
      exports(first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...ExportRow }
      }
    }
  }
`);

export const APPLICATION_EXPORTS = graphql(`
  query ApplicationExports($clientId: String!, $after: String) {
    application(clientId: $clientId) {
      id
      exports(first: 10, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...ExportRow }
      }
    }
  }
`);

export type Export = ExportRowFragment;

const typeWords = Object.keys(zh.types) as (keyof typeof zh.types)[];

/** The word for a type of records; undefined for one that has none yet. */
export function typeWord(type: string): keyof typeof zh.types | undefined {
  return typeWords.find((each) => each === type);
}

const units = ['B', 'KB', 'MB', 'GB'] as const;

/** A size of so many bytes, as people read it. */
export function sizeText(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const size = bytes / 1000 ** power;
  return `${power === 0 || size >= 10 ? Math.round(size) : size.toFixed(1)} ${units[power]}`;
}
