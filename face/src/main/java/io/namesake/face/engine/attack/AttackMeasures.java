package io.namesake.face.engine.attack;

import io.namesake.face.AttackSignal;
import io.namesake.face.engine.align.Box;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.decode.Picture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The numbers behind the signals; the first of each signal is its value. */
public final class AttackMeasures {
    private static final double MOST_LOG_ODDS = 8;
    private static final int WIDEST_FACE = 128;

    /** Numbers that a presentation-attack network's stages say: the mean of each channel. */
    public static final int STAGES = 320;
    /** The same with the layer behind them, from which it tells its classes. */
    public static final int LAYERS = 448;
    /** Begins the names of that layer's measures. */
    public static final String LAST_LAYER = "last";
    /** Begins the names of what the last stage sees from nearer. */
    public static final String NEAR_LATE = "near-late";

    /** All of them, in the order in which {@link #of} gives them. */
    public static final List<Name> NAMES = names();

    private AttackMeasures() {}

    /**
     * @param signal what it belongs to
     * @param measure stable and unique
     */
    public record Name(AttackSignal signal, String measure) {}

    /**
     * @param face tight around the face, in the picture's pixels
     * @param landmarks of the face, in the picture's pixels
     * @param aligned the face, cut out by {@link io.namesake.face.engine.align.Alignment#ARCFACE_112}
     * @param network what the network saw
     * @param last signals after this one are not looked at, which spares their time
     * @return one number per {@link #NAMES}, as far as that signal
     */
    public static List<Double> of(
            Picture picture, Box face, Landmarks landmarks, Picture aligned, NetworkLooks network, AttackSignal last) {
        Patches own = Patches.of(picture, face);
        Patches scaled = own.atMost(WIDEST_FACE, picture, face);
        List<Double> texture = Texture.of(aligned);
        Light light = new Light(aligned);
        List<Double> values = new ArrayList<>(NAMES.size());
        values.add(logOdds(network.alone().liveScore()));
        values.add(own.peak());
        values.add(scaled.fineDetail());
        values.add(scaled.middleDetail());
        values.add(scaled.noise());
        values.add(texture.getLast());
        values.addAll(texture.subList(0, Texture.BINS - 1));
        values.add(light.colourfulness());
        values.add(light.colourSpread());
        values.add(light.contrast());
        values.add(light.blackLevel());
        values.add(light.highlights());
        values.add(Borders.strength(picture, face));
        if (last.compareTo(AttackSignal.FRAME) >= 0) {
            values.addAll(new Frame(picture, face).strengths());
        }
        if (last.compareTo(AttackSignal.SEAM) >= 0) {
            addSkin(picture, landmarks, values);
        }
        if (last.compareTo(AttackSignal.NETWORK_LAYERS) >= 0) {
            addLayers(network.layers(), LAYERS, values);
            addLayers(network.near(), STAGES, values);
        }
        return List.copyOf(values);
    }

    private static void addSkin(Picture picture, Landmarks landmarks, List<Double> values) {
        FaceCrop crop = FaceCrop.of(picture, landmarks);
        Skin skin = Skin.of(crop.picture());
        Seam seam = new Seam(crop, skin);
        values.add(seam.together());
        values.add(seam.light());
        values.add(seam.colour());
        values.add(seam.grain());
        values.addAll(new Regions(crop, skin).differences());
    }

    /** Zeros for a network that does not say, which a fit gives no weight. */
    private static void addLayers(float[] seen, int count, List<Double> values) {
        for (int i = 0; i < count; i++) {
            values.add(seen.length == 0 ? 0.0 : (double) seen[i]);
        }
    }

    /**
     * By name, as a fusion asks for them.
     *
     * @param all what {@link #of} gives
     */
    public static Map<String, Double> named(List<Double> all) {
        Map<String, Double> named = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            named.put(NAMES.get(i).measure(), all.get(i));
        }
        return named;
    }

    private static double logOdds(double score) {
        return Math.clamp(Math.log((score + 1e-12) / (1 - score + 1e-12)), -MOST_LOG_ODDS, MOST_LOG_ODDS);
    }

    private static List<Name> names() {
        List<Name> names = new ArrayList<>();
        names.add(new Name(AttackSignal.NETWORK, "network"));
        names.add(new Name(AttackSignal.PERIODIC_PATTERN, "spectral-peak"));
        names.add(new Name(AttackSignal.DETAIL, "fine-detail"));
        names.add(new Name(AttackSignal.DETAIL, "middle-detail"));
        names.add(new Name(AttackSignal.DETAIL, "noise"));
        names.add(new Name(AttackSignal.TEXTURE, "patterns-not-uniform"));
        for (int i = 0; i < Texture.BINS - 1; i++) {
            names.add(new Name(AttackSignal.TEXTURE, String.format(Locale.ROOT, "pattern-%02d", i)));
        }
        names.add(new Name(AttackSignal.COLOUR, "colourfulness"));
        names.add(new Name(AttackSignal.COLOUR, "colour-spread"));
        names.add(new Name(AttackSignal.LIGHT, "contrast"));
        names.add(new Name(AttackSignal.LIGHT, "black-level"));
        names.add(new Name(AttackSignal.LIGHT, "highlights"));
        names.add(new Name(AttackSignal.BORDER, "border"));
        for (String kind : List.of("dark-frame", "bright-frame", "frame-edge")) {
            for (int i = 1; i <= 4; i++) {
                names.add(new Name(AttackSignal.FRAME, kind + "-" + i));
            }
        }
        names.add(new Name(AttackSignal.SEAM, "seam"));
        names.add(new Name(AttackSignal.SEAM, "seam-of-light"));
        names.add(new Name(AttackSignal.SEAM, "seam-of-colour"));
        names.add(new Name(AttackSignal.SEAM, "seam-of-grain"));
        for (Regions.Pair pair : Regions.Pair.values()) {
            String regions = pair.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Regions.TRAITS.forEach(trait -> names.add(new Name(AttackSignal.REGIONS, regions + "-" + trait)));
        }
        addStages(AttackSignal.NETWORK_LAYERS, "", names);
        addNumbered(AttackSignal.NETWORK_LAYERS, LAST_LAYER, LAYERS - STAGES, names);
        addStages(AttackSignal.NETWORK_NEAR, "near-", names);
        return List.copyOf(names);
    }

    private static void addStages(AttackSignal signal, String prefix, List<Name> names) {
        addNumbered(signal, prefix + "early", 64, names);
        addNumbered(signal, prefix + "middle", 128, names);
        addNumbered(signal, prefix + "late", 128, names);
    }

    private static void addNumbered(AttackSignal signal, String name, int count, List<Name> names) {
        for (int i = 0; i < count; i++) {
            names.add(new Name(signal, String.format(Locale.ROOT, "%s-%03d", name, i)));
        }
    }
}
