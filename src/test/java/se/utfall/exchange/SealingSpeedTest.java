package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.keys.PgpKeys;

/** Seals and opens 200 MB, beside the bare primitives in the same run, and watches the memory. */
@Tag("slow")
class SealingSpeedTest {
    private static final Logger LOG = LoggerFactory.getLogger(SealingSpeedTest.class);
    private static final int MEGABYTE = 1_000_000;
    private static final int SIZE = 200;
    private static final int ROUNDS = 3;

    @TempDir
    Path temp;

    @Test
    void sealsAndOpensInConstantMemory() throws IOException, GeneralSecurityException {
        Path sealed = temp.resolve("sealed.pgp");
        for (int round = 1; round <= ROUNDS; round++) {
            bare("SHA-1", MessageDigest.getInstance("SHA-1"));
            bare("SHA-256", MessageDigest.getInstance("SHA-256"));
            bare("AES/ECB/NoPadding");
            bare("AES/CBC/NoPadding");
            bare("AES/CFB/NoPadding");
            seal(sealed, new Memory(false));
            open(sealed, new Memory(false));
        }
        long idle = Memory.inUse();
        Memory memory = new Memory(true);
        seal(sealed, memory);
        open(sealed, memory);
        assertThat(memory.most).isPositive();
        assertThat(memory.most - idle)
                .as("MB of heap in use after a collection, beyond what other tests left")
                .isLessThan(20);
        assertThat(Files.size(sealed)).isBetween((long) SIZE * MEGABYTE, SIZE * MEGABYTE + 100_000L);
    }

    private static void seal(Path sealed, Memory memory) throws IOException {
        PgpKeys keys = TestKeys.hub();
        PGPSecretKey signer = keys.signingKey(TestKeys.NOW);
        PgpSealing sealing = new PgpSealing(
                keys.encryptionKey("SCB", TestKeys.NOW), signer.getPublicKey(), keys.unlock(signer), TestKeys.NOW);
        long start = System.nanoTime();
        try (OutputStream out = Files.newOutputStream(sealed)) {
            sealing.seal(new Nothing(memory), out);
        }
        report("sealed", start);
    }

    private static void open(Path sealed, Memory memory) throws IOException {
        PgpKeys keys = TestKeys.partnerHouse("scb");
        Signers signers = new Signers(keys, Set.of("AMF"), Duration.ofDays(30));
        PgpOpening opening = new PgpOpening(keys, signers, new Limits(1L << 40, 200));
        long start = System.nanoTime();
        try (InputStream in = Files.newInputStream(sealed)) {
            opening.open(in, "AMF", TestKeys.NOW, content -> {
                byte[] buffer = new byte[1 << 16];
                long read = 0;
                for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                    read += n;
                    memory.pass(n);
                }
                assertThat(read).isEqualTo((long) SIZE * MEGABYTE);
            });
        }
        report("opened", start);
    }

    private static void bare(String name, MessageDigest digest) {
        byte[] buffer = new byte[1 << 16];
        long start = System.nanoTime();
        for (long done = 0; done < (long) SIZE * MEGABYTE; done += buffer.length) {
            digest.update(buffer);
        }
        digest.digest();
        report("bare " + name, start);
    }

    private static void bare(String transformation) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(transformation);
        SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
        if (transformation.contains("ECB")) {
            cipher.init(Cipher.ENCRYPT_MODE, key);
        } else {
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(new byte[16]));
        }
        byte[] buffer = new byte[1 << 16];
        byte[] out = new byte[1 << 16];
        long start = System.nanoTime();
        for (long done = 0; done < (long) SIZE * MEGABYTE; done += buffer.length) {
            cipher.update(buffer, 0, buffer.length, out, 0);
        }
        report("bare " + transformation, start);
    }

    private static void report(String what, long start) {
        LOG.info("{}: {} MB/s", what, Math.round(SIZE / ((System.nanoTime() - start) / 1e9)));
    }

    /** The heap in use after a collection, sampled while the bytes go by. */
    private static final class Memory {
        private static final int EVERY = 25 * MEGABYTE;
        private final boolean sampling;
        private long passed;
        private long most;

        Memory(boolean sampling) {
            this.sampling = sampling;
        }

        void pass(int bytes) {
            long before = passed / EVERY;
            passed += bytes;
            if (sampling && passed / EVERY > before) {
                most = Math.max(most, inUse());
            }
        }

        static long inUse() {
            Runtime runtime = Runtime.getRuntime();
            runtime.gc();
            return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
        }
    }

    /** So many megabytes of nothing in particular. */
    private static final class Nothing extends InputStream {
        private final Memory memory;
        private long left = (long) SIZE * MEGABYTE;

        Nothing(Memory memory) {
            this.memory = memory;
        }

        @Override
        public int read() {
            return left-- > 0 ? (int) left & 0xff : -1;
        }

        @Override
        public int read(byte[] b, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(length, left);
            left -= n;
            memory.pass(n);
            return n;
        }
    }
}
