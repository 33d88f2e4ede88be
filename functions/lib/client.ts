// Who asks, as far as the limits need to know: a bucket that stands for the
// address during one UTC day and says nothing about it afterwards.

const encoder = new TextEncoder();

/**
 * The bucket of a request. Only the header that the platform itself sets is
 * believed; without it everyone shares one bucket, so leaving it out wins nothing.
 */
export async function bucketOf(request: Request, day: string, secret: string): Promise<string> {
  const network = networkOf(request.headers.get('cf-connecting-ip') ?? '') ?? 'unknown';
  // A key of the day: buckets of two days cannot be matched with each other.
  const dayKey = await hmac(encoder.encode(`cv-review|${secret}`), day);
  return hex(await hmac(dayKey, network)).slice(0, 32);
}

export function utcDay(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** The next midnight UTC after `now`, in Unix milliseconds. */
export function nextDayAt(now: number): number {
  return Math.floor(now / 86_400_000) * 86_400_000 + 86_400_000;
}

/**
 * What one household or server can change at will counts as one: an IPv6
 * address stands for its /64, and an IPv4 address in IPv6 form for itself.
 */
export function networkOf(address: string): string | null {
  const text = address.trim().toLowerCase().replace(/%.*$/, '');
  const v4 = parseIpv4(text);
  if (v4) return v4.join('.');
  const groups = parseIpv6(text);
  if (!groups) return null;
  const [high = 0, low = 0] = groups.slice(6);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  return groups.slice(0, 4).map((group) => group.toString(16)).join(':') + '::/64';
}

function parseIpv4(text: string): number[] | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  return parts.map(Number);
}

function parseIpv6(text: string): number[] | null {
  // A dotted tail (::ffff:1.2.3.4) is two groups in another spelling.
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (dotted) {
    const [a = 0, b = 0, c = 0, d = 0] = parseIpv4(dotted[2] ?? '') ?? [-1];
    if (a < 0) return null;
    return parseIpv6(`${dotted[1]}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`);
  }
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (![...head, ...tail].every((group) => /^[0-9a-f]{1,4}$/.test(group))) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  return [...head, ...Array<string>(missing).fill('0'), ...tail].map((group) => parseInt(group, 16));
}

async function hmac(key: Uint8Array<ArrayBuffer> | ArrayBuffer, text: string): Promise<ArrayBuffer> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return crypto.subtle.sign('HMAC', imported, encoder.encode(text));
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
