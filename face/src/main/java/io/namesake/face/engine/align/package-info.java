/** Geometry: landmarks, the similarity transform that brings a face into its standard place, and resampling. */
package io.namesake.face.engine.align;
