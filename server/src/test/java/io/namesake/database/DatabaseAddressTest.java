package io.namesake.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @Test
    void an_address_as_postgresqls_own_tools_write_it_is_understood() {
        assertThat(DatabaseAddress.parse("postgresql://ada:p%40ss%2Bword@db.example:5433/lines?sslmode=verify-full"))
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://db.example:5433/lines?sslmode=verify-full", "ada", "p@ss+word"));
        assertThat(DatabaseAddress.parse("postgres://db.example/lines"))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db.example/lines", null, null));
        assertThat(DatabaseAddress.parse("postgresql://ada@db.example/lines").user())
                .isEqualTo("ada");
    }

    @Test
    void an_address_of_jdbc_is_taken_as_it_is() {
        var address = "jdbc:postgresql://db.example/lines?user=ada";
        assertThat(DatabaseAddress.parse(address)).isEqualTo(new DatabaseAddress(address, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mysql://ada:secret@db/lines", "postgresql://ada:sec ret@db/lines", "postgresql:///lines?secret"
            })
    void a_wrong_address_is_refused_without_repeating_what_may_be_a_password(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseAddress.parse(address))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .contains("NAMESAKE_DATABASE_URL")
                        .doesNotContain("sec"));
    }
}
