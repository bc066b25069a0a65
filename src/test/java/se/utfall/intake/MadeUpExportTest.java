package se.utfall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.demo.people.CaseSystem;
import se.utfall.demo.people.Export;
import se.utfall.demo.people.Plant.Effect;
import se.utfall.intake.FileReport.State;

/** What the made-up case system writes, from the contract alone, is taken as it was meant. */
class MadeUpExportTest {
    @TempDir
    Path folder;

    @Test
    void rejectsExactlyWhatWasPlanted(@TempDir Path exported) throws IOException {
        Export export = new CaseSystem(exported, 7, 300).export();

        try (IntakeHouse house = IntakeHouse.open(folder)) {
            for (Export.WrittenFile file : export.files()) {
                byte[] manifest = Files.readAllBytes(exported.resolve(file.name() + ".klar"));
                house.receive(
                        IntakeHouse.SOURCE, file.name(), Files.readAllBytes(exported.resolve(file.name())), manifest);
            }
            house.loadAll();

            List<FileReport> files = house.intake.list();
            assertThat(files).hasSameSizeAs(export.files()).allMatch(FileReport::balanced);
            assertThat(files.stream().filter(f -> f.state() == State.QUARANTINED))
                    .hasSize(export.planted().of(Effect.FILE_QUARANTINED))
                    .allMatch(f -> "HASH".equals(f.code()));
            assertThat(files.stream()
                            .filter(FileReport::loadedNow)
                            .mapToInt(FileReport::rejected)
                            .sum())
                    .isEqualTo(export.planted().of(Effect.ROW_REJECTED)
                            + export.planted().of(Effect.UNLINKABLE));
        }
    }
}
