package io.namesake.face;

/**
 * How clearly the networks see one face. It is a measure of the picture and says nothing about who is in it; low where little of a person shows, as
 * with dark glasses, a hand before the face, a profile, blur.
 *
 * @param value without a unit, about 7.9
 * @param least the value from which a low similarity counts as two persons; negative infinity when the models ask for none
 */
public record Clarity(double value, double least) {

    /** Whether enough was seen to call two faces different. */
    public boolean sufficient() {
        return value >= least;
    }
}
