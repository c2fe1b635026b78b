/**
 * Everything that touches a neural network. Tensors and embeddings are private to this package: what comes out are boxes,
 * landmarks, scores, and {@link io.namesake.face.engine.network.Template}, from which nothing can be read.
 */
package io.namesake.face.engine.network;
