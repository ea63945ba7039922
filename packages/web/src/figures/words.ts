import { useTranslation } from 'react-i18next';
import type { Basis } from '../generated/graphql.ts';

interface Words {
  /** The name of an indicator in the reader's language. */
  nameOf: (indicator: { name: string; englishName: string }) => string;
  /** What an indicator counts, in a sentence. */
  definitionOf: (indicator: { definition: string; englishDefinition: string }) => string;
  /** What a definition says otherwise than the one before; null of the first. */
  changedOf: (version: { changed: string | null; englishChanged: string | null }) => string | null;
  /** A number with its thousands marked; a dash for one that is suppressed, as none is for people. */
  numberOf: (count: number | null) => string;
  /** A figure as people write it: a count, or so many of so many with the rate. */
  countOf: (figure: { numerator: number | null; denominator: number | null; rounded: string | null }) => string;
  /** What share of a whole something is, such as 12.5%. */
  shareOf: (count: number, whole: number) => string;
  /** For the units of which day a figure counts on a basis. */
  basisOn: (basis: Basis, day: string) => string;
}

/** Gives what words and numbers of figures are in the reader's language. */
export function useWords(): Words {
  const { t, i18n } = useTranslation('figures');
  const { language } = i18n;
  const isChinese = language.startsWith('zh');
  const numberOf = (count: number | null) => count?.toLocaleString(language) ?? '—';
  return {
    numberOf,
    nameOf: ({ name, englishName }) => (isChinese ? name : englishName),
    definitionOf: ({ definition, englishDefinition }) => (isChinese ? definition : englishDefinition),
    changedOf: ({ changed, englishChanged }) => (isChinese ? changed : englishChanged),
    countOf: ({ numerator, denominator, rounded }) =>
      denominator === null
        ? numberOf(numerator)
        : `${numberOf(numerator)} / ${numberOf(denominator)}（${rounded ?? '—'}）`,
    shareOf: (count, whole) =>
      (count / whole).toLocaleString(language, {
        style: 'percent',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }),
    basisOn: (basis, day) => t(`basisOn.${basis}`, { day }),
  };
}
