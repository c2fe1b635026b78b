package io.namesake.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private static final OutboundRules STRICT = new OutboundRules(new OutboundSettings(List.of()));
    private static final OutboundRules WITH_A_NETWORK =
            new OutboundRules(new OutboundSettings(List.of("10.20.0.0/16", "fd12::/16")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200", // a cloud's metadata
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16", // a cloud's own services
                "169.254.169.254", // most clouds' metadata
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192", // a cloud's metadata
                "192.168.1.1",
                "198.18.0.1",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "100::1",
                "2001:db8::1",
                "2001::1",
                "2002:7f00:1::", // 127.0.0.1 by 6to4
                "fc00::1",
                "fd00:ec2::254", // a cloud's metadata
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void no_address_of_this_machine_this_network_or_this_cloud_is_called(String address) {
        assertThat(STRICT.allows(InetAddress.ofLiteral(address), true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "9.255.255.255", "172.32.0.1", "192.169.0.1", "2606:4700::1111", "64:ff9b::1.1.1.1"})
    void a_public_address_is_called_over_tls_and_not_without(String address) {
        assertThat(STRICT.allows(InetAddress.ofLiteral(address), true)).isTrue();
        assertThat(STRICT.allows(InetAddress.ofLiteral(address), false)).isFalse();
    }

    @Test
    void a_configured_network_is_called_with_tls_and_without_and_its_neighbours_are_not() {
        for (var withTls : List.of(true, false)) {
            assertThat(WITH_A_NETWORK.allows(InetAddress.ofLiteral("10.20.255.1"), withTls))
                    .isTrue();
            assertThat(WITH_A_NETWORK.allows(InetAddress.ofLiteral("fd12:1::1"), withTls))
                    .isTrue();
            assertThat(WITH_A_NETWORK.allows(InetAddress.ofLiteral("10.21.0.1"), withTls))
                    .isFalse();
            assertThat(WITH_A_NETWORK.allows(InetAddress.ofLiteral("fd13::1"), withTls))
                    .isFalse();
        }
    }

    @Test
    void what_is_known_to_be_wrong_is_said_before_anything_is_called() {
        assertThat(STRICT.objection(URI.create("http://switch.example.net/"))).isPresent();
        assertThat(STRICT.objection(URI.create("https://10.20.0.1/"))).isPresent();
        assertThat(STRICT.objection(URI.create("https://[::1]/"))).isPresent();
        assertThat(STRICT.objection(URI.create("HTTPS://switch.example.net/"))).isEmpty();
        assertThat(WITH_A_NETWORK.objection(URI.create("http://10.20.0.1/"))).isEmpty();
        assertThat(WITH_A_NETWORK.objection(URI.create("http://1.1.1.1/"))).isPresent();
        assertThat(WITH_A_NETWORK.objection(URI.create("http://switch.example.net/")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "::/129", "localhost/8", "10.0.0.0/-1"})
    void a_network_that_cannot_be_read_stops_the_start(String network) {
        var settings = new OutboundSettings(List.of(network));
        assertThatThrownBy(() -> new OutboundRules(settings)).isInstanceOf(IllegalArgumentException.class);
    }
}
