package se.utfall.exchange;

import se.utfall.notice.Messages;

/**
 * Why a package is refused. Stable codes, each with a text {@code refusal.<code>} in the bundle, which stands in the receipt, and a paragraph in
 * {@code docs/operator/handbok-paket.md}.
 */
enum Fault {
    // the OpenPGP message
    TOM,
    INTE_OPENPGP,
    ARMERAD,
    OKRYPTERAD,
    AVKORTAD,
    FEL_MOTTAGARE,
    INTEGRITET_SAKNAS,
    SVAGT_CHIFFER,
    MANIPULERAD,
    EJ_SIGNERAD,
    FLERA_SIGNATURER,
    OKAND_SIGNATUR,
    ANNAN_PARTNERS_SIGNATUR,
    FEL_RIKTNING,
    NYCKEL_UTGANGEN,
    NYCKEL_ATERKALLAD,
    NYCKEL_OGILTIG,
    SVAG_HASH,
    SIGNATUR_OGILTIG,
    SIGNATUR_FORE_NYCKELN,
    SIGNATUR_FOR_GAMMAL,
    SIGNATUR_I_FRAMTIDEN,
    PAKETSTRUKTUR,
    FLERA_LITERALER,
    KOMPRESSION,
    KOMPRESSIONSBOMB,
    MEDDELANDE_FOR_STORT,
    // the zip in it
    ZIP_FEL,
    ZIP_KRYPTERAD,
    ZIP_METOD,
    ZIP_MAPP,
    ZIP_FLERA_POSTER,
    ZIP_DUBBLETT,
    ZIP_KATALOG,
    ZIP_BOMB,
    ZIP_FOR_STOR,
    // the manifest and the files it lists
    MANIFEST_SAKNAS,
    MANIFEST_FEL,
    MANIFEST_FORMAT,
    MANIFEST_NAMN,
    MANIFEST_AVSANDARE,
    MANIFEST_MOTTAGARE,
    FIL_SAKNAS,
    FIL_EXTRA,
    FIL_HASH,
    FIL_RADER,
    PERSONUPPGIFT,
    // receipts
    KVITTENS_AVSER,
    KVITTENS_SHA256,
    KVITTENS_STATUS,
    ORDER_GALLRAD,
    // the name
    NAMN,
    REPRIS;

    /** @param arguments file names, field names and counts; never a value */
    PackageRefusedException refusal(Object... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = String.valueOf(arguments[i]);
        }
        return new PackageRefusedException(
                name(), Messages.text(Messages.SWEDISH, "exchange", "refusal." + name(), arguments));
    }

    boolean is(PackageRefusedException refusal) {
        return name().equals(refusal.code());
    }
}
