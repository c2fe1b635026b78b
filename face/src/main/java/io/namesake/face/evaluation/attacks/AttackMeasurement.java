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
import io.namesake.face.engine.network.Template;
import io.namesake.face.evaluation.EvaluationOptions;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Measures pictures, and attacks made from them, and says which attacks the comparison takes for the person whom they show. The face nearest the centre
 * counts; what has no usable face yields no trial and is counted apart.
 */
final class AttackMeasurement {
    /** The name of living people's pictures made over as another camera's. */
    static final String OTHER_CAMERA = "-other-camera";
    /** The same under light and by cameras that are drawn at random, which set no threshold. */
    static final String RANDOMISED_CAMERA = "-randomised-camera";

    /** Among so many people whoever looks most like the person shown wears what is worn. */
    static final int CHOICE_OF_WEARERS = 16;

    private final FacePipeline pipeline;
    private final double threshold;
    private final long seed;
    private final Map<String, Integer> unusable = new ConcurrentHashMap<>();

    /**
     * @param threshold the similarity from which two pictures match
     * @param seed of what is made, so that a run can be repeated exactly
     */
    AttackMeasurement(FacePipeline pipeline, double threshold, long seed) {
        this.pipeline = pipeline;
        this.threshold = threshold;
        this.seed = seed;
    }

    /**
     * Measures a picture of a living person.
     *
     * @throws IOException when it cannot be read
     */
    Optional<AttackTrial> living(AttackSet set, String picture) throws IOException {
        Presented presented = Presented.living(set.name(), EvaluationOptions.folderOf(picture));
        return trial(set.images().read(picture), presented, Optional.empty());
    }

    /**
     * Measures a picture of an attack, and compares it with a living person's.
     *
     * @param target a picture of the person whom it shows, if there is any
     * @throws IOException when one cannot be read
     */
    Optional<AttackTrial> attack(AttackSet set, String picture, Optional<byte[]> target) throws IOException {
        Presented presented = new Presented(
                set.name(), Optional.of(set.name()), EvaluationOptions.folderOf(picture), Optional.empty());
        byte[] file = set.images().read(picture);
        try (Target person = new Target(target.flatMap(this::locate))) {
            return trial(file, presented, person.template());
        }
    }

    /**
     * Makes attacks from a living person's picture, and the same picture by another camera, and measures them. Whatever hides who presents it is compared
     * with the very picture that it was made of, as when a stolen document's portrait is printed. What is worn is worn twice: by the person shown, whose skin
     * goes with it best, and by somebody who looks like them, who would have a reason to.
     *
     * @param people pictures of those who may wear it
     * @throws IOException when one cannot be read
     */
    List<AttackTrial> make(AttackSet set, String picture, List<MadeAttack> attacks, List<String> people)
            throws IOException {
        Optional<Seen> seen = see(set.images().read(picture));
        if (seen.isEmpty()) {
            return List.of();
        }
        LivePicture live = seen.get().picture();
        List<AttackTrial> trials = new ArrayList<>(byOtherCameras(set, picture, live));
        Optional<Wearer> wearer = wearer(set, picture, live, people);
        try (Target target = new Target(seen.map(Seen::face))) {
            for (MadeAttack attack : attacks) {
                Presented presented = new Presented(
                        set.name(),
                        Optional.of(attack.species()),
                        EvaluationOptions.folderOf(picture),
                        Optional.empty());
                boolean held = attack.instrument() == MadeAttack.Instrument.HELD;
                Random random = random(picture, attack.ordinal());
                byte[] made = jpeg(attack.from(live, random), random);
                trial(made, presented, held ? target.template() : Optional.empty())
                        .ifPresent(trials::add);
                if (!held && wearer.isPresent()) {
                    Random again = random(picture, attack.ordinal());
                    byte[] worn = jpeg(attack.from(live, wearer.get().picture(), again), again);
                    trial(worn, presented.by(wearer.get().person()), target.template())
                            .ifPresent(trials::add);
                }
            }
        }
        return trials;
    }

    private List<AttackTrial> byOtherCameras(AttackSet set, String picture, LivePicture live) throws IOException {
        String person = EvaluationOptions.folderOf(picture);
        Random camera = random(picture, -1);
        byte[] other = jpeg(OrdinaryCamera.picture(live.image(), live.face(), camera), camera);
        Random any = random(picture, -2);
        byte[] anyCamera = jpeg(RandomisedCamera.picture(live.image(), live.face(), any), any);
        return Stream.of(
                        trial(other, Presented.living(set.name() + OTHER_CAMERA, person), Optional.empty()),
                        trial(anyCamera, Presented.living(set.name() + RANDOMISED_CAMERA, person), Optional.empty()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Everything that is known of a presentation before it is looked at. */
    private record Presented(String set, Optional<String> species, String person, Optional<String> wearer) {
        static Presented living(String set, String person) {
            return new Presented(set, Optional.empty(), person, Optional.empty());
        }

        Presented by(String other) {
            return new Presented(set, species, person, Optional.of(other));
        }

        AttackTrial trial(Optional<Boolean> matches, List<Double> measures) {
            return new AttackTrial(set, species, person, wearer, matches, measures);
        }

        String group() {
            return trial(Optional.empty(), List.of()).group();
        }
    }

    private record Seen(LocatedFace face, LivePicture picture) {}

    private record Wearer(String person, LivePicture picture) {}

    /** Whom an attack wants to be taken for; nobody where there is no face to compare with. */
    private final class Target implements AutoCloseable {
        private final Optional<Template> template;

        Target(Optional<LocatedFace> face) {
            template = face.map(located -> pipeline.embed(located, new Stopwatch()));
        }

        Optional<Template> template() {
            return template;
        }

        @Override
        public void close() {
            template.ifPresent(Template::close);
        }
    }

    private Optional<Seen> see(byte[] file) {
        return locate(file)
                .flatMap(face -> decode(file)
                        .map(image -> new Seen(
                                face,
                                new LivePicture(image, box(face.report().box(), image), landmarks(face, image)))));
    }

    /** Empty where nobody else is in the pictures. */
    private Optional<Wearer> wearer(AttackSet set, String picture, LivePicture live, List<String> people)
            throws IOException {
        String person = EvaluationOptions.folderOf(picture);
        List<String> others = people.stream()
                .filter(other -> !EvaluationOptions.folderOf(other).equals(person))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(others, random(picture, -3));
        List<Wearer> choice = new ArrayList<>();
        for (String other : others.subList(0, Math.min(CHOICE_OF_WEARERS, others.size()))) {
            see(set.images().read(other))
                    .map(seen -> new Wearer(EvaluationOptions.folderOf(other), seen.picture()))
                    .ifPresent(choice::add);
        }
        return choice.stream().min(Comparator.comparingDouble(one -> live.unlike(one.picture())));
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

    private Optional<AttackTrial> trial(byte[] file, Presented presented, Optional<Template> target) {
        Optional<AttackTrial> trial = locate(file)
                .flatMap(face -> pipeline.attackMeasures(face)
                        .map(measures -> presented.trial(target.map(person -> matches(person, face)), measures)));
        unusable.merge(presented.group(), trial.isEmpty() ? 1 : 0, Integer::sum);
        return trial;
    }

    private boolean matches(Template target, LocatedFace face) {
        try (Template presented = pipeline.embed(face, new Stopwatch())) {
            return pipeline.matcher().similarity(target, presented) >= threshold;
        }
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
