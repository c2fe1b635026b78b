package io.namesake.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Pictures of people who gave them for demonstrations, out of the models' jar: two of person a, one each of b, c and d. */
public final class Pictures {
    public static final byte[] DOCUMENT_OF_A = sample("a-document.jpg");
    public static final byte[] SELFIE_OF_A = sample("a-selfie.jpg");
    public static final byte[] SELFIE_OF_D = sample("d.jpg");

    private Pictures() {}

    /** One file of the samples. */
    public static byte[] sample(String file) {
        try (var content = Pictures.class.getResourceAsStream("/io/namesake/models/samples/" + file)) {
            return Objects.requireNonNull(content, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
