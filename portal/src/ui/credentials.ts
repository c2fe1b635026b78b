/** Passkeys, as the browser makes and asks for them: Web Authentication Level 3, clause 5.1. */

type Json = Record<string, unknown>;

/** What came of the browser's own dialog. `present`: this device has one for this person already. */
export type Answered =
  { kind: 'answered'; credential: Json } | { kind: 'cancelled' } | { kind: 'present' } | { kind: 'failed' };

/** What the types promise and older browsers lack. */
type Parsers = Partial<
  Pick<typeof PublicKeyCredential, 'parseCreationOptionsFromJSON' | 'parseRequestOptionsFromJSON'>
>;

function parsers(): Parsers | undefined {
  return (globalThis as { PublicKeyCredential?: Parsers }).PublicKeyCredential;
}

export function knowsPasskeys(): boolean {
  return parsers() !== undefined;
}

/** @param options of a ceremony, as the server gives them */
export function makePasskey(options: Json, signal: AbortSignal): Promise<Answered> {
  return answered(() => {
    const json = options as unknown as PublicKeyCredentialCreationOptionsJSON;
    const publicKey = parsers()?.parseCreationOptionsFromJSON?.(json) ?? creationOptions(json);
    return navigator.credentials.create({ publicKey, signal });
  }, signal);
}

/** @param options of a ceremony, as the server gives them */
export function askForPasskey(options: Json, signal: AbortSignal): Promise<Answered> {
  return answered(() => {
    const json = options as unknown as PublicKeyCredentialRequestOptionsJSON;
    const publicKey = parsers()?.parseRequestOptionsFromJSON?.(json) ?? requestOptions(json);
    return navigator.credentials.get({ publicKey, signal });
  }, signal);
}

async function answered(ask: () => Promise<Credential | null>, signal: AbortSignal): Promise<Answered> {
  try {
    const credential = await ask();
    return credential === null
      ? { kind: 'cancelled' }
      : { kind: 'answered', credential: jsonOf(credential as PublicKeyCredential) };
  } catch (thrown) {
    if (signal.aborted) {
      throw thrown;
    }
    // The browser says NotAllowedError for a closed dialog and for one that nobody answered in time.
    switch (thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '') {
      case 'NotAllowedError':
      case 'AbortError':
        return { kind: 'cancelled' };
      case 'InvalidStateError':
        return { kind: 'present' };
      default:
        return { kind: 'failed' };
    }
  }
}

function creationOptions(json: PublicKeyCredentialCreationOptionsJSON): PublicKeyCredentialCreationOptions {
  return {
    ...json,
    challenge: bytes(json.challenge),
    user: { ...json.user, id: bytes(json.user.id) },
    excludeCredentials: descriptors(json.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
}

function requestOptions(json: PublicKeyCredentialRequestOptionsJSON): PublicKeyCredentialRequestOptions {
  return {
    ...json,
    challenge: bytes(json.challenge),
    allowCredentials: descriptors(json.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions;
}

function descriptors(json: PublicKeyCredentialDescriptorJSON[] | undefined): PublicKeyCredentialDescriptor[] {
  return (json ?? []).map(
    (one) => ({ ...one, id: bytes(one.id) }) as unknown as PublicKeyCredentialDescriptor,
  );
}

function jsonOf(credential: PublicKeyCredential): Json {
  const { toJSON } = credential as { toJSON?: () => unknown };
  if (toJSON !== undefined) {
    return toJSON.call(credential) as Json;
  }
  const members = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
  const given = credential.response as unknown as Record<string, unknown>;
  const response = members.flatMap((name) => {
    const value = given[name];
    return value instanceof ArrayBuffer ? [[name, base64url(value)] as const] : [];
  });
  return {
    id: credential.id,
    rawId: base64url(credential.rawId),
    type: credential.type,
    response: Object.fromEntries(response),
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

/** RFC 4648, clause 5, without padding. */
function bytes(base64: string): Uint8Array<ArrayBuffer> {
  const plain = atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

function base64url(buffer: ArrayBuffer): string {
  const plain = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return plain.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
