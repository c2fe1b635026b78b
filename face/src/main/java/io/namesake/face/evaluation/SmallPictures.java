package io.namesake.face.evaluation;

import io.namesake.face.ImageLimits;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.engine.decode.PictureDecoder;
import io.namesake.face.engine.explain.SmallPicture;
import java.io.IOException;

/**
 * Draws the pictures of an evaluation anew for a page about it: upright, at most {@value #LONGEST_SIDE} pixels long, as PNG. The files
 * themselves would make a page of hundreds of megabytes, and would tell where and when a photo was taken.
 */
public final class SmallPictures implements ImageSource {
    private static final int LONGEST_SIDE = 480;

    private final ImageSource originals;
    private final PictureDecoder decoder;

    /**
     * @param originals where the pictures are read
     * @param limits how large they may be
     */
    public SmallPictures(ImageSource originals, ImageLimits limits) {
        this.originals = originals;
        this.decoder = new PictureDecoder(limits);
    }

    @Override
    public byte[] read(String name) throws IOException {
        try {
            return SmallPicture.png(decoder.decode(originals.read(name)), LONGEST_SIDE);
        } catch (UnusablePicture unusable) {
            throw new IOException(name + " can't be drawn: " + unusable.reason().code(), unusable);
        }
    }
}
