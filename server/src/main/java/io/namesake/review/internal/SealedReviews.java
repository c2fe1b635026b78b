package io.namesake.review.internal;

import io.namesake.crypto.Resealable;
import io.namesake.crypto.SealedColumn;
import io.namesake.crypto.Vault;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits for a second person may outlive the key that sealed it, so it moves on to the next one. */
@Configuration(proxyBeanMethods = false)
class SealedReviews {

    @Bean
    Resealable sealedAttestations(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(jdbc, vault, "review_opinion", "sealed_attestation", OpinionTable::place);
    }

    @Bean
    Resealable sealedSeeds(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(
                jdbc,
                vault,
                "review_seed_evidence",
                "sealed",
                List.of("case_id", "piece"),
                bound -> SeedEvidence.place(UUID.fromString(bound.getFirst()), bound.getLast()));
    }
}
