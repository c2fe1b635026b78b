/**
 * Sends a request as `fetch` does, and tells how much of its body has left, which `fetch` does not say. Answers, and what is thrown
 * without one, are those of `fetch`.
 *
 * @param told the share that was sent, 0 to 1; 1 as soon as nothing is left but to wait for the answer
 */
export function sending(told: (share: number) => void): (request: Request) => Promise<Response> {
  return async (request) => {
    const { method, url, headers, signal } = request;
    const body = await request.arrayBuffer();
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const sent = new XMLHttpRequest();
      sent.open(method, url);
      headers.forEach((value, name) => sent.setRequestHeader(name, value));
      sent.responseType = 'arraybuffer';
      sent.upload.onprogress = ({ loaded, total }) => told(total === 0 ? 0 : loaded / total);
      sent.upload.onload = () => told(1);
      sent.onload = () => resolve(answerOf(sent));
      sent.onerror = () => reject(new TypeError('The request did not come through.'));
      signal.addEventListener('abort', () => {
        sent.abort();
        reject(signal.reason as Error);
      });
      sent.send(body);
    });
  };
}

function answerOf(sent: XMLHttpRequest): Response {
  const { status, statusText } = sent;
  const body = sent.response as ArrayBuffer;
  const headers = sent
    .getAllResponseHeaders()
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });
  return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
}
