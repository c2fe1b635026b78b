package io.namesake.document.specimen.wallet;

import com.authlete.cbor.CBORByteArray;
import com.authlete.cbor.CBORInteger;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORLong;
import com.authlete.cbor.CBORPair;
import com.authlete.cbor.CBORPairList;
import com.authlete.cbor.CBORString;
import com.authlete.cbor.CBORTaggedItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** A status list of credentials of nowhere, published as a JWT or a CWT (draft-ietf-oauth-status-list-21, 4 and 5). */
public final class SpecimenStatusList {
    public static final int VALID = 0;
    public static final int INVALID = 1;
    public static final int SUSPENDED = 2;

    private static final int SIGN1 = 18;
    private static final int ALGORITHM = 1;
    private static final int ES256 = -7;
    private static final int TYPE = 16;

    private final String uri;
    private final int bits;
    private final byte[] statuses;

    /**
     * One on which everything is valid.
     *
     * @param uri where it is published
     * @param bits of each status: 1, 2, 4 or 8
     * @param size how many statuses, a multiple of 8
     */
    public SpecimenStatusList(String uri, int bits, int size) {
        this.uri = uri;
        this.bits = bits;
        this.statuses = new byte[size * bits / Byte.SIZE];
    }

    /** The place of a credential. */
    public SpecimenStatus place(int index) {
        return new SpecimenStatus(uri, index);
    }

    /** @param status less than 2^bits */
    public SpecimenStatusList set(int index, int status) {
        int shift = index % (Byte.SIZE / bits) * bits;
        int at = index / (Byte.SIZE / bits);
        int mask = (1 << bits) - 1 << shift;
        statuses[at] = (byte) (statuses[at] & ~mask | status << shift);
        return this;
    }

    /** When a list was signed, when it ends, and how long nobody needs to ask again. */
    public record Life(Instant issued, Instant expires, Duration timeToLive) {

        /** One that was signed a minute ago and lives a day. */
        public static Life around(Instant now) {
            return new Life(now.minusSeconds(60), now.plus(Duration.ofDays(1)), Duration.ofMinutes(10));
        }
    }

    /** {@code statuslist+jwt}. */
    public String jwt(SpecimenIssuer issuer, Life life) {
        return issuer.sign(claims(life), "statuslist+jwt");
    }

    /** The claims of the same, for whoever signs something else. */
    public Map<String, Object> claims(Life life) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", uri);
        claims.put("iat", life.issued().getEpochSecond());
        claims.put("exp", life.expires().getEpochSecond());
        claims.put("ttl", life.timeToLive().toSeconds());
        claims.put(
                "status_list",
                Map.of(
                        "bits",
                        bits,
                        "lst",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(packed())));
        return claims;
    }

    /** {@code statuslist+cwt}. */
    public byte[] cwt(SpecimenIssuer issuer, Life life, SecureRandom random) {
        return signed(payload(life), issuer, random);
    }

    /** The claims of the same, encoded. */
    public byte[] payload(Life life) {
        return numbered(
                        2, new CBORString(uri),
                        6, new CBORLong(life.issued().getEpochSecond()),
                        4, new CBORLong(life.expires().getEpochSecond()),
                        65_534, new CBORLong(life.timeToLive().toSeconds()),
                        65_533, SpecimenCbor.map("bits", new CBORInteger(bits), "lst", new CBORByteArray(packed())))
                .encode();
    }

    /** A {@code statuslist+cwt} of any bytes. */
    public static byte[] signed(byte[] payload, SpecimenIssuer issuer, SecureRandom random) {
        byte[] header = numbered(ALGORITHM, new CBORInteger(ES256), TYPE, new CBORString("application/statuslist+cwt"))
                .encode();
        return new CBORTaggedItem(SIGN1, SpecimenCbor.signed(header, payload, issuer, random)).encode();
    }

    private static CBORItem numbered(Object... entries) {
        List<CBORPair> pairs = new ArrayList<>();
        for (int i = 0; i < entries.length; i += 2) {
            pairs.add(new CBORPair(new CBORInteger((Integer) entries[i]), (CBORItem) entries[i + 1]));
        }
        return new CBORPairList(pairs);
    }

    private byte[] packed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(statuses);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }
}
