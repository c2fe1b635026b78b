/** Uploads that are watched, to a server in memory: jsdom's own would look for one on this machine. */
import type { FakeServer } from './fakeServer';

/** What stands for `XMLHttpRequest` in front of this server. */
export function uploadsTo(server: FakeServer) {
  return class {
    readonly upload = {
      onprogress: null as ((event: { loaded: number; total: number }) => void) | null,
      onload: null as (() => void) | null,
    };
    onload: (() => void) | null = null;
    onerror: (() => void) | null = null;
    responseType = '';
    response = new ArrayBuffer(0);
    status = 0;
    statusText = '';
    readonly #headers = new Headers();
    readonly #aborted = new AbortController();
    #answered = new Headers();
    #method = '';
    #url = '';

    open(method: string, url: string) {
      this.#method = method;
      this.#url = url;
    }

    setRequestHeader(name: string, value: string) {
      this.#headers.append(name, value);
    }

    getAllResponseHeaders() {
      return [...this.#answered].map(([name, value]) => `${name}: ${value}\r\n`).join('');
    }

    abort() {
      this.#aborted.abort();
    }

    send(body: ArrayBuffer) {
      void this.#send(body);
    }

    async #send(body: ArrayBuffer) {
      const { signal } = this.#aborted;
      this.upload.onprogress?.({ loaded: body.byteLength / 2, total: body.byteLength });
      await server.lineFree();
      this.upload.onload?.();
      try {
        const response = await server.fetch(
          new Request(this.#url, { method: this.#method, headers: this.#headers, body, signal }),
        );
        this.response = await response.arrayBuffer();
        this.#answered = response.headers;
        this.status = response.status;
        this.statusText = response.statusText;
        this.onload?.();
      } catch {
        if (!signal.aborted) {
          this.onerror?.();
        }
      }
    }
  };
}
