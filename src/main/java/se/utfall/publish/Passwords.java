package se.utfall.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a password file: its only line. */
final class Passwords {
    private Passwords() {}

    static String read(Path file) {
        try {
            String password = Files.readString(file).strip();
            if (password.isEmpty()) {
                throw new BrokerRefusedException(BrokerRefusedException.Code.BAD_PASSWORD_FILE, file.toString());
            }
            return password;
        } catch (IOException e) {
            throw new BrokerRefusedException(BrokerRefusedException.Code.BAD_PASSWORD_FILE, file.toString(), e);
        }
    }
}
