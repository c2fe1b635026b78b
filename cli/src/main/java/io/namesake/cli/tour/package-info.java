/**
 * The whole story, played against a fresh server over its public HTTP API: newcomers learn the API from it, and it fails loudly
 * when a promise breaks. It knows the server from outside only; each chapter reads like what happens.
 */
@NullMarked
package io.namesake.cli.tour;

import org.jspecify.annotations.NullMarked;
