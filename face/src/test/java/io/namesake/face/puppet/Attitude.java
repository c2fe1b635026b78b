package io.namesake.face.puppet;

/**
 * How a puppet holds its head.
 *
 * @param yaw degrees; positive turns to the person's own left, which is the viewer's right
 * @param pitch degrees; positive looks down
 * @param scale 1 as photographed; more is nearer
 * @param lids 0 as photographed .. 1 eyes closed
 * @param mouth 0 as photographed .. 1 open wide
 * @param shiftX pixels to the viewer's right
 * @param shiftY pixels down
 */
public record Attitude(
        double yaw, double pitch, double scale, double lids, double mouth, double shiftX, double shiftY) {
    public static final Attitude NEUTRAL = new Attitude(0, 0, 1, 0, 0, 0, 0);

    public Attitude turned(double degrees) {
        return new Attitude(degrees, pitch, scale, lids, mouth, shiftX, shiftY);
    }

    public Attitude nodded(double degrees) {
        return new Attitude(yaw, degrees, scale, lids, mouth, shiftX, shiftY);
    }

    public Attitude scaled(double factor) {
        return new Attitude(yaw, pitch, factor, lids, mouth, shiftX, shiftY);
    }

    public Attitude lidded(double share) {
        return new Attitude(yaw, pitch, scale, share, mouth, shiftX, shiftY);
    }

    public Attitude gaping(double share) {
        return new Attitude(yaw, pitch, scale, lids, share, shiftX, shiftY);
    }

    public Attitude shifted(double x, double y) {
        return new Attitude(yaw, pitch, scale, lids, mouth, x, y);
    }
}
