/**
 * Measures how well the models tell persons apart, on labelled pairs of pictures that the caller may use for this. A tool for
 * those who choose thresholds; it returns rates and scores, never anything that describes a face, and it keeps nothing.
 */
package io.namesake.face.evaluation;
