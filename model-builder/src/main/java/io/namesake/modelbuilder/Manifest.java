package io.namesake.modelbuilder;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The committed pins.
 *
 * @param inputs SHA-256 of each file read, by its path below {@code node_modules}
 * @param outputs SHA-256 of each network written, by its file name
 */
record Manifest(Map<String, String> inputs, Map<String, String> outputs) {

    Manifest {
        inputs = Map.copyOf(inputs);
        outputs = Map.copyOf(outputs);
    }

    /** Refuses to return when {@code content} is not what was pinned for the file {@code path}. */
    void checkInput(String path, byte[] content) {
        mismatch("The file read,", path, inputs.get(path), content).ifPresent(problem -> {
            throw new PinMismatchException(problem);
        });
    }

    /** Refuses to return when any network is not what was pinned; names them all, since they tend to change together. */
    void checkOutputs(Map<String, byte[]> networks) {
        String problems = networks.entrySet().stream()
                .map(network -> mismatch(
                        "The written network", network.getKey(), outputs.get(network.getKey()), network.getValue()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        if (!problems.isEmpty()) {
            throw new PinMismatchException(problems);
        }
    }

    private static Optional<String> mismatch(String what, String name, String pinned, byte[] content) {
        String found = Sha256.of(content);
        if (found.equals(pinned)) {
            return Optional.empty();
        }
        return Optional.of("""
                %s %s is not the one pinned in manifest.json.
                  pinned SHA-256: %s
                  found SHA-256:  %s""".formatted(what, name, pinned == null ? "none" : pinned, found));
    }
}
