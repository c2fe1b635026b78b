/**
 * Turns a TensorFlow Lite network (float32) into ONNX. No Java library does this, and the one that holds the schema's
 * classes brings an Android runtime with it, so the few tables needed are read here on the FlatBuffers base class.
 * Table and field numbers are those of TensorFlow's {@code schema.fbs}, version 3.
 */
package io.namesake.modelbuilder.tflite;
