/** Classes of handling 分类处置: an individual demand with limits, a reasonable improvement, one that helps some and hurts others. */
export const handlingClasses = ['INDIVIDUAL', 'REASONABLE', 'MIXED'] as const;
export type HandlingClass = (typeof handlingClasses)[number];

/** What shows that a request was handled as its class asks for. */
export const evidenceKinds = ['EXPLANATION', 'WORK_RECORD', 'RESIDENTS_MEETING', 'PARTY_MEETING'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What each class asks for before a request of it counts as handled. */
export const requiredEvidence: Record<HandlingClass, readonly EvidenceKind[]> = {
  INDIVIDUAL: ['EXPLANATION'],
  REASONABLE: ['WORK_RECORD'],
  MIXED: ['RESIDENTS_MEETING', 'PARTY_MEETING'],
};

/** What evidence of its class a request still lacks; nothing without a class, which it needs as well. */
export function missingEvidence(
  handlingClass: HandlingClass | null,
  given: readonly EvidenceKind[],
): readonly EvidenceKind[] {
  return handlingClass === null ? [] : requiredEvidence[handlingClass].filter((kind) => !given.includes(kind));
}
