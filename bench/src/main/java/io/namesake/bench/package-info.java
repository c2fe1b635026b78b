/**
 * JMH benchmarks of the face library: each stage, the whole verification, and beside it ONNX Runtime alone on the same networks, so
 * that what our own code adds is a measured number. It looks into the library's engine for the stages, and closes each template
 * unread.
 */
package io.namesake.bench;
