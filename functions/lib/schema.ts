// The part of JSON Schema that our one schema uses: a validator, and the forms
// of the schema that providers accept.

export const LENGTHS = ['minLength', 'maxLength'] as const;
export const BOUNDS = [...LENGTHS, 'minItems', 'maxItems', 'minimum', 'maximum'] as const;
type Bound = (typeof BOUNDS)[number];

export interface Schema extends Partial<Record<Bound, number>> {
  type?: string | string[];
  enum?: (string | number)[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean;
  items?: Schema;
}

/** The path of the first place where `value` breaks `schema`, or null. Never quotes the value. */
export function firstBreak(schema: Schema, value: unknown, path = '$'): string | null {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  if (types.length > 0 && !types.some((type) => isOfType(type, value))) return path;
  if (schema.enum && !schema.enum.some((allowed) => allowed === value)) return path;
  if (typeof value === 'string') return outside(value.length, schema.minLength, schema.maxLength) ? path : null;
  if (typeof value === 'number') return outside(value, schema.minimum, schema.maximum) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  const known = new Map(Object.entries(schema.properties ?? {}));
  if (Array.isArray(value)) {
    if (outside(value.length, schema.minItems, schema.maxItems)) return path;
  } else if (schema.required?.some((name) => !Object.hasOwn(value, name))) return path;
  for (const [name, inner] of Object.entries(value)) {
    const innerSchema = Array.isArray(value) ? schema.items : known.get(name);
    const innerPath = Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`;
    if (!innerSchema && schema.additionalProperties === false) return path;
    const found = innerSchema ? firstBreak(innerSchema, inner, innerPath) : null;
    if (found) return found;
  }
  return null;
}

function isOfType(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function outside(size: number, least = -Infinity, most = Infinity): boolean {
  return size < least || size > most;
}

/** `schema` without the named bounds, for a provider that rejects or ignores them. */
export function without(schema: Schema, bounds: readonly Bound[]): Schema {
  const kept: Schema = { ...schema };
  for (const bound of bounds) delete kept[bound];
  if (schema.items) kept.items = without(schema.items, bounds);
  if (schema.properties) kept.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, inner]) => [name, without(inner, bounds)]));
  return kept;
}
