/** As whose a fact counts where the tree has changed since (see the `Basis` enum of the schema). */
export const bases = ['AS_RECORDED', 'AS_OF', 'RESTATED'] as const;
export type Basis = (typeof bases)[number];
