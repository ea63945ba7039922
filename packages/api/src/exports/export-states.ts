/** What an export is, each with what it tells. */
export const exportStates = ['WAITING', 'RUNNING', 'READY', 'FAILED', 'CANCELLED', 'WITHDRAWN', 'EXPIRED'] as const;

export type ExportState = (typeof exportStates)[number];

/** In these it is still to be made; an application has one such in a town at the most. */
export const underWay: readonly ExportState[] = ['WAITING', 'RUNNING'];
