package io.namesake.document.support;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.Identity;
import io.namesake.document.Portrait;
import io.namesake.document.Sex;
import io.namesake.document.chip.ChipFiles;
import io.namesake.document.specimen.SpecimenAuthority;
import io.namesake.document.specimen.SpecimenAuthority.Algorithm;
import io.namesake.document.specimen.SpecimenChip;
import io.namesake.document.trust.TrustStore;
import io.namesake.document.trust.TrustedAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Documents of nowhere. */
public final class Specimens {
    public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final Identity ANNA = new Identity(
            "P",
            "UTO",
            "L898902C3",
            "ERIKSSON",
            "ANNA MARIA",
            "UTO",
            Optional.of(LocalDate.of(1974, 8, 12)),
            Sex.FEMALE,
            Optional.of(LocalDate.of(2032, 4, 15)),
            Optional.of("ZE184226B"),
            Optional.empty(),
            Optional.empty());
    /** Begins like a JPEG; no more is asked of it here. */
    public static final Portrait PORTRAIT = new Portrait(
            Portrait.Format.JPEG, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3, 4, 5, 6});

    private Specimens() {}

    public static SpecimenAuthority authority(Algorithm algorithm) {
        return SpecimenAuthority.make(algorithm, NOW, new SecureRandom());
    }

    public static TrustStore trusting(SpecimenAuthority authority) {
        return TrustStore.of(List.of(
                new TrustedAuthority(authority.certificate(), "a test", LocalDate.ofInstant(NOW, ZoneOffset.UTC))));
    }

    /** The numbers of data groups and their files; 0 is EF.SOD. */
    public static Map<Integer, byte[]> files(SpecimenAuthority authority) {
        Map<String, byte[]> made = SpecimenChip.make(authority, ANNA, PORTRAIT);
        return new TreeMap<>(Map.of(0, made.get("EF.SOD"), 1, made.get("EF.DG1"), 2, made.get("EF.DG2")));
    }

    /** The same files in a map of their own, to be changed. */
    public static Map<Integer, byte[]> copy(Map<Integer, byte[]> files) {
        return new TreeMap<>(files);
    }

    public static ChipFiles chip(Map<Integer, byte[]> files) throws DocumentUnreadable {
        Map<Integer, byte[]> groups = new TreeMap<>(files);
        return new ChipFiles(Optional.ofNullable(groups.remove(0)), groups);
    }

    /** A folder of {@code shared/data/chips}, searched from the working directory upwards; it is not on every machine. */
    public static Optional<Path> shared(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/data/chips").resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
