package io.namesake.face.engine.attack;

import io.namesake.face.PresentationAttack;

/**
 * What the presentation-attack network saw of a face.
 *
 * @param alone what would be the finding if there were no other signals
 * @param layers what its layers saw of the face and its surroundings, {@link AttackMeasures#LAYERS} numbers; empty when that was not asked for or the network
 *     does not say
 * @param near what they saw of the face alone, likewise; its first {@link AttackMeasures#STAGES} numbers count
 */
public record NetworkLooks(PresentationAttack alone, float[] layers, float[] near) {}
