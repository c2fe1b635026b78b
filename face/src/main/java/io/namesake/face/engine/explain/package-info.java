/** Shows a person what the engine saw: drawings, never numbers. */
package io.namesake.face.engine.explain;
