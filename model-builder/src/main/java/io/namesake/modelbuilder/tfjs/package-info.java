/**
 * Turns dlib's face recognition network, as face-api ships it in TensorFlow.js's weight format (8-bit quantised), into ONNX.
 * That format holds no graph: the architecture is code in the package, and is written down again here.
 */
package io.namesake.modelbuilder.tfjs;
