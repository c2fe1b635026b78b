/**
 * How it is done. {@link io.namesake.face.engine.FacePipeline} reads top to bottom; each stage is a package: {@code decode} (bytes to upright
 * pixels), {@code network} (everything that touches a neural network: find, landmarks, embed, attack), {@code align} (geometry and
 * resampling) and {@code quality} (measures and hints). Nothing outside this library may use these packages.
 */
package io.namesake.face.engine;
