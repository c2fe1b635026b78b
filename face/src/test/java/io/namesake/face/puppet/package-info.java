/**
 * A puppet: head movements rendered from a still photo, and flat pictures moved in front of a camera. Only still photographs of
 * people exist to test with; other modules' tests use it, too.
 */
package io.namesake.face.puppet;
