package io.namesake.document.trust;

import io.namesake.document.DocumentUnreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateEncodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A trust store as one JSON file, which an operator can read, compare and keep under version control. */
public final class TrustFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;

    public TrustFile(Path file) {
        this.file = file;
    }

    /** The file's shape. The words are for readers; only the certificate counts. */
    private record Entry(
            String country, String subject, String sha256, String source, LocalDate since, String certificate) {}

    private record Content(List<Entry> authorities) {}

    /** What is trusted; nobody when there is no file. @throws DocumentUnreadable when the file is none of ours */
    public TrustStore read() throws IOException, DocumentUnreadable {
        if (!Files.exists(file)) {
            return TrustStore.empty();
        }
        try {
            Content content = JSON.readValue(Files.readAllBytes(file), Content.class);
            List<TrustedAuthority> authorities = new ArrayList<>();
            for (Entry entry : content.authorities()) {
                authorities.add(new TrustedAuthority(
                        Certificates.certificate(Base64.getDecoder().decode(entry.certificate())),
                        entry.source(),
                        entry.since()));
            }
            return TrustStore.of(authorities);
        } catch (RuntimeException malformed) {
            throw new DocumentUnreadable("the trust store " + file + " is damaged");
        }
    }

    /** Puts the file in place whole or not at all. */
    public void write(TrustStore store) throws IOException {
        Content content =
                new Content(store.authorities().stream().map(TrustFile::entry).toList());
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "trust", ".json");
        Files.write(fresh, JSON.writeValueAsBytes(content));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Entry entry(TrustedAuthority authority) {
        try {
            return new Entry(
                    authority.country(),
                    authority.certificate().getSubjectX500Principal().getName(),
                    authority.sha256(),
                    authority.source(),
                    authority.since(),
                    Base64.getEncoder().encodeToString(authority.certificate().getEncoded()));
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
