// The part of JSON Schema that our one schema uses: a validator, and the forms
// of the schema that providers accept.

export interface Schema {
  type?: string | string[];
  description?: string;
  enum?: (string | number)[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/** The path of the first place where `value` breaks `schema`, or null. Never quotes the value. */
export function firstBreak(schema: Schema, value: unknown, path = '$'): string | null {
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (types && !types.some((type) => isOfType(type, value))) return path;
  if (schema.enum && !schema.enum.some((allowed) => allowed === value)) return path;
  if (typeof value === 'string') {
    return outside(value.length, schema.minLength, schema.maxLength) ? path : null;
  }
  if (typeof value === 'number') {
    return outside(value, schema.minimum, schema.maximum) ? path : null;
  }
  if (Array.isArray(value)) {
    if (outside(value.length, schema.minItems, schema.maxItems)) return path;
    return schema.items ? firstOf(value.map((item, index) => [schema.items, item, `${path}[${index}]`])) : null;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = new Map<string, unknown>(Object.entries(value));
    const known = schema.properties ?? {};
    if (schema.required?.some((name) => !fields.has(name))) return path;
    if (schema.additionalProperties === false && [...fields.keys()].some((name) => !Object.hasOwn(known, name))) return path;
    return firstOf([...fields].map(([name, field]) => [Object.hasOwn(known, name) ? known[name] : undefined, field, `${path}.${name}`]));
  }
  return null;
}

function firstOf(parts: [Schema | undefined, unknown, string][]): string | null {
  for (const [schema, value, path] of parts) {
    const found = schema ? firstBreak(schema, value, path) : null;
    if (found) return found;
  }
  return null;
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function outside(size: number, least: number | undefined, most: number | undefined): boolean {
  return (least !== undefined && size < least) || (most !== undefined && size > most);
}

/** `schema` without the named keywords, for a provider that rejects or ignores them. */
export function without(schema: Schema, keywords: (keyof Schema)[]): Schema {
  const kept = Object.fromEntries(Object.entries(schema).filter(([name]) => !keywords.includes(name as keyof Schema))) as Schema;
  if (schema.items) kept.items = without(schema.items, keywords);
  if (schema.properties) {
    kept.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, field]) => [name, without(field, keywords)]),
    );
  }
  return kept;
}
