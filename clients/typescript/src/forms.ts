/** Bodies of `multipart/form-data`. */

/** What a part may be: a file, several files of one name, or anything else, which is sent as JSON. */
export type Part = Blob | readonly Blob[] | Record<string, unknown>;

/**
 * A body for operations that take files, to be given as `body`. Files are called after their part: the name of a person's own file
 * says nothing here. The type is `never` because the generated types describe such a body as an object and a form is what is sent.
 */
export function form(parts: Record<string, Part>): never {
  const data = new FormData();
  for (const [name, part] of Object.entries(parts)) {
    if (part instanceof Blob) {
      data.append(name, part, name);
    } else if (Array.isArray(part)) {
      for (const file of part as readonly Blob[]) {
        data.append(name, file, name);
      }
    } else {
      data.append(name, new Blob([JSON.stringify(part)], { type: 'application/json' }));
    }
  }
  return data as never;
}
