/**
 * Packages to and from partners: sealing, signing, opening, receipts.
 * <p>Sends {@link se.utfall.order.ApprovedOrder} and receipts and nothing else. In: {@link se.utfall.store.Arrival}. Out: {@link se.utfall.exchange.OpenedPackage}.
 * A partner's own order it opens itself and gives to order as a draft. Keeps package_, receipt and the archive of ciphertext; nothing decrypted is written. Route: {@code routes/exchange.camel.yaml}. May import order, keys, audit.
 */
@NullMarked
package se.utfall.exchange;

import org.jspecify.annotations.NullMarked;
