/** Passive presentation-attack detection: signals that can be computed from one picture, and their fusion with the network's score. */
package io.namesake.face.engine.attack;
