package io.namesake.crypto;

class LocalKeyServiceTest extends KeyServiceContract {
    private Keyset keyset;

    @Override
    KeyService service() throws Exception {
        if (keyset == null) {
            keyset = Keyset.generate(KeyKind.SEALING);
        }
        return new LocalKeyService(new Vault(keyset));
    }

    @Override
    void rotate() throws Exception {
        keyset = keyset.rotated();
    }
}
