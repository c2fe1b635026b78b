/**
 * Compares one face with one face: the portrait in an identity document with the selfie of the person who presented it.
 *
 * <p>{@link io.namesake.face.FaceVerifier} is the one door. It takes two pictures and answers with a
 * {@link io.namesake.face.Verification} that explains itself; nothing that describes a face (an embedding, a template) ever
 * comes out, and there is no operation that takes a face and returns a person. Everything in this package is a value or that
 * door; how it is done is in {@link io.namesake.face.engine}.
 */
package io.namesake.face;
