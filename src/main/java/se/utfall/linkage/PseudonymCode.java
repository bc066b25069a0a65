package se.utfall.linkage;

/**
 * The written form of a pseudonym (contract 3): 2 digits key version, 26 Crockford base32 characters (130 bits), 1 check character by ISO 7064 MOD 37,36
 * over the 28 before it. The check finds every single wrong character.
 */
final class PseudonymCode {
    static final int LENGTH = 29;
    private static final int CHARACTERS = 26;
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int MODULUS = 36;

    private PseudonymCode() {}

    /** @param hash at least 17 bytes, of which the first 130 bits are used */
    static String of(int keyVersion, byte[] hash) {
        StringBuilder code = new StringBuilder(LENGTH);
        code.append((char) ('0' + keyVersion / 10)).append((char) ('0' + keyVersion % 10));
        for (int i = 0; i < CHARACTERS; i++) {
            code.append(CROCKFORD.charAt(fiveBits(hash, i * 5)));
        }
        return code.append(check(code)).toString();
    }

    static boolean valid(String code) {
        return code.matches("[0-9]{2}[" + CROCKFORD + "]{26}[" + ALPHABET + "]")
                && check(code.substring(0, LENGTH - 1)) == code.charAt(LENGTH - 1);
    }

    private static int fiveBits(byte[] hash, int bit) {
        int index = bit / 8;
        int pair = ((hash[index] & 0xff) << 8) | (index + 1 < hash.length ? hash[index + 1] & 0xff : 0);
        return (pair >> (11 - bit % 8)) & 31;
    }

    /** ISO 7064 hybrid system MOD 37,36. */
    static char check(CharSequence text) {
        int product = MODULUS;
        for (int i = 0; i < text.length(); i++) {
            int sum = (product + ALPHABET.indexOf(text.charAt(i))) % MODULUS;
            product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
        }
        return ALPHABET.charAt((MODULUS + 1 - product) % MODULUS);
    }
}
