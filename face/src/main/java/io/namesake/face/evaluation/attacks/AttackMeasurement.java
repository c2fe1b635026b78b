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
    /** By picture, of those who may wear something; empty where no face is found. Each would else be looked at for every picture that attacks are made from. */
    private final Map<String, Optional<LivePicture.Look>> looks = new ConcurrentHashMap<>();

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
        return trial(
                set.images().read(picture),
                presented(set.name(), Optional.empty(), EvaluationOptions.folderOf(picture)),
                Optional.empty());
    }

    /**
     * Measures a picture of an attack, and compares it with a living person's.
     *
     * @param target a picture of the person whom it shows, if there is any
     * @throws IOException when one cannot be read
     */
    Optional<AttackTrial> attack(AttackSet set, String picture, Optional<byte[]> target) throws IOException {
        AttackTrial presented = presented(set.name(), Optional.of(set.name()), EvaluationOptions.folderOf(picture));
        byte[] file = set.images().read(picture);
        try (Template person = target.flatMap(this::locate).map(this::embed).orElse(null)) {
            return trial(file, presented, Optional.ofNullable(person));
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
        try (Template target = embed(seen.get().face())) {
            for (MadeAttack attack : attacks) {
                AttackTrial presented =
                        presented(set.name(), Optional.of(attack.species()), EvaluationOptions.folderOf(picture));
                boolean held = attack.instrument() == MadeAttack.Instrument.HELD;
                Random random = random(picture, attack.ordinal());
                byte[] made = jpeg(attack.from(live, random), random);
                trial(made, presented, held ? Optional.of(target) : Optional.empty())
                        .ifPresent(trials::add);
                if (!held && wearer.isPresent()) {
                    Random again = random(picture, attack.ordinal());
                    byte[] worn = jpeg(attack.from(live, wearer.get().picture(), again), again);
                    trial(worn, presented.wornBy(wearer.get().person()), Optional.of(target))
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
                        trial(other, presented(set.name() + OTHER_CAMERA, Optional.empty(), person), Optional.empty()),
                        trial(
                                anyCamera,
                                presented(set.name() + RANDOMISED_CAMERA, Optional.empty(), person),
                                Optional.empty()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Everything that is known of it before it is looked at. */
    private static AttackTrial presented(String set, Optional<String> species, String person) {
        return new AttackTrial(set, species, person, List.of());
    }

    private record Seen(LocatedFace face, LivePicture picture) {}

    private record Wearer(String person, LivePicture picture) {}

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
        LivePicture.Look look = live.look();
        double least = Double.POSITIVE_INFINITY;
        String likest = null;
        for (String other : others.subList(0, Math.min(CHOICE_OF_WEARERS, others.size()))) {
            double unlike = look(set, other).map(look::unlike).orElse(Double.POSITIVE_INFINITY);
            if (unlike < least) {
                least = unlike;
                likest = other;
            }
        }
        if (likest == null) {
            return Optional.empty();
        }
        String wearer = EvaluationOptions.folderOf(likest);
        return see(set.images().read(likest)).map(seen -> new Wearer(wearer, seen.picture()));
    }

    private Optional<LivePicture.Look> look(AttackSet set, String picture) throws IOException {
        Optional<LivePicture.Look> known = looks.get(picture);
        if (known == null) {
            known = see(set.images().read(picture)).map(seen -> seen.picture().look());
            looks.put(picture, known);
        }
        return known;
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

    private Optional<AttackTrial> trial(byte[] file, AttackTrial presented, Optional<Template> target) {
        Optional<AttackTrial> trial = locate(file)
                .flatMap(face -> pipeline.attackMeasures(face)
                        .map(measures -> presented.measured(target.map(person -> matches(person, face)), measures)));
        unusable.merge(presented.group(), trial.isEmpty() ? 1 : 0, Integer::sum);
        return trial;
    }

    private boolean matches(Template target, LocatedFace face) {
        try (Template presented = embed(face)) {
            return pipeline.matcher().similarity(target, presented) >= threshold;
        }
    }

    private Template embed(LocatedFace face) {
        return pipeline.embed(face, new Stopwatch());
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
