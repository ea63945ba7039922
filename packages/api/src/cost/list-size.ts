import type { ListSize } from './price-line.ts';

/** Lists that hold about `assumedSize` entries each, and together in one place `spare` more. */
export const about = (assumedSize: number, spare: number): ListSize => ({ assumedSize, spare });
/** Lists that never hold more. */
export const atMost = (assumedSize: number): ListSize => ({ assumedSize });
/** Lists with as many entries as an argument says or has. */
export const by = (argument: string, assumedSize = 1): ListSize => ({ assumedSize, slicingArguments: [argument] });
