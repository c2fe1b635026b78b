package io.namesake.face.engine.align;

/**
 * Where the pixels of a new picture lie in an old one, in parts of an old pixel: whole numbers, because a step from one to the next is then an addition.
 *
 * @param x of the middle of the first new pixel
 * @param y likewise
 * @param ux how far the next new pixel to the right lies to the right in the old picture
 * @param uy how far it lies below
 * @param vx how far the next new pixel below lies to the right in the old picture
 * @param vy how far it lies below
 */
record Grid(long x, long y, long ux, long uy, long vx, long vy) {
    /** Of an old pixel's fraction. */
    static final int BITS = 16;

    private static final double ONE = 1 << BITS;

    static Grid of(SimilarityTransform toPicture) {
        return new Grid(
                fixed(toPicture.tx()),
                fixed(toPicture.ty()),
                fixed(toPicture.a()),
                fixed(toPicture.b()),
                fixed(-toPicture.b()),
                fixed(toPicture.a()));
    }

    /** A box, cut into so many new pixels. */
    static Grid of(Box box, int newWidth, int newHeight) {
        double sx = box.width() / newWidth;
        double sy = box.height() / newHeight;
        return new Grid(fixed(box.x() + (sx - 1) / 2), fixed(box.y() + (sy - 1) / 2), fixed(sx), 0, 0, fixed(sy));
    }

    /** The middle of a new pixel, to the right in the old picture. */
    long u(int newX, int newY) {
        return x + newX * ux + newY * vx;
    }

    /** The middle of a new pixel, downwards in the old picture. */
    long v(int newX, int newY) {
        return y + newX * uy + newY * vy;
    }

    /** How far a coordinate lies beyond the middle of its old pixel, in 256ths. */
    static int share(long coordinate) {
        return (int) (coordinate >> BITS - 8) & 0xFF;
    }

    private static long fixed(double value) {
        return Math.round(value * ONE);
    }
}
