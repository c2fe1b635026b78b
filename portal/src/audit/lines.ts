/** No line of an export or a proof is longer, in characters. */
const longest = 1 << 20;

/**
 * The lines of a file of UTF-8, read piece by piece, so that a log of any length fits.
 *
 * @throws RangeError for a line that is too long, TypeError for what is not UTF-8
 */
export async function* linesOf(
  file: Blob,
  progress: (share: number) => void,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  let begun = '';
  try {
    for (;;) {
      signal.throwIfAborted();
      const { value, done } = await reader.read();
      begun += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = begun.split('\n');
      begun = lines.pop() ?? '';
      for (const line of lines) {
        if (line.length > longest) {
          throw new RangeError('a line is too long');
        }
        yield line;
      }
      if (begun.length > longest) {
        throw new RangeError('a line is too long');
      }
      if (done) {
        break;
      }
      read += value.length;
      progress(file.size === 0 ? 1 : read / file.size);
    }
    if (begun !== '') {
      yield begun;
    }
  } finally {
    await reader.cancel();
  }
}
