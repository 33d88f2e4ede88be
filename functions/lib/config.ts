// The environment, read once a request into typed values. A value that makes no
// sense counts as absent, so that a typing slip cannot lift a limit.

import type { Env } from './platform';

export type ProviderName = 'gemini' | 'huggingface';

export type Config = ReturnType<typeof readConfig>;
export type ProviderConfig = ReturnType<typeof provider>;

const PROVIDERS = {
  gemini: { prefix: 'GEMINI', quota: 'AI_DAILY_QUOTA_GEMINI', model: 'gemini-3.8-flash', baseUrl: 'https://generativelanguage.googleapis.com' },
  huggingface: { prefix: 'HF', quota: 'AI_DAILY_QUOTA_HUGGINGFACE', model: 'openai/gpt-oss-120b:cerebras', baseUrl: 'https://router.huggingface.co' },
} as const;

const TURNSTILE_URL = 'https://challenges.cloudflare.com/turnstile/v0/siteverify';

export function readConfig(env: Env) {
  const primary = providerName(env.AI_PRIMARY_PROVIDER) ?? 'gemini';
  const wanted = env.AI_FALLBACK_PROVIDER?.trim().toLowerCase();
  const fallback = wanted === 'none' ? null : (providerName(wanted) ?? 'huggingface');
  const providers = [provider(env, primary, 'primary')];
  if (fallback && fallback !== primary) providers.push(provider(env, fallback, 'fallback'));
  return {
    feature: !['false', 'off', '0', 'no'].includes((env.FEATURE_CV_REVIEW ?? '').trim().toLowerCase()),
    providers,
    timeouts: {
      totalMs: integer(env.AI_TIMEOUT_MS, 60_000, 100, 300_000),
      firstByteMs: integer(env.AI_FIRST_BYTE_MS, 15_000, 50, 300_000),
      silenceMs: integer(env.AI_SILENCE_MS, 15_000, 50, 300_000),
    },
    perClientPerDay: integer(env.RATE_LIMIT_PER_IP, 10, 1, 1_000_000),
    perDay: integer(env.AI_DAILY_LIMIT, 1_000, 1, 10_000_000),
    // The provider keys are secret already, so a deployment needs no other
    // secret; a separate one keeps the buckets when a key is rotated.
    bucketSecret: env.RATE_LIMIT_SECRET || `${env.GEMINI_API_KEY ?? ''}|${env.HF_API_KEY ?? ''}`,
    turnstile: env.TURNSTILE_SECRET_KEY ? { secret: env.TURNSTILE_SECRET_KEY, verifyUrl: env.TURNSTILE_VERIFY_URL || TURNSTILE_URL } : null,
  };
}

function providerName(text: string | undefined): ProviderName | undefined {
  const name = text?.trim().toLowerCase();
  return name === 'gemini' || name === 'huggingface' ? name : undefined;
}

function provider(env: Env, name: ProviderName, role: 'primary' | 'fallback') {
  const { prefix, quota, model, baseUrl } = PROVIDERS[name];
  const [key, ownUrl] = [env[`${prefix}_API_KEY`] ?? '', env[`${prefix}_BASE_URL`]];
  return {
    name,
    role,
    key,
    model: env[`${prefix}_MODEL`] || model,
    baseUrl: (ownUrl || baseUrl).replace(/\/+$/, ''),
    // Calls a day that the plan allows, for the quota watch; null is not watched.
    dailyQuota: integer(env[quota], 0, 1, 1_000_000_000) || null,
    // Ollama and llama.cpp on one's own machine want no key.
    configured: Boolean(key || ownUrl),
  };
}

function integer(text: string | undefined, fallback: number, least: number, most: number): number {
  if (text === undefined || !/^\s*\d{1,12}\s*$/.test(text)) return fallback;
  const value = Number(text);
  return value >= least && value <= most ? value : fallback;
}
