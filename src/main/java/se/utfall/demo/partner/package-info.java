/**
 * The stand-ins for a partner that keeps registers (SCB) and for researchers (IFAU), written from the contract alone: orders and recalls in, receipts and made-up deliveries out.
 * Its state is what lies in its private folder (marks without persons, and packages as they came, encrypted) and in its server's {@code /in} and
 * {@code /out}: it may be killed at any moment. Persons are never written in clear. Imports nothing of the hub; its duplication is wanted.
 */
@NullMarked
package se.utfall.demo.partner;

import org.jspecify.annotations.NullMarked;
