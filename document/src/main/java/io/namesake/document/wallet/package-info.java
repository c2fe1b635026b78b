/**
 * Credentials that wallets present: mdoc (ISO/IEC 18013-5) and SD-JWT VC (draft-ietf-oauth-sd-jwt-vc, RFC 9901), judged for their issuer's signature, their
 * digests, their validity and the wallet's own proof.
 */
package io.namesake.document.wallet;
