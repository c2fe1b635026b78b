package io.namesake.face.evaluation;

import io.namesake.face.Role;
import io.namesake.face.engine.FacePipeline;
import io.namesake.face.engine.FaceSelection;
import io.namesake.face.engine.LocatedFace;
import io.namesake.face.engine.Stopwatch;
import io.namesake.face.engine.UnusablePicture;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The portrait protocol: of each pair, the first picture is drawn anew as a document's portrait would show it, and the second stays as it is, so
 * that an evaluation sees what the comparison is for, a portrait against a selfie. It stands in for pairs of real documents and selfies, which
 * are not to be had: what it changes is the picture, not the years that lie between a document and a selfie.
 *
 * <p>The portraits live in memory only.
 */
public final class Portraits implements ImageSource, AutoCloseable {
    /** What a portrait's name ends with. */
    public static final String MARK = "#portrait";

    private final ImageSource originals;
    private final PortraitStyle style;
    private final PortraitStorage storage;
    private final FaceSelection selection;
    private final FacePipeline pipeline;
    private final long seed;

    /**
     * @param options the models that find the face, how to choose among several and the seed of glare and noise
     * @param originals where the pictures are read
     * @param style what the portraits look like
     * @param storage how a chip keeps those of {@link PortraitStyle#JPEG2000}
     */
    public Portraits(EvaluationOptions options, ImageSource originals, PortraitStyle style, PortraitStorage storage) {
        this.originals = originals;
        this.style = style;
        this.storage = storage;
        this.selection = Enrolment.selection(options.faceChoice());
        this.pipeline = new FacePipeline(options.face());
        this.seed = options.seed();
    }

    /** The same pairs with the first picture's portrait in its place. */
    public static List<LabelledPair> first(List<LabelledPair> pairs) {
        return pairs.stream()
                .map(pair -> new LabelledPair(pair.imageA() + MARK, pair.imageB(), pair.samePerson()))
                .toList();
    }

    /** The name of the picture that a portrait is drawn of; of any other picture its own. */
    static String original(String name) {
        return name.endsWith(MARK) ? name.substring(0, name.length() - MARK.length()) : name;
    }

    /** The portrait for a name that ends with {@link #MARK}, the picture itself for others and where there is no face to draw. */
    @Override
    public byte[] read(String name) throws IOException {
        if (!name.endsWith(MARK)) {
            return originals.read(name);
        }
        byte[] original = originals.read(original(name));
        try {
            SplittableRandom random = new SplittableRandom(seed ^ name.hashCode());
            LocatedFace face = pipeline.locate(original, Role.DOCUMENT, selection, new Stopwatch());
            return PortraitFile.of(face, style, storage, random);
        } catch (UnusablePicture _) {
            return original;
        }
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
