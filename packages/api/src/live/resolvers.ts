import { FiguresChangedResolver } from './figures-changed.resolver.ts';

/** All that resolves what the schema says of what is told as it happens. */
export const resolvers = [FiguresChangedResolver];
