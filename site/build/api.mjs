// The reference of the HTTP API, from its description: a page for each kind of operation, one of all schemas, and a list.
import { anchorOf, example, kind, members, nameOf } from './schemas.mjs';
import { cell, code, fence, fileName, plain, table } from './words.mjs';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const JSON_TYPES = /^application\/(.+\+)?json/;

/** Pages by their paths on the site. @param api docs/api/openapi.json, @param folder such as reference/api */
export function apiPages(api, folder) {
  const operations = Object.entries(api.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => ({
      ...item[method],
      method: method.toUpperCase(),
      path,
      parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])],
    })),
  );
  const tags = [...new Set(operations.flatMap((operation) => operation.tags ?? ['Other']))].sort();
  const about = new Map((api.tags ?? []).map((tag) => [tag.name, tag.description]));
  const pages = new Map();
  const of = (tag) => operations.filter((operation) => (operation.tags ?? ['Other'])[0] === tag);
  for (const tag of tags) {
    pages.set(`${folder}/${fileName(tag)}.md`, page(tag, about.get(tag), of(tag), api));
  }
  pages.set(`${folder}/schemas.md`, schemas(api));
  pages.set(`${folder}/index.md`, index(api, tags, about, of));
  return pages;
}

/** The pages in the order of the sidebar, as `{ text, link }`. */
export function apiSidebar(api, folder) {
  const tags = new Set(
    Object.values(api.paths).flatMap((item) =>
      METHODS.flatMap((method) => (item[method] === undefined ? [] : [(item[method].tags ?? ['Other'])[0]])),
    ),
  );
  return [
    ...[...tags].sort().map((tag) => ({ text: tag, link: `/${folder}/${fileName(tag)}` })),
    { text: 'Schemas', link: `/${folder}/schemas` },
  ];
}

const link = (name) => `schemas.md#${anchorOf(name)}`;
const text = (lines) => lines.join('\n').replace(/\n{3,}/g, '\n\n') + '\n';

function index(api, tags, about, of) {
  return text([
    '# The HTTP API',
    '',
    `${plain(api.info.description ?? '')}`,
    '',
    'A running server gives the same description at `/v3/api-docs`; the file is [openapi.json](/api/openapi.json).',
    'Errors are problems of a closed list ([problem types](/problems.md)); who may call what stands in [one table](/access-policy.md).',
    '',
    ...tags.flatMap((tag) => [
      `## ${tag}`,
      '',
      ...(about.has(tag) ? [plain(about.get(tag)), ''] : []),
      ...table(
        ['operation', 'what it does'],
        of(tag).map((operation) => [
          `[${code(`${operation.method} ${operation.path}`)}](${fileName(tag)}.md#${anchorOf(operation.operationId)})`,
          cell(operation.summary),
        ]),
      ),
    ]),
  ]);
}

function page(tag, about, operations, api) {
  return text([
    `# ${tag}`,
    '',
    ...(about === undefined ? [] : [`${plain(about)}.`, '']),
    ...operations.flatMap((operation) => described(operation, api)),
  ]);
}

function described(operation, api) {
  const lines = [
    `## ${operation.summary} {#${anchorOf(operation.operationId)}}`,
    '',
    code(`${operation.method} ${operation.path}`),
    '',
    plain(operation.description),
    '',
    ...table(
      ['parameter', 'in', 'what it is', 'needed', 'meaning'],
      operation.parameters.map((parameter) => [
        code(parameter.name),
        parameter.in,
        kind(parameter.schema, link),
        parameter.required ? 'yes' : '',
        cell(parameter.description),
      ]),
    ),
  ];
  const body = operation.requestBody?.content ?? {};
  for (const [type, content] of Object.entries(body)) {
    lines.push(`The body is ${code(type)}: ${kind(content.schema, link)}.`, '');
    if (nameOf(content.schema) === undefined) {
      lines.push(...members(content.schema ?? {}, link));
    }
  }
  lines.push(...curl(operation, body, api));
  lines.push(
    ...table(
      ['answer', 'what it is', 'meaning'],
      Object.entries(operation.responses).map(([status, response]) => [
        status === 'default' ? 'a problem' : code(status),
        Object.values(response.content ?? {})
          .map((content) => kind(content.schema, link))
          .join(' or ') || '–',
        cell(response.description),
      ]),
    ),
  );
  return lines;
}

function curl(operation, body, api) {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => '$' + name.toUpperCase());
  const open = operation.security?.length === 0;
  const words = [`curl -s${operation.method === 'GET' ? '' : ` -X ${operation.method}`} "$NAMESAKE${path}"`];
  if (!open) {
    words.push(`-H "Authorization: Bearer $TOKEN"`);
  }
  const [type, content] = Object.entries(body)[0] ?? [];
  if (type !== undefined && JSON_TYPES.test(type)) {
    words.push(`-H 'Content-Type: ${type}'`);
    words.push(`-d '${JSON.stringify(example(content.schema, api.components.schemas)).replaceAll("'", "'\\''")}'`);
  } else if (type === 'multipart/form-data') {
    const schema = nameOf(content.schema) ? api.components.schemas[nameOf(content.schema)] : content.schema;
    for (const name of Object.keys(schema?.properties ?? {})) {
      words.push(`-F '${name}=@${name}'`);
    }
  } else if (type !== undefined) {
    words.push(`-H 'Content-Type: ${type}'`, '--data-binary @file');
  }
  return fence('sh', words.join(' \\\n  '));
}

function schemas(api) {
  return text([
    '# Schemas',
    '',
    'What goes in and comes out of the API. A member that is not always there is absent, or null.',
    '',
    ...Object.entries(api.components.schemas)
      .sort(([one], [other]) => one.localeCompare(other, 'en'))
      .flatMap(([name, schema]) => [
        `## ${name} {#${anchorOf(name)}}`,
        '',
        plain(schema.description),
        '',
        ...(schema.properties === undefined && schema.allOf === undefined
          ? [kind(schema, (other) => `#${anchorOf(other)}`), '']
          : members(schema, (other) => `#${anchorOf(other)}`)),
      ]),
  ]);
}
