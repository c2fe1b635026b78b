package io.namesake.face.evaluation.attacks;

import io.namesake.face.FaceBox;
import io.namesake.face.Role;
import io.namesake.face.engine.FacePipeline;
import io.namesake.face.engine.FaceSelection;
import io.namesake.face.engine.LocatedFace;
import io.namesake.face.engine.Stopwatch;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import io.namesake.face.evaluation.EvaluationOptions;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Measures pictures, and attacks made from them. The face nearest the centre counts; what has no usable face yields no trial and is
 * counted apart.
 */
final class AttackMeasurement {
    /** The name of living people's pictures made over as another camera's. */
    static final String OTHER_CAMERA = "-other-camera";
    /** The same under light and by cameras that are drawn at random, which set no threshold. */
    static final String RANDOMISED_CAMERA = "-randomised-camera";

    private final FacePipeline pipeline;
    private final long seed;
    private final Map<String, Integer> unusable = new ConcurrentHashMap<>();

    /** @param seed of what is made, so that a run can be repeated exactly */
    AttackMeasurement(FacePipeline pipeline, long seed) {
        this.pipeline = pipeline;
        this.seed = seed;
    }

    /**
     * Measures one picture.
     *
     * @throws IOException when it cannot be read
     */
    Optional<AttackTrial> measure(AttackSet set, String picture) throws IOException {
        return trial(
                set.images().read(picture),
                set.name(),
                set.living() ? Optional.empty() : Optional.of(set.name()),
                EvaluationOptions.folderOf(picture));
    }

    /**
     * Makes attacks from a living person's picture, and the same picture by another camera, and measures them.
     *
     * @throws IOException when it cannot be read
     */
    List<AttackTrial> make(AttackSet set, String picture, List<MadeAttack> attacks) throws IOException {
        byte[] file = set.images().read(picture);
        Optional<LocatedFace> face = locate(file);
        Optional<BufferedImage> decoded = face.isEmpty() ? Optional.empty() : decode(file);
        List<AttackTrial> trials = new ArrayList<>();
        if (decoded.isEmpty()) {
            return trials;
        }
        BufferedImage image = decoded.get();
        Rectangle2D box = box(face.get().report().box(), image);
        Landmarks landmarks = landmarks(face.get(), image);
        String person = EvaluationOptions.folderOf(picture);
        Random camera = random(picture, -1);
        byte[] other = jpeg(OrdinaryCamera.picture(image, box, camera), camera);
        trial(other, set.name() + OTHER_CAMERA, Optional.empty(), person).ifPresent(trials::add);
        Random any = random(picture, -2);
        byte[] anyCamera = jpeg(RandomisedCamera.picture(image, box, any), any);
        trial(anyCamera, set.name() + RANDOMISED_CAMERA, Optional.empty(), person)
                .ifPresent(trials::add);
        for (MadeAttack attack : attacks) {
            Random random = random(picture, attack.ordinal());
            byte[] made = jpeg(attack.from(image, box, landmarks, random), random);
            trial(made, set.name(), Optional.of(attack.species()), person).ifPresent(trials::add);
        }
        return trials;
    }

    /** By data set or species, of what was measured or made: presentations in which no usable face was found. */
    Map<String, Integer> unusable() {
        return unusable;
    }

    /** Empty for what Java can't decode: damaged or of another kind, it must not end a run over thousands of others. */
    private static Optional<BufferedImage> decode(byte[] file) {
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Random random(String picture, int kind) {
        return new Random(seed + 31L * picture.hashCode() + kind);
    }

    private Optional<AttackTrial> trial(byte[] file, String set, Optional<String> species, String person) {
        Optional<AttackTrial> trial = locate(file)
                .flatMap(pipeline::attackMeasures)
                .map(measures -> new AttackTrial(set, species, person, measures));
        unusable.merge(species.orElse(set), trial.isEmpty() ? 1 : 0, Integer::sum);
        return trial;
    }

    private Optional<LocatedFace> locate(byte[] file) {
        try {
            return Optional.of(pipeline.locate(file, Role.DOCUMENT, FaceSelection.NEAREST_CENTRE, new Stopwatch()));
        } catch (UnusablePicture unusable) {
            return Optional.empty();
        }
    }

    /** In the pixels of the file, of which the picture that was looked at may be a reduced one. */
    private static Landmarks landmarks(LocatedFace face, BufferedImage image) {
        double scale = (double) image.getWidth() / face.picture().width();
        return new Landmarks(face.landmarks().points().stream()
                .map(point -> new Point(scale * point.x(), scale * point.y()))
                .toList());
    }

    private static Rectangle2D box(FaceBox box, BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return new Rectangle2D.Double(box.x() * width, box.y() * height, box.width() * width, box.height() * height);
    }

    /** As cameras do, more or less strongly compressed. */
    private static byte[] jpeg(BufferedImage image, RandomGenerator random) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam quality = writer.getDefaultWriteParam();
        quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        quality.setCompressionQuality((float) (0.7 + 0.25 * random.nextDouble()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
