/**
 * What the tests compare with: TensorFlow's operators written out as plain loops over NHWC numbers, sharing no code with the
 * conversions, and a runner for the ONNX that the conversions made.
 */
package io.namesake.modelbuilder.reference;
