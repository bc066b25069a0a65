package se.utfall.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class OutcomeCodecTest {
    private final OutcomeCodec codec = new OutcomeCodec();

    @Test
    void bringsEveryFieldBack() {
        OutcomeRecord full = OutcomeRecords.full();

        assertThat(codec.decode(codec.message(full))).isEqualTo(full);
        assertThat(codec.decodeBinary(codec.binary(full))).isEqualTo(full);
        assertThat(codec.fromGeneric(codec.toGeneric(full))).isEqualTo(full);
    }

    @Test
    void fillsTheGenericRecordByTheSchema() {
        GenericRecord generic = codec.toGeneric(OutcomeRecords.full());

        assertThat(GenericData.get().validate(OutcomeSchema.get().schema(), generic))
                .isTrue();
        assertThat(generic.get("sourceRegister")).hasToString("SCB_BAS");
        assertThat(generic.get("periodType")).hasToString("MONTH");
        assertThat(generic.get("periodMonthIndex")).isEqualTo(2026 * 12 + 2);
        assertThat(generic.get("monthsFromAnchor")).isEqualTo(-3);
        assertThat(((GenericRecord) generic.get("income")).get("disposableOre")).isEqualTo(-100L);
    }

    @Test
    void writesWhatAvrosOwnMessageClassesReadAndWrite() throws IOException {
        OutcomeRecord outcome = OutcomeRecords.employed(1);
        Schema schema = OutcomeSchema.get().schema();

        GenericRecord read =
                new BinaryMessageDecoder<GenericRecord>(GenericData.get(), schema).decode(codec.message(outcome));
        byte[] written = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema)
                .encode(codec.toGeneric(outcome))
                .array();

        assertThat(codec.fromGeneric(read)).isEqualTo(outcome);
        assertThat(written).isEqualTo(codec.message(outcome));
    }

    @Test
    void startsTheMessageWithMarkerAndFingerprintLittleEndian() {
        byte[] message = codec.message(OutcomeRecords.employed(1));
        String fingerprint = OutcomeSchema.get().fingerprint();

        assertThat(message).startsWith(0xC3, 0x01);
        for (int i = 0; i < 8; i++) {
            int expected = Integer.parseInt(fingerprint.substring(14 - 2 * i, 16 - 2 * i), 16);
            assertThat(message[2 + i] & 0xff).isEqualTo(expected);
        }
        assertThat(Arrays.copyOfRange(message, OutcomeCodec.HEADER_LENGTH, message.length))
                .isEqualTo(codec.binary(OutcomeRecords.employed(1)));
    }

    @Test
    void refusesAMessageUnderAnotherFingerprint() {
        byte[] message = codec.message(OutcomeRecords.employed(1));
        message[5] ^= 1;

        assertThatThrownBy(() -> codec.decode(message)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesBytesAfterTheRecord() {
        byte[] binary = codec.binary(OutcomeRecords.employed(1));

        assertThatThrownBy(() -> codec.decodeBinary(Arrays.copyOf(binary, binary.length + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopsACodeThatCouldHideAPersonalNumber() {
        assertThat(IdLike.is("0".repeat(6) + "-" + "0".repeat(4))).isTrue();
        assertThat(IdLike.is("SPRAKHINDER.12")).isFalse();
        GenericRecord generic = codec.toGeneric(OutcomeRecords.full());
        ((GenericRecord) generic.get("socialAssistance")).put("endReason", "x".repeat(3) + "0".repeat(10));
        OutcomeRecord outcome = codec.fromGeneric(generic);

        assertThatThrownBy(() -> codec.message(outcome))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("endReason")
                .hasMessageNotContaining("0000");
    }

    @Test
    void refusesAnUnknownQualityFlag() {
        GenericRecord generic = codec.toGeneric(OutcomeRecords.full());
        generic.put("qualityFlags", List.of("NO_SUCH_FLAG"));
        OutcomeRecord outcome = codec.fromGeneric(generic);

        assertThatThrownBy(() -> codec.message(outcome)).isInstanceOf(IllegalArgumentException.class);
    }
}
