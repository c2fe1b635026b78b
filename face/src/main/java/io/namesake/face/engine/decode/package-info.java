/**
 * Untrusted bytes to upright pixels. The file's structure is walked by our own bounded code first: limits are checked from the
 * header, a truncated file is recognised, and everything that is not needed for the pixels (colour profiles, comments,
 * compressed text, thumbnails, metadata) is left out of what the image libraries get to see.
 */
package io.namesake.face.engine.decode;
