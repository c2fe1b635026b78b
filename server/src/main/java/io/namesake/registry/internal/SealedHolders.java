package io.namesake.registry.internal;

import io.namesake.crypto.Resealable;
import io.namesake.crypto.SealedColumn;
import io.namesake.crypto.Vault;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the registry seals outlives the keys that seal it, so it moves on to the next key. */
@Configuration(proxyBeanMethods = false)
class SealedHolders {

    @Bean
    Resealable sealedHolderDetails(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(jdbc, vault, "holder", "sealed_details", HolderTable::placeOf);
    }

    @Bean
    Resealable sealedLineUserLabels(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(jdbc, vault, "line_user", "sealed_label", LineUserTable::placeOf);
    }

    @Bean
    Resealable sealedSimChanges(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(jdbc, vault, "sim_change", "sealed_value", SimChangeTable::placeOf);
    }

    @Bean
    Resealable sealedEquipment(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(jdbc, vault, "line_equipment", "sealed_value", EquipmentTable::placeOf);
    }

    @Bean
    Resealable sealedIndexSources(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(
                jdbc,
                vault,
                "holder_index",
                "sealed_source",
                List.of("value"),
                bound -> IndexSources.place(bound.getFirst()));
    }
}
