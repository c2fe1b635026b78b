package io.namesake.reading.internal;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom this deployment believes.
 *
 * @param trust the file that {@code namesake trust import} fills; null for {@code trust.json} in the data folder, if it is there
 * @param revocations lists of revoked certificates, each a file
 * @param relaxed whether what is known of documents that were really issued is let pass; the evidence names it
 * @param specimens whether specimens count as if they were documents; for demonstrations only
 */
@ConfigurationProperties("namesake.documents")
record ReadingSettings(
        @Nullable Path trust,
        @DefaultValue({}) List<Path> revocations,
        @DefaultValue("false") boolean relaxed,
        @DefaultValue("false") boolean specimens) {}
