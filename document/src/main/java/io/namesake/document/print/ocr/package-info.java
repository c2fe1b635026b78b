/** Text in pictures: the PP-OCR networks (Apache-2.0) in ONNX Runtime, and what is made of their outputs. */
package io.namesake.document.print.ocr;
