/** What can be said about a face in a picture without recognising it: size, pose, sharpness, exposure, and what would help. */
package io.namesake.face.engine.quality;
