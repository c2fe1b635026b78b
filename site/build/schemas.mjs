// JSON schemas in words: what a value is, and an example of it.
import { cell, code, table } from './words.mjs';

const NAMED = '#/components/schemas/';

export const nameOf = (schema) => (schema?.$ref?.startsWith(NAMED) ? schema.$ref.slice(NAMED.length) : undefined);
export const anchorOf = (name) => name.toLowerCase();

/** What a value is, as Markdown. @param link makes an address of a schema's name */
export function kind(schema, link) {
  if (schema === undefined || schema === true) {
    return 'anything';
  }
  const name = nameOf(schema);
  if (name !== undefined) {
    return `[${name}](${link(name)})`;
  }
  for (const several of ['oneOf', 'anyOf', 'allOf']) {
    if (schema[several] !== undefined) {
      const all = schema[several].filter((one) => one.type !== 'null').map((one) => kind(one, link));
      return all.join(several === 'allOf' ? ' and ' : ' or ');
    }
  }
  if (schema.const !== undefined) {
    return code(schema.const);
  }
  if (schema.enum !== undefined) {
    return schema.enum.filter((value) => value !== null).map(code).join(', ');
  }
  const type = [schema.type].flat().filter((one) => one !== 'null')[0];
  if (type === 'array') {
    return `list of ${kind(schema.items, link)}`;
  }
  if (type === 'object' && schema.additionalProperties instanceof Object) {
    return `map to ${kind(schema.additionalProperties, link)}`;
  }
  return type === undefined ? 'anything' : type + (schema.format === undefined ? '' : ` (${schema.format})`);
}

/** A table of an object's members; empty for what has none. */
export function members(schema, link) {
  const parts = [schema, ...(schema.allOf ?? [])];
  const rows = parts.flatMap((part) =>
    Object.entries(part.properties ?? {}).map(([name, member]) => [
      code(name),
      kind(member, link),
      (part.required ?? []).includes(name) ? 'yes' : '',
      [cell(member.description), limits(member)].filter((text) => text !== '').join(' '),
    ]),
  );
  return table(['member', 'what it is', 'always', 'meaning'], rows);
}

function limits(schema) {
  const said = [
    ['minimum', 'at least'],
    ['maximum', 'at most'],
    ['minLength', 'characters at least'],
    ['maxLength', 'characters at most'],
    ['minItems', 'entries at least'],
    ['maxItems', 'entries at most'],
    ['pattern', 'in the form'],
  ]
    .filter(([key]) => schema[key] !== undefined)
    .map(([key, words]) => `${words} ${code(schema[key])}`);
  return said.length === 0 ? '' : `(${said.join(', ')})`;
}

/** A value that the schema allows, as far as examples and formats tell. */
export function example(schema, schemas, depth = 0) {
  if (schema === undefined || depth > 6) {
    return null;
  }
  if (schema.example !== undefined) {
    return schema.example;
  }
  const name = nameOf(schema);
  if (name !== undefined) {
    return example(schemas[name], schemas, depth + 1);
  }
  if (schema.const !== undefined) {
    return schema.const;
  }
  if (schema.default !== undefined) {
    return schema.default;
  }
  const choice = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (choice !== undefined && schema.properties === undefined) {
    return example(choice.find((one) => one.type !== 'null'), schemas, depth + 1);
  }
  if (schema.enum !== undefined) {
    return schema.enum[0];
  }
  const type = [schema.type].flat().filter((one) => one !== 'null')[0];
  switch (type) {
    case 'array': {
      const entry = example(schema.items, schemas, depth + 1);
      return entry === null ? [] : [entry];
    }
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, member]) => [key, example(member, schemas, depth + 1)]),
      );
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'string':
      return FORMATS[schema.format] ?? 'text';
    default:
      return null;
  }
}

const FORMATS = {
  uuid: '6f1e2c2e-6f0b-4c4e-9d0c-5a4f3c0f7f10',
  'date-time': '2026-11-23T17:40:00Z',
  date: '2026-11-23',
  uri: 'https://example.com/',
  email: 'somebody@example.com',
};
