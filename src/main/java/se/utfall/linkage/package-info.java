/**
 * Links a register's answer to the order's population by running number, under a ledger that must balance.
 * <p>In: {@link se.utfall.exchange.OpenedPackage}. Out: {@link se.utfall.linkage.LinkedDelivery}, compact and sealed; outcome records under a purpose's pseudonyms.
 * From researchers and in MONA mode it takes aggregates only ({@link se.utfall.linkage.ResultDelivery}), keeps them sealed and hands them on to statisticians.
 * Mapping is data: {@code schemas/delivery/}. No class here can name a personal number. Route: {@code routes/linkage.camel.yaml}.
 */
@NullMarked
package se.utfall.linkage;

import org.jspecify.annotations.NullMarked;
