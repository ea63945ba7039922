import { resolve } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  /** The address under which people reach the platform; sign-in redirects there. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => new URL(url).pathname === '/', 'the platform has no path of its own')
    .optional(),
  /** Where the embedded PostgreSQL and its password live. */
  DATA_DIR: z.string().default(resolve(import.meta.dirname, '../../../.data')),
  /** A PostgreSQL of one's own, as the owner of its database; without it the embedded one runs. */
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .refine(
      (url) => new URL(url).password !== '',
      'it has to hold the password, from which that of the application follows',
    )
    .optional(),
  /** The most database connections that one process holds. */
  DATABASE_POOL: z.coerce.number().int().min(6).max(200).default(10),
  /** Keys of 32 bytes in hexadecimal that seal personal data, the present one first. */
  PERSONAL_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/i, 'keys of 64 hexadecimal digits, with commas between them')
    .optional(),
  /** Whether webhooks may go to this machine itself, by http too: to try them out, never where others register endpoints. */
  WEBHOOKS_TO_OWN_MACHINE: z.enum(['yes', 'no']).default('no'),
  /** Invented people, teams and accounts: small or full; none with a database of one's own unless asked for. */
  DEMO: z.enum(['none', 'small', 'full']).optional(),
  /** Whether developers of applications have towns with invented data to try them in. */
  SANDBOX: z.enum(['yes', 'no']).default('yes'),
  /** How many times as many points as docs/limits.md says each caller has. */
  BUDGET_TIMES: z.coerce.number().min(1).max(1_000_000).default(1),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** The names of all settings. */
export const settings: readonly string[] = Object.keys(schema.shape);

export interface Config {
  port: number;
  host: string;
  publicUrl: string;
  dataDir: string;
  databaseUrl: string | undefined;
  databasePool: number;
  /** None where they follow from the database's password. */
  personalKeys: readonly Buffer[];
  webhooksToOwnMachine: boolean;
  demo: 'none' | 'small' | 'full';
  sandbox: boolean;
  budgetTimes: number;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug';
}

/** A setting that cannot be used; its message names the variable and what it takes. */
export class ConfigError extends Error {}

/** Reads the settings from the environment; the only place that does. Throws a ConfigError. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(set);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`These settings cannot be used:\n${lines.join('\n')}`);
  }
  const value = result.data;
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/$/, ''),
    dataDir: resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL,
    databasePool: value.DATABASE_POOL,
    personalKeys: (value.PERSONAL_KEY?.split(',') ?? []).map((key) => Buffer.from(key, 'hex')),
    webhooksToOwnMachine: value.WEBHOOKS_TO_OWN_MACHINE === 'yes',
    demo: value.DEMO ?? (value.DATABASE_URL ? 'none' : 'small'),
    sandbox: value.SANDBOX === 'yes',
    budgetTimes: value.BUDGET_TIMES,
    logLevel: value.LOG_LEVEL,
  };
}
