/** Reading, changing and writing ONNX graphs: just what the conversions need, on the protobuf messages of ONNX itself. */
package io.namesake.modelbuilder.onnx;
