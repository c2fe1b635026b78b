package io.namesake.access.signin;

import io.namesake.crypto.Resealable;
import io.namesake.crypto.SealedColumn;
import io.namesake.crypto.Vault;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After a rotation of the vault's key, the secrets of devices are sealed again. */
@Configuration(proxyBeanMethods = false)
class SignInSealing {

    @Bean
    Resealable staffDevices(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(
                jdbc,
                vault,
                "staff_account",
                "sealed_totp",
                List.of("staff_id"),
                values -> AccountTable.place(UUID.fromString(values.getFirst())));
    }

    @Bean
    Resealable staffLinks(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(
                jdbc,
                vault,
                "staff_invitation",
                "sealed_totp",
                List.of("token_hash"),
                values -> InvitationTable.place(values.getFirst()));
    }
}
