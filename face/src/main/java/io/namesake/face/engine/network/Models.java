package io.namesake.face.engine.network;

import io.namesake.face.AttackFusion;
import io.namesake.face.AttackSignal;
import io.namesake.face.Calibration;
import io.namesake.face.ModelException;
import io.namesake.face.engine.attack.AttackMeasures;
import io.namesake.face.engine.network.Descriptor.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The networks of one descriptor, checked and loaded. */
public final class Models implements AutoCloseable {
    private final ModelFiles files;
    private final Descriptor descriptor;
    private final List<Network> networks;

    private Models(ModelFiles files, Descriptor descriptor, List<Network> networks) {
        this.files = files;
        this.descriptor = descriptor;
        this.networks = networks;
    }

    /**
     * Loads all networks at the same time.
     *
     * @param directory a folder with a descriptor; empty for the shipped models
     * @param threads that one network uses for one picture
     * @throws ModelException when a network is missing or is not what the descriptor says
     */
    public static Models open(Optional<Path> directory, int threads) {
        ModelFiles files = new ModelFiles(directory);
        Descriptor descriptor = files.descriptor();
        expect(descriptor, Role.DETECTOR, 1, 1);
        expect(descriptor, Role.LANDMARKS, 1, 1);
        expect(descriptor, Role.EMBEDDING, 1, Integer.MAX_VALUE);
        expect(descriptor, Role.PRESENTATION_ATTACK, 0, 1);
        expect(descriptor, Role.EYES, 0, 1);
        return new Models(files, descriptor, load(descriptor, files, threads));
    }

    private static List<Network> load(Descriptor descriptor, ModelFiles files, int threads) {
        try (ExecutorService loaders =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<CompletableFuture<Network>> loading = descriptor.networks().stream()
                    .map(network -> CompletableFuture.supplyAsync(
                            () -> new Network(network, files.read(network), threads), loaders))
                    .toList();
            List<Network> loaded = new ArrayList<>();
            try {
                loading.forEach(network -> loaded.add(network.join()));
                return loaded;
            } catch (CompletionException failed) {
                loading.forEach(network -> network.thenAccept(Network::close));
                if (failed.getCause() instanceof Error error) {
                    // A missing native library or too little memory is not cured by other models.
                    throw error;
                }
                throw failed.getCause() instanceof ModelException reason
                        ? reason
                        : new ModelException("the models cannot be loaded", failed.getCause());
            }
        }
    }

    private static void expect(Descriptor descriptor, Role role, int least, int most) {
        long count = descriptor.networks().stream()
                .filter(network -> network.role() == role)
                .count();
        if (count < least || count > most) {
            throw new ModelException(Descriptor.FILE + " names " + count + " networks with the role " + role);
        }
    }

    /** Name and version. */
    public String name() {
        return descriptor.name() + "/" + descriptor.version();
    }

    public Detector detector() {
        return new Detector(all(Role.DETECTOR).getFirst());
    }

    public LandmarkFinder landmarkFinder() {
        return new LandmarkFinder(all(Role.LANDMARKS).getFirst());
    }

    /** Below this {@linkplain Embedder#clarity clarity} a face is too unclear; negative infinity for never. */
    public double leastClarity() {
        return descriptor.leastClarity() == null ? Double.NEGATIVE_INFINITY : descriptor.leastClarity();
    }

    public Embedder embedder() {
        return new Embedder(all(Role.EMBEDDING));
    }

    public Matcher matcher() {
        return new Matcher(all(Role.EMBEDDING).stream().map(Network::descriptor).toList());
    }

    /** Empty when the descriptor names no such network. */
    public Optional<LivenessScorer> livenessScorer() {
        return all(Role.PRESENTATION_ATTACK).stream().findFirst().map(LivenessScorer::new);
    }

    /** Empty when the descriptor names no such network. */
    public Optional<EyeReader> eyeReader() {
        return all(Role.EYES).stream().findFirst().map(EyeReader::new);
    }

    /**
     * How the signals of presentation attacks are fused; empty when the network stands alone.
     *
     * @throws ModelException when the fusion beside the models was fitted with another network or on measures that are not known
     */
    public Optional<AttackFusion> attackFusion() {
        Optional<LivenessScorer> network = livenessScorer();
        Optional<AttackFusion> fusion = network.flatMap(scorer -> files.attackFusion());
        fusion.ifPresent(found -> {
            List<AttackMeasures.Name> measures = found.allWeights()
                    .map(weight -> new AttackMeasures.Name(weight.signal(), weight.measure()))
                    .toList();
            LivenessScorer scorer = network.get();
            boolean asksForLayers = found.lastSignal().compareTo(AttackSignal.NETWORK_LAYERS) >= 0;
            if (!found.network().equals(scorer.networkId())
                    || !AttackMeasures.NAMES.containsAll(measures)
                    || asksForLayers && !scorer.saysWhatLayersSee()) {
                throw new ModelException("the fusion of attack signals was fitted with the network " + found.network()
                        + ", or on measures that are not known or that this network does not give");
            }
        });
        return fusion;
    }

    /**
     * Which similarity stands for which false match rate.
     *
     * @param file an operator's own; empty for the one beside the models
     * @throws ModelException when there is none, it makes no sense, or it was measured with other models
     */
    public Calibration calibration(Optional<Path> file) {
        Calibration calibration = file.map(Calibration::read).orElseGet(files::calibration);
        if (!calibration.models().equals(name())) {
            throw new ModelException("the calibration was measured with the models " + calibration.models()
                    + ", not with " + name() + "; `namesake calibrate` makes one");
        }
        return calibration;
    }

    private List<Network> all(Role role) {
        return networks.stream()
                .filter(network -> network.descriptor().role() == role)
                .toList();
    }

    @Override
    public void close() {
        networks.forEach(Network::close);
    }
}
