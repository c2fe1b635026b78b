package io.namesake.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL address in the two spellings people have at hand: JDBC's, and libpq's connection URI
 * (PostgreSQL documentation, section 34.1.1.2).
 */
record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    static DatabaseAddress parse(String address) {
        if (address.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(address, null, null);
        }
        // The message never repeats the address: it may hold a password.
        if (!address.startsWith("postgresql://") && !address.startsWith("postgres://")) {
            throw new IllegalArgumentException(
                    "NAMESAKE_DATABASE_URL begins neither with postgresql:// nor jdbc:postgresql:");
        }
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "NAMESAKE_DATABASE_URL is not a URI; special characters need percent-encoding");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("NAMESAKE_DATABASE_URL names no host");
        }
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var jdbcUrl = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
        var userInfo = uri.getRawUserInfo();
        if (userInfo == null) {
            return new DatabaseAddress(jdbcUrl, null, null);
        }
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? new DatabaseAddress(jdbcUrl, decode(userInfo), null)
                : new DatabaseAddress(
                        jdbcUrl, decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1)));
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
