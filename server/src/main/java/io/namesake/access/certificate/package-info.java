/**
 * Certificates with which programs prove who they are and bind their tokens (mutual TLS, RFC 8705): where a request's certificate is found,
 * and who is believed about it.
 *
 * <p>TLS proves that the caller has the key of a certificate, whoever made it. Whether that certificate means anything is decided
 * afterwards, in the same way wherever it came from: by what was registered for the program, and by our own check of the path to an authority.
 */
@NullMarked
package io.namesake.access.certificate;

import org.jspecify.annotations.NullMarked;
