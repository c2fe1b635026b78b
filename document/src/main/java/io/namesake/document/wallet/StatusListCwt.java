package io.namesake.document.wallet;

import com.authlete.cbor.CBORByteArray;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORPair;
import com.authlete.cbor.CBORPairList;
import com.authlete.cbor.CBORString;
import com.authlete.cbor.CBORTaggedItem;
import com.authlete.cbor.CBORValue;
import com.authlete.cose.COSEException;
import com.authlete.cose.COSESign1;
import com.authlete.cose.constants.COSEHeaderParameters;
import io.namesake.document.DocumentUnreadable;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A status list as a CWT (draft-ietf-oauth-status-list-21, 5.2 and 4.3; RFC 8392). */
record StatusListCwt(COSESign1 message, CborMap signed, CborMap unsigned) implements StatusListToken {
    /** COSE_Sign1_Tagged (RFC 9052, 2): the one form that is read, since a code (MAC) needs a key that both sides share. */
    private static final int SIGN1 = 18;
    /** {@code typ} (RFC 9596). */
    private static final long TYPE = 16;

    private static final String STATUS_LIST = "application/statuslist+cwt";
    private static final long SUBJECT = 2;
    private static final long EXPIRES = 4;
    private static final long FROM = 5;
    private static final long ISSUED = 6;
    private static final long LIST = 65_533;
    private static final long TIME_TO_LIVE = 65_534;

    static StatusListCwt read(byte[] token) throws DocumentUnreadable {
        CBORItem item = Cbor.read(token);
        if (!(item instanceof CBORTaggedItem tagged) || !Cbor.isTag(tagged, SIGN1)) {
            throw new DocumentUnreadable("this is no token of a status list");
        }
        try {
            COSESign1 message = COSESign1.build(tagged.getTagContent());
            StatusListCwt list = new StatusListCwt(
                    message,
                    header(message.getProtectedHeader().getPairs()),
                    header(message.getUnprotectedHeader().getPairs()));
            if (list.signed
                    .find(TYPE)
                    .filter(type ->
                            type instanceof CBORString text && text.getValue().equals(STATUS_LIST))
                    .isEmpty()) {
                throw new DocumentUnreadable("the token does not call itself a status list");
            }
            return list;
        } catch (COSEException | RuntimeException malformed) {
            throw new DocumentUnreadable("this is no token of a status list");
        }
    }

    private static CborMap header(List<? extends CBORPair> pairs) throws DocumentUnreadable {
        return CborMap.of(new CBORPairList(pairs == null ? List.of() : pairs), "the header of the status list's token");
    }

    @Override
    public List<byte[]> chain() throws DocumentUnreadable {
        long parameter = COSEHeaderParameters.X5CHAIN;
        Optional<CBORItem> chain = signed.find(parameter).or(() -> unsigned.find(parameter));
        return chain.isEmpty() ? List.of() : PresentedMdoc.certificates(chain.get());
    }

    @Override
    public Optional<String> keyId() {
        long parameter = COSEHeaderParameters.KID;
        return signed.find(parameter)
                .or(() -> unsigned.find(parameter))
                .filter(CBORByteArray.class::isInstance)
                .map(id -> new String(((CBORByteArray) id).getValue(), StandardCharsets.UTF_8));
    }

    @Override
    public boolean isSigned(PublicKey key) throws DocumentUnreadable {
        return CoseCheck.isSigned(
                message.getProtectedHeader(), payload(), message.getSignature().getValue(), key);
    }

    private byte[] payload() throws DocumentUnreadable {
        return Cbor.bytes(message.getPayload(), "the status list's payload");
    }

    @Override
    public Claims claims() throws DocumentUnreadable {
        CborMap claims = CborMap.of(Cbor.read(payload()), "the status list's token");
        Optional<Number> life = number(claims, TIME_TO_LIVE);
        CborMap list = CborMap.of(claims.get(LIST), "the status list");
        Optional<Number> bits = number(list, "bits");
        if (bits.isEmpty()) {
            throw new DocumentUnreadable("the token holds no status list");
        }
        return new Claims(
                claims.text(SUBJECT),
                moment(claims, ISSUED)
                        .orElseThrow(() -> new DocumentUnreadable("the status list's token lacks its time")),
                moment(claims, FROM),
                moment(claims, EXPIRES),
                life.isEmpty() ? Optional.<Duration>empty() : Optional.of(StatusListToken.timeToLive(life.get())),
                StatusBits.of(bits.get().longValue(), Cbor.bytes(list.get("lst"), "the status list")));
    }

    /** Seconds since 1970, without the tag that such a number has elsewhere (RFC 8392, 2). */
    private static Optional<Instant> moment(CborMap claims, Object key) throws DocumentUnreadable {
        Optional<Number> seconds = number(claims, key);
        if (seconds.isPresent() && !(Math.abs(seconds.get().doubleValue()) < 1e11)) {
            throw new DocumentUnreadable("a time of the status list's is none");
        }
        return seconds.map(value -> Instant.ofEpochSecond(value.longValue()));
    }

    private static Optional<Number> number(CborMap map, Object key) throws DocumentUnreadable {
        Optional<CBORItem> item = map.find(key);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        if (item.get() instanceof CBORValue<?> value && value.getValue() instanceof Number number) {
            return Optional.of(number);
        }
        throw new DocumentUnreadable("what should be a number of the status list's is none");
    }

    @Override
    public String toString() {
        return "StatusListCwt[]";
    }
}
