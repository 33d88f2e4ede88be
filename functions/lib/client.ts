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
  const text = address.trim().replace(/%.*$/, '');
  if (/^(\d{1,3}\.){3}\d{1,3}$/.test(text)) return text.split('.').every((part) => Number(part) < 256) ? text.split('.').map(Number).join('.') : null;
  // The URL parser knows every spelling of an IPv6 address and makes it one.
  if (!/^[0-9a-f:.]+$/i.test(text) || !URL.canParse(`http://[${text}]`)) return null;
  const [head = '', tail] = new URL(`http://[${text}]`).hostname.slice(1, -1).split('::');
  const [left, right] = [head, tail ?? ''].map((half) => half.split(':').filter(Boolean).map((group) => parseInt(group, 16)));
  const groups = [...(left ?? []), ...Array<number>(8 - (left?.length ?? 0) - (right?.length ?? 0)).fill(0), ...(right ?? [])];
  const [high = 0, low = 0] = groups.slice(6);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  return `${groups.slice(0, 4).map((group) => group.toString(16)).join(':')}::/64`;
}

async function hmac(key: Uint8Array<ArrayBuffer> | ArrayBuffer, text: string): Promise<ArrayBuffer> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return crypto.subtle.sign('HMAC', imported, encoder.encode(text));
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
