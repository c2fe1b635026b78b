package io.namesake.document.specimen.card;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.print.page.Jpeg;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.PageDecoder;
import io.namesake.document.print.page.Quad;
import java.util.random.RandomGenerator;

/** How another person's portrait comes into a document. */
public enum PortraitSwap {
    /** It does not. */
    UNTOUCHED {
        @Override
        public byte[] take(Page page, Quad portrait, Capture how, RandomGenerator random) {
            return how.take(page, random);
        }
    },
    /** Pasted into the photo, which is saved again in another quality. */
    PASTED {
        @Override
        public byte[] take(Page page, Quad portrait, Capture how, RandomGenerator random) {
            return pasted(page, portrait, how, 0, random);
        }
    },
    /** The same by somebody who gives it the photo's noise. */
    PASTED_WITH_NOISE {
        @Override
        public byte[] take(Page page, Quad portrait, Capture how, RandomGenerator random) {
            return pasted(page, portrait, how, how.noise(), random);
        }
    },
    /** A print of it glued on the page, which is then photographed. */
    GLUED {
        @Override
        public byte[] take(Page page, Quad portrait, Capture how, RandomGenerator random) {
            Page picture = Page.of(DrawnPortrait.draw(random));
            return how.take(GluedPicture.on(page, picture, portrait, random), random);
        }
    };

    /** Qualities in which edited pictures are saved: from what messengers make of them to the best that editors offer. */
    private static final double[] SAVED = {0.72, 0.97};

    /**
     * A photo as a JPEG file.
     *
     * @param page the document's side with the portrait
     * @param portrait where on it that is
     */
    public abstract byte[] take(Page page, Quad portrait, Capture how, RandomGenerator random);

    private static byte[] pasted(Page page, Quad portrait, Capture how, double noise, RandomGenerator random) {
        Page photo = decoded(how.take(page, random));
        Page picture = decoded(Jpeg.write(Page.of(DrawnPortrait.draw(random)), between(0.6, 0.95, random)));
        // A little larger, to cover all of the other one.
        Quad place = how.place(page, portrait.scaled(1.01, 1.01));
        PastedPicture.into(photo, picture, place, noise, random);
        return Jpeg.write(photo, between(SAVED[0], SAVED[1], random));
    }

    private static Page decoded(byte[] file) {
        try {
            return PageDecoder.decode(file);
        } catch (DocumentUnreadable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static double between(double from, double to, RandomGenerator random) {
        return from + (to - from) * random.nextDouble();
    }
}
