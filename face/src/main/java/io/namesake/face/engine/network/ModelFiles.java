package io.namesake.face.engine.network;

import io.namesake.face.AttackFusion;
import io.namesake.face.Calibration;
import io.namesake.face.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Where the models are read from: an operator's folder, or the resources of namesake-models. */
final class ModelFiles {
    private static final String ATTACKS = "attacks.json";
    private static final String CALIBRATION = "calibration.json";
    private static final String RESOURCES = "/io/namesake/models/";

    private final Optional<Path> directory;

    ModelFiles(Optional<Path> directory) {
        this.directory = directory;
    }

    Descriptor descriptor() {
        return Descriptor.parse(read(Descriptor.FILE));
    }

    /** @throws ModelException when there is none or it makes no sense */
    Calibration calibration() {
        return Calibration.parse(read(CALIBRATION), CALIBRATION);
    }

    /**
     * Empty when there is none beside the models.
     *
     * @throws ModelException when it makes no sense
     */
    Optional<AttackFusion> attackFusion() {
        boolean there = directory
                .map(folder -> Files.exists(folder.resolve(ATTACKS)))
                .orElse(ModelFiles.class.getResource(RESOURCES + ATTACKS) != null);
        if (!there) {
            return Optional.empty();
        }
        return Optional.of(AttackFusion.parse(read(ATTACKS), ATTACKS));
    }

    /** @throws ModelException when the file is missing or is not the one that was meant */
    byte[] read(Descriptor.Network network) {
        byte[] bytes = read(network.file());
        String sha256 = sha256(bytes);
        if (!sha256.equalsIgnoreCase(network.sha256())) {
            throw new ModelException(
                    network.file() + " has the SHA-256 " + sha256 + ", but the descriptor says " + network.sha256());
        }
        return bytes;
    }

    private byte[] read(String name) {
        if (name.contains("/") || name.contains("\\") || name.contains("..")) {
            throw new ModelException("a model's file must lie beside the descriptor, unlike " + name);
        }
        try {
            if (directory.isPresent()) {
                return Files.readAllBytes(directory.get().resolve(name));
            }
            try (InputStream resource = ModelFiles.class.getResourceAsStream(RESOURCES + name)) {
                if (resource == null) {
                    throw new ModelException(name + " is not on the class path; namesake-models is missing");
                }
                return resource.readAllBytes();
            }
        } catch (IOException unreadable) {
            throw new ModelException(name + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
