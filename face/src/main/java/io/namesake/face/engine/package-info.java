/** How it is done, stage by stage. Nothing outside this library may use these packages. */
package io.namesake.face.engine;
