import { SandboxResolver } from './sandbox.resolver.ts';

/** All that resolves what the schema says of the sandbox. */
export const resolvers = [SandboxResolver];
