package io.namesake.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::, 20010db800010002",
        "::ffff:203.0.113.7, 203.0.113.7"
    })
    void an_address_is_that_of_one_connection(String address, String network) {
        assertThat(ClientAddress.network(address)).isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7:51234, 203.0.113.7",
        "203.0.113.7:1, 203.0.113.7",
        "[2001:db8:1:2:3:4:5:6]:51234, 20010db800010002",
        "[2001:db8:1:2:3:4:5:6], 20010db800010002"
    })
    void the_port_of_a_connection_makes_no_other_address(String address, String network) {
        assertThat(ClientAddress.network(address)).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "_hidden7",
                "no address",
                "proxy.example",
                "proxy.example:80",
                "203.0.113.7:",
                "203.0.113.7:port",
                "203.0.113.300:80",
                "[2001:db8::7",
                "[]:80",
                "[203.0.113.7]:80:80"
            })
    void whatever_is_no_address_is_one_and_the_same(String word) {
        assertThat(ClientAddress.network(word)).isEqualTo("nowhere");
    }
}
